// SPDX-License-Identifier: Apache-2.0
#include "extract/read/docx_styles.h"

#include <algorithm>

#include "base/text.h"
#include "extract/read/docx_properties.h"
#include "extract/read/docx_xml.h"
#include "extract/read/pdf_glyphs.h"

namespace scholargraph {
namespace {

constexpr int kMaxChain = 20;
constexpr int kLevels = 9;

template <class T>
void take(std::optional<T>& value, const std::optional<T>& base) {
  if (!value) value = base;
}

class StylesHandler : public DocxXmlHandler {
 public:
  DocxStyles styles;

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "docDefaults") in_defaults_ = true;
    else if (name == "style") open_style(attributes);
    else if (in_defaults_) read_run_property(name, attributes, styles.default_run);
    else if (in_style_) property(name, attributes);
  }

  void end(std::string_view name) override {
    if (name == "docDefaults") in_defaults_ = false;
    if (name == "style" && in_style_) {
      styles.by_id[id_] = std::move(style_);
      in_style_ = false;
    }
  }

  void text(std::string_view) override {}

 private:
  void open_style(const XmlAttributes& attributes) {
    in_style_ = true;
    style_ = {};
    id_ = std::string(attributes.get("styleId"));
    const bool is_default = attributes.has("default") && attributes.get("default") != "0";
    if (is_default && attributes.get("type") == "paragraph") styles.default_paragraph = id_;
  }

  void property(std::string_view name, const XmlAttributes& attributes) {
    if (name == "name") style_.name = std::string(attributes.get("val"));
    else if (name == "basedOn") style_.based_on = std::string(attributes.get("val"));
    else if (!read_run_property(name, attributes, style_.run)) read_paragraph_property(name, attributes, style_.paragraph);
  }

  bool in_defaults_ = false;
  bool in_style_ = false;
  std::string id_;
  DocxStyle style_;
};

class NumberingHandler : public DocxXmlHandler {
 public:
  Numbering numbering;

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "abstractNum") abstract_ = &numbering.abstract[attributes.number("abstractNumId", -1)];
    else if (name == "num") num_ = attributes.number("numId", -1);
    else if (name == "abstractNumId" && num_ >= 0) numbering.abstract_of[num_] = attributes.number("val", -1);
    else if (name == "lvl" && abstract_ != nullptr) level_ = level_at(attributes.number("ilvl", -1));
    else if (level_ != nullptr) level_property(name, attributes);
  }

  void end(std::string_view name) override {
    if (name == "lvl") level_ = nullptr;
    else if (name == "abstractNum") abstract_ = nullptr;
    else if (name == "num") num_ = -1;
  }

  void text(std::string_view) override {}

 private:
  ListLevel* level_at(int index) {
    return index >= 0 && index < kLevels ? &(*abstract_)[static_cast<std::size_t>(index)] : nullptr;
  }

  void level_property(std::string_view name, const XmlAttributes& attributes) {
    if (name == "numFmt") level_->format = std::string(attributes.get("val"));
    else if (name == "lvlText") level_->text = std::string(attributes.get("val"));
    else if (name == "start") level_->start = attributes.number("val", 1);
  }

  std::array<ListLevel, 9>* abstract_ = nullptr;
  ListLevel* level_ = nullptr;
  int num_ = -1;
};

std::string roman(int value) {
  static constexpr std::array<std::pair<int, const char*>, 13> kDigits = {
      {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}};
  std::string out;
  if (value > 3999) return std::to_string(value);
  for (const auto& [amount, digits] : kDigits) {
    for (; value >= amount; value -= amount) out += digits;
  }
  return out;
}

std::string letter(int value) {
  return std::string(static_cast<std::size_t>(std::min((value - 1) / 26 + 1, 9)), static_cast<char>('a' + (value - 1) % 26));
}

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

std::string formatted(const std::string& format, int value) {
  if (value < 1) return std::to_string(value);
  if (format == "lowerLetter") return letter(value);
  if (format == "upperLetter") return upper(letter(value));
  if (format == "lowerRoman") return roman(value);
  if (format == "upperRoman") return upper(roman(value));
  return std::to_string(value);
}

/// A digit at the end of "heading 2" behind a word for heading.
int level_of_name(std::string_view name) {
  static constexpr std::array<std::string_view, 16> kWords = {"heading", "überschrift", "título", "titulo", "titre", "titolo", "rubrik", "kop",
                                                              "nagłówek", "nadpis", "otsikko", "overskrift", "заголовок", "标题", "見出し", "제목"};
  const std::string lower = to_lower(name);
  if (lower == "title" || lower == "titel") return 1;
  for (const std::string_view word : kWords) {
    if (lower.size() <= word.size() || std::string_view(lower).substr(0, word.size()) != word) continue;
    const std::string_view rest = trim(std::string_view(lower).substr(word.size()));
    if (rest.size() == 1 && rest[0] >= '1' && rest[0] <= '9') return std::min(rest[0] - '0', 6);
  }
  return 0;
}

}  // namespace

void RunProperties::inherit(const RunProperties& base) {
  take(bold, base.bold);
  take(italic, base.italic);
  take(underline, base.underline);
  take(strike, base.strike);
  take(hidden, base.hidden);
  take(size, base.size);
}

void ParagraphProperties::inherit(const ParagraphProperties& base) {
  take(outline, base.outline);
  take(list, base.list);
  take(list_level, base.list_level);
  take(left, base.left);
  take(first, base.first);
  take(before, base.before);
  take(after, base.after);
}

DocxStyles read_docx_styles(std::string_view xml, std::string& error) {
  StylesHandler handler;
  error = parse_office_xml(xml, handler);
  return std::move(handler.styles);
}

DocxStyle resolve_style(const DocxStyles& styles, std::string_view id) {
  DocxStyle resolved;
  std::string next(id);
  for (int i = 0; i < kMaxChain && !next.empty(); ++i) {
    const auto found = styles.by_id.find(next);
    if (found == styles.by_id.end()) break;
    if (level_of_name(resolved.name) == 0 && (resolved.name.empty() || level_of_name(found->second.name) > 0)) resolved.name = found->second.name;
    resolved.run.inherit(found->second.run);
    resolved.paragraph.inherit(found->second.paragraph);
    next = found->second.based_on;
  }
  return resolved;
}

int heading_level(const DocxStyle& style) {
  if (const int level = level_of_name(style.name); level > 0) return level;
  const int outline = style.paragraph.outline.value_or(9);
  return outline >= 0 && outline < 9 ? std::min(outline + 1, 6) : 0;
}

Numbering read_numbering(std::string_view xml, std::string& error) {
  NumberingHandler handler;
  error = parse_office_xml(xml, handler);
  return std::move(handler.numbering);
}

std::string ListCounter::next(int list, int level) {
  const auto id = numbering_.abstract_of.find(list);
  if (id == numbering_.abstract_of.end() || level < 0 || level >= kLevels) return {};
  const auto found = numbering_.abstract.find(id->second);
  if (found == numbering_.abstract.end()) return {};
  const std::array<ListLevel, 9>& levels = found->second;
  const auto at = static_cast<std::size_t>(level);
  if (levels[at].format == "bullet") {
    const std::string glyph(trim(readable_glyphs(levels[at].text)));
    const bool dash = glyph == "-" || glyph == "–" || glyph == "—" || glyph == "*";
    return glyph.empty() && !levels[at].text.empty() && trim(levels[at].text).empty() ? std::string() : dash ? glyph : "•";
  }
  if (levels[at].format == "none" || levels[at].text.empty()) return {};
  std::array<int, 9>& counts = counts_[list];
  ++counts[at];
  std::fill(counts.begin() + level + 1, counts.end(), 0);
  std::string marker = levels[at].text;
  for (std::size_t i = 0; i <= at; ++i) {
    const int value = levels[i].start - 1 + std::max(counts[i], 1);
    marker = replace_all(std::move(marker), "%" + std::to_string(i + 1), formatted(levels[i].format, value));
  }
  return std::string(trim(marker));
}

}  // namespace scholargraph
