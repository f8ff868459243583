// SPDX-License-Identifier: Apache-2.0
// The character entities of HTML 4.01, section 24, which the DTDs of bibliographic dumps borrow.
#include <algorithm>
#include <array>

#include "extract/source/xml_walk.h"

namespace scholargraph {

namespace {

struct Entity {
  std::string_view name;
  std::string_view text;
};

/// Sorted by name.
constexpr auto kEntities = std::to_array<Entity>({
    {"AElig", "Æ"}, {"Aacute", "Á"}, {"Acirc", "Â"}, {"Agrave", "À"}, {"Alpha", "Α"}, {"Aring", "Å"},
    {"Atilde", "Ã"}, {"Auml", "Ä"}, {"Beta", "Β"}, {"Ccedil", "Ç"}, {"Chi", "Χ"}, {"Dagger", "‡"}, {"Delta", "Δ"},
    {"ETH", "Ð"}, {"Eacute", "É"}, {"Ecirc", "Ê"}, {"Egrave", "È"}, {"Epsilon", "Ε"}, {"Eta", "Η"}, {"Euml", "Ë"},
    {"Gamma", "Γ"}, {"Iacute", "Í"}, {"Icirc", "Î"}, {"Igrave", "Ì"}, {"Iota", "Ι"}, {"Iuml", "Ï"}, {"Kappa", "Κ"},
    {"Lambda", "Λ"}, {"Mu", "Μ"}, {"Ntilde", "Ñ"}, {"Nu", "Ν"}, {"OElig", "Œ"}, {"Oacute", "Ó"}, {"Ocirc", "Ô"},
    {"Ograve", "Ò"}, {"Omega", "Ω"}, {"Omicron", "Ο"}, {"Oslash", "Ø"}, {"Otilde", "Õ"}, {"Ouml", "Ö"}, {"Phi", "Φ"},
    {"Pi", "Π"}, {"Prime", "″"}, {"Psi", "Ψ"}, {"Rho", "Ρ"}, {"Scaron", "Š"}, {"Sigma", "Σ"}, {"THORN", "Þ"},
    {"Tau", "Τ"}, {"Theta", "Θ"}, {"Uacute", "Ú"}, {"Ucirc", "Û"}, {"Ugrave", "Ù"}, {"Upsilon", "Υ"}, {"Uuml", "Ü"},
    {"Xi", "Ξ"}, {"Yacute", "Ý"}, {"Yuml", "Ÿ"}, {"Zeta", "Ζ"}, {"aacute", "á"}, {"acirc", "â"}, {"acute", "´"},
    {"aelig", "æ"}, {"agrave", "à"}, {"alefsym", "ℵ"}, {"alpha", "α"}, {"and", "∧"}, {"ang", "∠"}, {"apos", "'"},
    {"aring", "å"}, {"asymp", "≈"}, {"atilde", "ã"}, {"auml", "ä"}, {"bdquo", "„"}, {"beta", "β"}, {"brvbar", "¦"},
    {"bull", "•"}, {"cap", "∩"}, {"ccedil", "ç"}, {"cedil", "¸"}, {"cent", "¢"}, {"chi", "χ"}, {"circ", "ˆ"},
    {"clubs", "♣"}, {"cong", "≅"}, {"copy", "©"}, {"crarr", "↵"}, {"cup", "∪"}, {"curren", "¤"}, {"dArr", "⇓"},
    {"dagger", "†"}, {"darr", "↓"}, {"deg", "°"}, {"delta", "δ"}, {"diams", "♦"}, {"divide", "÷"}, {"eacute", "é"},
    {"ecirc", "ê"}, {"egrave", "è"}, {"empty", "∅"}, {"emsp", "\xe2\x80\x83"}, {"ensp", "\xe2\x80\x82"},
    {"epsilon", "ε"}, {"equiv", "≡"}, {"eta", "η"}, {"eth", "ð"}, {"euml", "ë"}, {"euro", "€"}, {"exist", "∃"},
    {"fnof", "ƒ"}, {"forall", "∀"}, {"frac12", "½"}, {"frac14", "¼"}, {"frac34", "¾"}, {"frasl", "⁄"},
    {"gamma", "γ"}, {"ge", "≥"}, {"hArr", "⇔"}, {"harr", "↔"}, {"hearts", "♥"}, {"hellip", "…"}, {"iacute", "í"},
    {"icirc", "î"}, {"iexcl", "¡"}, {"igrave", "ì"}, {"image", "ℑ"}, {"infin", "∞"}, {"int", "∫"}, {"iota", "ι"},
    {"iquest", "¿"}, {"isin", "∈"}, {"iuml", "ï"}, {"kappa", "κ"}, {"lArr", "⇐"}, {"lambda", "λ"}, {"lang", "〈"},
    {"laquo", "«"}, {"larr", "←"}, {"lceil", "⌈"}, {"ldquo", "“"}, {"le", "≤"}, {"lfloor", "⌊"}, {"lowast", "∗"},
    {"loz", "◊"}, {"lrm", "\xe2\x80\x8e"}, {"lsaquo", "‹"}, {"lsquo", "‘"}, {"macr", "¯"}, {"mdash", "—"},
    {"micro", "µ"}, {"middot", "·"}, {"minus", "−"}, {"mu", "μ"}, {"nabla", "∇"}, {"nbsp", "\xc2\xa0"},
    {"ndash", "–"}, {"ne", "≠"}, {"ni", "∋"}, {"not", "¬"}, {"notin", "∉"}, {"nsub", "⊄"}, {"ntilde", "ñ"},
    {"nu", "ν"}, {"oacute", "ó"}, {"ocirc", "ô"}, {"oelig", "œ"}, {"ograve", "ò"}, {"oline", "‾"}, {"omega", "ω"},
    {"omicron", "ο"}, {"oplus", "⊕"}, {"or", "∨"}, {"ordf", "ª"}, {"ordm", "º"}, {"oslash", "ø"}, {"otilde", "õ"},
    {"otimes", "⊗"}, {"ouml", "ö"}, {"para", "¶"}, {"part", "∂"}, {"permil", "‰"}, {"perp", "⊥"}, {"phi", "φ"},
    {"pi", "π"}, {"piv", "ϖ"}, {"plusmn", "±"}, {"pound", "£"}, {"prime", "′"}, {"prod", "∏"}, {"prop", "∝"},
    {"psi", "ψ"}, {"rArr", "⇒"}, {"radic", "√"}, {"rang", "〉"}, {"raquo", "»"}, {"rarr", "→"}, {"rceil", "⌉"},
    {"rdquo", "”"}, {"real", "ℜ"}, {"reg", "®"}, {"rfloor", "⌋"}, {"rho", "ρ"}, {"rlm", "\xe2\x80\x8f"},
    {"rsaquo", "›"}, {"rsquo", "’"}, {"sbquo", "‚"}, {"scaron", "š"}, {"sdot", "⋅"}, {"sect", "§"},
    {"shy", "\xc2\xad"}, {"sigma", "σ"}, {"sigmaf", "ς"}, {"sim", "∼"}, {"spades", "♠"}, {"sub", "⊂"}, {"sube", "⊆"},
    {"sum", "∑"}, {"sup", "⊃"}, {"sup1", "¹"}, {"sup2", "²"}, {"sup3", "³"}, {"supe", "⊇"}, {"szlig", "ß"},
    {"tau", "τ"}, {"there4", "∴"}, {"theta", "θ"}, {"thetasym", "ϑ"}, {"thinsp", "\xe2\x80\x89"}, {"thorn", "þ"},
    {"tilde", "˜"}, {"times", "×"}, {"trade", "™"}, {"uArr", "⇑"}, {"uacute", "ú"}, {"uarr", "↑"}, {"ucirc", "û"},
    {"ugrave", "ù"}, {"uml", "¨"}, {"upsih", "ϒ"}, {"upsilon", "υ"}, {"uuml", "ü"}, {"weierp", "℘"}, {"xi", "ξ"},
    {"yacute", "ý"}, {"yen", "¥"}, {"yuml", "ÿ"}, {"zeta", "ζ"}, {"zwj", "\xe2\x80\x8d"}, {"zwnj", "\xe2\x80\x8c"},
});

}  // namespace

std::string_view html_entity(std::string_view name) {
  const auto found = std::lower_bound(kEntities.begin(), kEntities.end(), name,
                                      [](const Entity& entity, std::string_view n) { return entity.name < n; });
  return found != kEntities.end() && found->name == name ? found->text : std::string_view{};
}

}  // namespace scholargraph
