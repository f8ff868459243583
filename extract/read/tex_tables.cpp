// SPDX-License-Identifier: Apache-2.0
#include "extract/read/tex_tables.h"

#include <cstdint>
#include <cstdlib>
#include <unordered_map>

#include "base/text.h"
#include "extract/layout.h"
#include "extract/read/tex_symbols.h"

namespace scholargraph {

namespace {

template <class Value>
using Table = std::unordered_map<std::string_view, Value>;

template <class Value>
Value find_or(const Table<Value>& table, std::string_view name, Value otherwise) {
  const auto found = table.find(name);
  return found == table.end() ? otherwise : found->second;
}

const Table<std::string_view>& signatures() {
  static const Table<std::string_view> table = {
      // spacing and registers
      {"vspace", "*m"}, {"setlength", "mm"}, {"addtolength", "mm"}, {"newlength", "m"}, {"setcounter", "mm"},
      {"addtocounter", "mm"}, {"newcounter", "mo"}, {"stepcounter", "m"}, {"refstepcounter", "m"}, {"counterwithin", "mm"},
      {"vskip", "d"}, {"kern", "d"}, {"parindent", "d"}, {"parskip", "d"}, {"hangindent", "d"}, {"hangafter", "d"},
      {"leftskip", "d"}, {"rightskip", "d"}, {"baselineskip", "d"}, {"itemsep", "d"}, {"topsep", "d"}, {"parsep", "d"},
      {"textwidth", "d"}, {"textheight", "d"}, {"topmargin", "d"}, {"oddsidemargin", "d"}, {"evensidemargin", "d"},
      {"tabcolsep", "d"}, {"leftmargin", "d"}, {"itemindent", "d"}, {"penalty", "d"}, {"hsize", "d"}, {"looseness", "d"},
      {"clubpenalty", "d"}, {"widowpenalty", "d"}, {"tolerance", "d"}, {"emergencystretch", "d"}, {"raise", "d"},
      {"lower", "d"}, {"spaceskip", "d"}, {"abovedisplayskip", "d"}, {"belowdisplayskip", "d"}, {"labelsep", "d"},
      {"needspace", "m"}, {"enlargethispage", "*m"}, {"linespread", "m"}, {"setstretch", "m"}, {"phantom", "m"},
      {"hphantom", "m"}, {"vphantom", "m"}, {"rule", "omm"}, {"settowidth", "mm"}, {"addvspace", "m"}, {"pagebreak", "o"},
      {"nopagebreak", "o"}, {"linebreak", "o"}, {"nolinebreak", "o"}, {"spacing", "m"},
      // fonts and colours
      {"color", "om"}, {"textcolor", "omc"}, {"colorbox", "mc"}, {"fcolorbox", "mmc"}, {"definecolor", "mmm"},
      {"colorlet", "mm"}, {"pagecolor", "m"}, {"rowcolor", "m"}, {"cellcolor", "m"}, {"fontsize", "mm"},
      {"fontfamily", "m"}, {"fontseries", "m"}, {"fontshape", "m"}, {"fontencoding", "m"}, {"fontspec", "omo"},
      {"setmainfont", "omo"}, {"setsansfont", "omo"}, {"setmonofont", "omo"}, {"newfontfamily", "momo"}, {"newfontface", "momo"},
      {"addfontfeatures", "m"}, {"addfontfeature", "m"}, {"usefont", "mmmm"}, {"textls", "oc"}, {"textfont", "m"},
      {"setCJKmainfont", "om"}, {"setCJKsansfont", "om"}, {"DeclareFixedFont", "mmmmmm"}, {"faIcon", "om"},
      {"faicon", "om"}, {"aiIcon", "m"}, {"ding", "m"}, {"selectlanguage", "m"}, {"foreignlanguage", "mc"},
      {"textgreek", "c"}, {"textlatin", "c"}, {"iconify", "m"}, {"includesvg", "om"},
      // boxes
      {"parbox", "ooomc"}, {"makebox", "ooc"}, {"framebox", "ooc"}, {"raisebox", "mooc"}, {"scalebox", "moc"},
      {"resizebox", "*mmc"}, {"rotatebox", "omc"}, {"adjustbox", "mc"}, {"multicolumn", "mmc"}, {"multirow", "omomc"},
      {"savebox", "moom"}, {"sbox", "mm"}, {"usebox", "m"}, {"newsavebox", "m"}, {"llap", "c"}, {"rlap", "c"},
      {"smash", "oc"}, {"hangpara", "mm"}, {"tabto", "m"}, {"reflectbox", "c"}, {"textsuperscript", "c"},
      {"textsubscript", "c"}, {"texorpdfstring", "cm"}, {"mbox", "c"}, {"hbox", "c"}, {"vbox", "c"}, {"fbox", "c"},
      // structure that prints nothing
      {"documentclass", "om"}, {"documentstyle", "om"}, {"usepackage", "om"}, {"RequirePackage", "om"},
      {"pagestyle", "m"}, {"thispagestyle", "m"}, {"pagenumbering", "m"}, {"label", "m"}, {"hypersetup", "m"},
      {"geometry", "m"}, {"includegraphics", "*oom"}, {"photo", "oom"}, {"bibliographystyle", "m"}, {"nocite", "m"},
      {"cite", "*oom"}, {"citep", "*oom"}, {"citet", "*oom"}, {"fullcite", "oom"}, {"ref", "m"}, {"pageref", "m"},
      {"addbibresource", "om"}, {"hyphenation", "m"}, {"titleformat", "*momommo"}, {"titlespacing", "*mmmmo"},
      {"titlelabel", "m"}, {"setlist", "*om"}, {"newlist", "mmm"}, {"setlistdepth", "m"}, {"lhead", "om"},
      {"chead", "om"}, {"rhead", "om"}, {"lfoot", "om"}, {"cfoot", "om"}, {"rfoot", "om"}, {"fancyhead", "om"},
      {"fancyfoot", "om"}, {"fancyhf", "om"}, {"makecvfooter", "mmm"}, {"moderncvstyle", "om"}, {"moderncvtheme", "om"},
      {"moderncvcolor", "m"}, {"moderncvicons", "m"}, {"usetikzlibrary", "m"}, {"graphicspath", "m"}, {"hline", ""},
      {"cline", "m"}, {"cmidrule", "om"}, {"arrayrulewidth", "d"}, {"newcolumntype", "mom"}, {"addcontentsline", "mmm"},
      {"markboth", "mm"}, {"markright", "m"}, {"setdefaultlanguage", "om"}, {"setotherlanguage", "om"},
      {"setotherlanguages", "m"}, {"PassOptionsToPackage", "mm"}, {"DeclareUnicodeCharacter", "mm"}, {"pdfinfo", "m"},
      {"AtBeginDocument", "m"}, {"AtEndDocument", "m"}, {"FloatBarrier", ""}, {"footnotemark", "o"}, {"marginparwidth", "d"},
      {"IfFileExists", "mmm"}, {"bibliography", "m"}, {"printbibliography", "o"}, {"nobibliography", "*m"},
      {"bookmarksetup", "m"}, {"pdfbookmark", "omm"}, {"phantomsection", ""}, {"setcvskillcolumns", "ooo"},
      {"setbeforesecskip", "m"}, {"setaftersecskip", "m"}, {"newsectionwidth", "m"}, {"colorlinks", ""},
      {"setmarginsrb", "mmmmmmmm"}, {"DeclareMathOperator", "*mm"}, {"thanks", "c"}, {"footnote", "oc"},
      {"resumetitle", "c"}, {"defbibheading", "mom"}, {"DeclareBibliographyCategory", "m"}, {"addtocategory", "mm"},
      {"titlerule", "*o"}, {"sectionsep", ""}, {"fancypagestyle", "mom"}, {"renewbibmacro", "mm"}, {"ExecuteBibliographyOptions", "m"},
      {"newtheorem", "*mom"}, {"theoremstyle", "m"}, {"lstset", "m"}, {"pgfkeys", "m"}, {"pgfplotsset", "m"}, {"tikzset", "m"},
      {"ensuremath", "c"}, {"uppercase", "c"}, {"lowercase", "c"}, {"MakeUppercase", "c"}, {"MakeLowercase", "c"},
      {"leavevmode", ""}, {"protect", ""}, {"nolinkurl", "c"}, {"hypertarget", "mc"}, {"hyperlink", "mc"}, {"hyperref", "oc"}};
  return table;
}

const Table<std::uint8_t>& style_commands() {
  static const Table<std::uint8_t> table = {
      {"textbf", kBold}, {"mathbf", kBold}, {"boldmath", kBold}, {"textit", kItalic}, {"emph", kItalic}, {"textsl", kItalic},
      {"mathit", kItalic}, {"underline", kUnderline}, {"uline", kUnderline}, {"ul", kUnderline}, {"underbar", kUnderline},
      {"sout", kStrike}, {"st", kStrike}, {"texttt", kCode}, {"bm", kBold}, {"boldsymbol", kBold}, {"uwave", kUnderline}};
  return table;
}

const Table<std::uint8_t>& style_declarations() {
  static const Table<std::uint8_t> table = {{"bf", kBold},     {"bfseries", kBold}, {"boldmath", kBold}, {"it", kItalic},
                                            {"itshape", kItalic}, {"em", kItalic},  {"sl", kItalic},     {"slshape", kItalic},
                                            {"tt", kCode},     {"ttfamily", kCode}};
  return table;
}

const Table<int>& heading_levels() {
  static const Table<int> table = {
      {"part", 1}, {"chapter", 1}, {"section", 1}, {"subsection", 2}, {"subsubsection", 3}, {"paragraph", 4},
      {"subparagraph", 5}, {"cvsection", 1}, {"cvsubsection", 2}, {"cvsubsubsection", 3}, {"cvpart", 1}, {"rubric", 1},
      {"sectiontitle", 1}, {"resheading", 1}, {"header", 1}, {"roottitle", 1}, {"spacedallcaps", 1}, {"NewPart", 1},
      {"sectionTitle", 1}, {"headline", 2}, {"category", 1}, {"subcategory", 2}, {"MakeSection", 1}, {"mysection", 1},
      {"ressection", 1}, {"ressubheading", 2}, {"ecvsection", 1}, {"ecvsubsection", 2}, {"runsubsection", 2}};
  return table;
}

const Table<std::string_view>& meta_keys() {
  static const Table<std::string_view> table = {
      {"name", "name"}, {"author", "author"}, {"title", "title"}, {"firstname", "firstname"}, {"familyname", "familyname"},
      {"lastname", "lastname"}, {"surname", "lastname"}, {"fullname", "name"}, {"myname", "name"}, {"ecvname", "name"},
      {"cvname", "name"}, {"position", "position"}, {"jobtitle", "position"}, {"tagline", "position"},
      {"date", "date"}, {"subtitle", "subtitle"}, {"quote", "quote"}, {"email", "email"}, {"homepage", "homepage"},
      {"orcid", "orcid"}, {"address", "address"}, {"phone", "phone"}, {"mobile", "phone"}, {"extrainfo", "extrainfo"},
      {"github", "github"}, {"linkedin", "linkedin"}, {"twitter", "twitter"}, {"social", "social"}, {"fax", "fax"},
      {"googlescholar", "googlescholar"}, {"born", "born"}, {"website", "homepage"}, {"affiliation", "affiliation"}};
  return table;
}

}  // namespace

std::optional<std::string_view> tex_symbol(std::string_view name) {
  const auto& table = tex_symbols();
  const auto found = table.find(name);
  if (found == table.end()) return std::nullopt;
  return found->second;
}

char32_t tex_accent(std::string_view name) {
  static const Table<char32_t> table = {{"'", 0x301},  {"`", 0x300}, {"^", 0x302}, {"\"", 0x308}, {"~", 0x303},
                                        {"=", 0x304},  {".", 0x307}, {"u", 0x306}, {"v", 0x30C},  {"H", 0x30B},
                                        {"c", 0x327},  {"d", 0x323}, {"b", 0x331}, {"r", 0x30A},  {"k", 0x328},
                                        {"t", 0x361},  {"hat", 0x302}, {"tilde", 0x303}, {"bar", 0x304},
                                        {"acute", 0x301}, {"grave", 0x300}, {"check", 0x30C}, {"ddot", 0x308},
                                        {"dot", 0x307}, {"breve", 0x306}, {"widehat", 0x302}, {"widetilde", 0x303},
                                        {"overline", 0x304}, {"textcommabelow", 0x326}, {"U", 0x30E}, {"G", 0x30F},
                                        {"f", 0x311}};
  return find_or(table, name, char32_t{0});
}

std::string accented(char32_t accent, std::string_view base) {
  std::string out;
  std::size_t pos = 0;
  while (pos < base.size() && base[pos] == ' ') ++pos;
  if (pos == base.size()) return out;
  char32_t first = next_code_point(base, pos);
  if (accent < 0x316 && first == 0x131) first = U'i';
  if (accent < 0x316 && first == 0x237) first = U'j';
  if (!is_letter(first)) return std::string(base);
  append_utf8(out, first);
  append_utf8(out, accent);
  return nfc(out) + std::string(base.substr(pos));
}

std::optional<std::string_view> tex_signature(std::string_view name) {
  const auto found = signatures().find(name);
  if (found == signatures().end()) return std::nullopt;
  return found->second;
}

std::uint8_t tex_style_command(std::string_view name) { return find_or(style_commands(), name, std::uint8_t{0}); }
std::uint8_t tex_style_declaration(std::string_view name) { return find_or(style_declarations(), name, std::uint8_t{0}); }
int tex_heading_level(std::string_view name) { return find_or(heading_levels(), name, 0); }
std::string_view tex_meta_key(std::string_view name) { return find_or(meta_keys(), name, std::string_view{}); }

double tex_points(std::string_view dimension) {
  const std::string text(trim(dimension));
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  std::string_view unit = trim(std::string_view(end));
  if (unit.substr(0, 4) == "true") unit = trim(unit.substr(4));
  static const Table<double> units = {{"pt", 1}, {"em", 10}, {"ex", 4.5}, {"cm", 28.5}, {"mm", 2.85}, {"in", 72},
                                      {"pc", 12}, {"bp", 1}, {"mu", 0.55}};
  if (unit.empty()) return 0;
  if (unit[0] == '\\' || text[0] == '\\') return unit.find("width") != unit.npos || unit.find("fill") != unit.npos ? 100 : 10;
  return value * find_or(units, unit.substr(0, 2), 0.0);
}

}  // namespace scholargraph
