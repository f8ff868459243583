// SPDX-License-Identifier: Apache-2.0
#include "extract/read/tex_symbols.h"

namespace scholargraph {

const std::unordered_map<std::string_view, std::string_view>& tex_symbols() {
  static const std::unordered_map<std::string_view, std::string_view> table = {
      // letters
      {"ss", "ß"}, {"SS", "SS"}, {"ae", "æ"}, {"AE", "Æ"}, {"oe", "œ"}, {"OE", "Œ"}, {"o", "ø"}, {"O", "Ø"},
      {"l", "ł"}, {"L", "Ł"}, {"aa", "å"}, {"AA", "Å"}, {"i", "ı"}, {"j", "ȷ"}, {"dh", "ð"}, {"DH", "Ð"}, {"th", "þ"},
      {"TH", "Þ"}, {"dj", "đ"}, {"DJ", "Đ"}, {"ng", "ŋ"}, {"NG", "Ŋ"}, {"imath", "ı"}, {"jmath", "ȷ"},
      {"textmu", "µ"}, {"IJ", "IJ"}, {"ij", "ij"},
      // sounds
      {"Elzesh", "ʃ"}, {"Elzyogh", "ʒ"}, {"Elztrnr", "ɹ"}, {"Elzglst", "ʔ"}, {"Elzopeno", "ɔ"}, {"Elzschwa", "ə"},
      {"Elzlmrk", "ː"}, {"Elzhlmrk", "ˑ"}, {"textesh", "ʃ"}, {"textyogh", "ʒ"}, {"textschwa", "ə"}, {"textturnr", "ɹ"},
      {"textglotstop", "ʔ"}, {"textopeno", "ɔ"}, {"textlengthmark", "ː"},
      // characters that TeX reserves
      {"&", "&"}, {"%", "%"}, {"$", "$"}, {"#", "#"}, {"_", "_"}, {"{", "{"}, {"}", "}"}, {"textunderscore", "_"},
      {"textdollar", "$"}, {"textpercent", "%"}, {"textampersand", "&"}, {"textbackslash", "\\"}, {"backslash", "\\"},
      {"textasciitilde", "~"}, {"textasciicircum", "^"}, {"textbar", "|"}, {"textless", "<"}, {"textgreater", ">"},
      {"slash", "/"}, {"lbrack", "["}, {"rbrack", "]"}, {"lbrace", "{"}, {"rbrace", "}"}, {"textbraceleft", "{"},
      {"textbraceright", "}"}, {"vert", "|"}, {"mid", "|"}, {"|", "‖"}, {"Vert", "‖"}, {"And", "&"}, {"amper", "&"}, {"char", ""},
      // punctuation
      {"ldots", "…"}, {"dots", "…"}, {"textellipsis", "…"}, {"cdots", "⋯"}, {"dotsc", "…"}, {"textendash", "–"},
      {"textemdash", "—"}, {"textquoteleft", "‘"}, {"textquoteright", "’"}, {"textquotedblleft", "“"},
      {"textquotedblright", "”"}, {"textquotesingle", "'"}, {"textquotedbl", "\""}, {"glqq", "„"}, {"grqq", "“"},
      {"glq", "‚"}, {"grq", "‘"}, {"flqq", "«"}, {"frqq", "»"}, {"flq", "‹"}, {"frq", "›"}, {"guillemotleft", "«"},
      {"guillemotright", "»"}, {"guillemetleft", "«"}, {"guillemetright", "»"}, {"og", "« "}, {"fg", " »"},
      {"textbullet", "•"}, {"bullet", "•"}, {"textperiodcentered", "·"}, {"cdot", "·"}, {"cdotp", "·"},
      {"textexclamdown", "¡"}, {"textquestiondown", "¿"}, {"S", "§"}, {"textsection", "§"}, {"P", "¶"},
      {"textparagraph", "¶"}, {"dag", "†"}, {"textdagger", "†"}, {"dagger", "†"}, {"ddag", "‡"},
      {"textdaggerdbl", "‡"}, {"ddagger", "‡"}, {"copyright", "©"}, {"textcopyright", "©"}, {"textregistered", "®"},
      {"texttrademark", "™"}, {"textdegree", "°"}, {"degree", "°"}, {"celsius", "℃"}, {"pounds", "£"},
      {"textsterling", "£"}, {"euro", "€"}, {"EUR", "€"}, {"texteuro", "€"}, {"textyen", "¥"}, {"yen", "¥"},
      {"textordfeminine", "ª"}, {"textordmasculine", "º"}, {"No", "№"}, {"textnumero", "№"}, {"checkmark", "✓"},
      {"textasteriskcentered", "*"}, {"textonehalf", "½"}, {"textonequarter", "¼"}, {"textthreequarters", "¾"},
      {"textasciimacron", "¯"}, {"textasciiacute", "´"}, {"textasciidieresis", "¨"}, {"textsurd", "√"},
      {"textonesuperior", "¹"}, {"texttwosuperior", "²"}, {"textthreesuperior", "³"},
      // logos
      {"LaTeX", "LaTeX"}, {"TeX", "TeX"}, {"LaTeXe", "LaTeX2e"}, {"BibTeX", "BibTeX"}, {"XeTeX", "XeTeX"},
      {"XeLaTeX", "XeLaTeX"}, {"LuaLaTeX", "LuaLaTeX"}, {"pdfLaTeX", "pdfLaTeX"}, {"Cpp", "C++"}, {"CC", "C++"},
      // greek; the common form of epsilon and phi, as titles in Unicode have it, for both of theirs
      {"alpha", "α"}, {"beta", "β"}, {"gamma", "γ"}, {"delta", "δ"}, {"epsilon", "ε"}, {"varepsilon", "ε"},
      {"zeta", "ζ"}, {"eta", "η"}, {"theta", "θ"}, {"vartheta", "ϑ"}, {"iota", "ι"}, {"kappa", "κ"}, {"lambda", "λ"},
      {"mu", "μ"}, {"nu", "ν"}, {"xi", "ξ"}, {"omicron", "ο"}, {"pi", "π"}, {"varpi", "ϖ"}, {"rho", "ρ"},
      {"varrho", "ϱ"}, {"sigma", "σ"}, {"varsigma", "ς"}, {"tau", "τ"}, {"upsilon", "υ"}, {"phi", "φ"},
      {"varphi", "φ"}, {"chi", "χ"}, {"psi", "ψ"}, {"omega", "ω"}, {"Gamma", "Γ"}, {"Delta", "Δ"}, {"Theta", "Θ"},
      {"Lambda", "Λ"}, {"Xi", "Ξ"}, {"Pi", "Π"}, {"Sigma", "Σ"}, {"Upsilon", "Υ"}, {"Phi", "Φ"}, {"Psi", "Ψ"},
      {"Omega", "Ω"}, {"Alpha", "Α"}, {"Beta", "Β"}, {"Epsilon", "Ε"}, {"Zeta", "Ζ"}, {"Eta", "Η"}, {"Iota", "Ι"},
      {"Kappa", "Κ"}, {"Mu", "Μ"}, {"Nu", "Ν"}, {"Omicron", "Ο"}, {"Rho", "Ρ"}, {"Tau", "Τ"}, {"Chi", "Χ"},
      {"texttheta", "θ"}, {"textvartheta", "ϑ"}, {"textalpha", "α"}, {"textbeta", "β"}, {"textgamma", "γ"}, {"ell", "ℓ"}, {"hbar", "ℏ"},
      {"aleph", "ℵ"}, {"Re", "ℜ"}, {"Im", "ℑ"}, {"wp", "℘"},
      // mathematics
      {"times", "×"}, {"texttimes", "×"}, {"div", "÷"}, {"pm", "±"}, {"textpm", "±"}, {"mp", "∓"}, {"leq", "≤"},
      {"le", "≤"}, {"geq", "≥"}, {"ge", "≥"}, {"neq", "≠"}, {"ne", "≠"}, {"sim", "∼"}, {"simeq", "≃"},
      {"approx", "≈"}, {"cong", "≅"}, {"equiv", "≡"}, {"propto", "∝"}, {"infty", "∞"}, {"rightarrow", "→"},
      {"to", "→"}, {"longrightarrow", "⟶"}, {"leftarrow", "←"}, {"gets", "←"}, {"Rightarrow", "⇒"}, {"implies", "⇒"},
      {"Leftarrow", "⇐"}, {"leftrightarrow", "↔"}, {"Leftrightarrow", "⇔"}, {"uparrow", "↑"}, {"downarrow", "↓"},
      {"mapsto", "↦"}, {"textrightarrow", "→"}, {"star", "*"}, {"ast", "*"}, {"circ", "°"}, {"diamond", "⋄"},
      {"oplus", "⊕"}, {"otimes", "⊗"}, {"odot", "⊙"}, {"wedge", "∧"}, {"vee", "∨"}, {"heartsuit", "♥"},
      {"spadesuit", "♠"}, {"clubsuit", "♣"}, {"diamondsuit", "♦"}, {"prime", "′"}, {"in", "∈"}, {"notin", "∉"},
      {"ni", "∋"}, {"subset", "⊂"}, {"subseteq", "⊆"}, {"supset", "⊃"}, {"supseteq", "⊇"}, {"cup", "∪"}, {"cap", "∩"},
      {"emptyset", "∅"}, {"setminus", "∖"}, {"sum", "∑"}, {"prod", "∏"}, {"int", "∫"}, {"oint", "∮"},
      {"partial", "∂"}, {"nabla", "∇"}, {"forall", "∀"}, {"exists", "∃"}, {"neg", "¬"}, {"lnot", "¬"}, {"sqrt", "√"}, {"surd", "√"},
      {"sqcap", "⊓"}, {"sqcup", "⊔"}, {"ominus", "⊖"}, {"circleddash", "⊝"}, {"bigcup", "⋃"}, {"bigcap", "⋂"},
      {"subsetneq", "⊊"}, {"vdash", "⊢"}, {"models", "⊨"}, {"top", "⊤"}, {"bot", "⊥"}, {"lg", "lg"}, {"choose", "choose"},
      {"langle", "⟨"}, {"rangle", "⟩"}, {"lfloor", "⌊"}, {"rfloor", "⌋"}, {"lceil", "⌈"}, {"rceil", "⌉"},
      {"perp", "⊥"}, {"parallel", "∥"}, {"angle", "∠"}, {"triangle", "△"}, {"blacktriangleright", "▶"},
      {"triangleright", "▷"}, {"square", "□"}, {"Box", "□"}, {"blacksquare", "■"}, {"bigstar", "★"}, {"ll", "≪"},
      {"gg", "≫"}, {"lesssim", "≲"}, {"gtrsim", "≳"}, {"log", "log"}, {"ln", "ln"}, {"exp", "exp"}, {"sin", "sin"},
      {"cos", "cos"}, {"tan", "tan"}, {"max", "max"}, {"min", "min"}, {"lim", "lim"}, {"sup", "sup"}, {"inf", "inf"},
      {"det", "det"}, {"dim", "dim"}, {"ker", "ker"}, {"arg", "arg"}, {"deg", "deg"}, {"gcd", "gcd"}, {"Pr", "Pr"},
      {"mod", "mod"}, {"bmod", "mod"},
      // journals of astronomy
      {"aj", "AJ"}, {"apj", "ApJ"}, {"apjl", "ApJL"}, {"apjlett", "ApJL"}, {"apjs", "ApJS"}, {"apjsupp", "ApJS"},
      {"mnras", "MNRAS"}, {"aap", "A&A"}, {"astap", "A&A"}, {"aapr", "A&A Rev."}, {"aaps", "A&AS"}, {"araa", "ARA&A"},
      {"pasp", "PASP"}, {"pasj", "PASJ"}, {"pasa", "PASA"}, {"prl", "Phys. Rev. Lett."}, {"pra", "Phys. Rev. A"},
      {"prb", "Phys. Rev. B"}, {"prc", "Phys. Rev. C"}, {"prd", "Phys. Rev. D"}, {"pre", "Phys. Rev. E"},
      {"rmp", "Rev. Mod. Phys."}, {"nat", "Nature"}, {"jcap", "JCAP"}, {"physrep", "Phys. Rep."},
      {"icarus", "Icarus"}, {"apss", "Ap&SS"}, {"ssr", "Space Sci. Rev."}, {"planss", "Planet. Space Sci."},
      {"grl", "Geophys. Res. Lett."}, {"jgr", "J. Geophys. Res."}, {"solphys", "Sol. Phys."},
      {"memsai", "Mem. Soc. Astron. Italiana"}, {"memras", "MmRAS"}, {"qjras", "QJRAS"}, {"baas", "BAAS"},
      {"bain", "BAN"}, {"gca", "Geochim. Cosmochim. Acta"}, {"iaucirc", "IAU Circ."}, {"nar", "New A Rev."},
      {"na", "New A"}, {"procspie", "Proc. SPIE"}, {"jqsrt", "JQSRT"}, {"rmxaa", "RMxAA"}, {"skytel", "S&T"},
      {"sovast", "Soviet Ast."}, {"zap", "ZAp"}, {"actaa", "Acta Astron."}, {"ao", "Appl. Opt."},
      {"applopt", "Appl. Opt."}, {"jrasc", "JRASC"}, {"fcp", "Fund. Cosmic Phys."}, {"nphysa", "Nucl. Phys. A"},
      {"physscr", "Phys. Scr"}, {"cjaa", "ChJAA"}};
  return table;
}

}  // namespace scholargraph
