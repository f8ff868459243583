// SPDX-License-Identifier: Apache-2.0
#include "extract/read/docx_body.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "extract/read/docx_paragraph.h"
#include "extract/read/docx_properties.h"
#include "extract/read/docx_xml.h"
#include "extract/read/tidy.h"

namespace scholargraph {
namespace {

/// Space that a reader sees as a gap between paragraphs, in points.
constexpr float kGap = 5;
constexpr std::size_t kHeadingBytes = 200;

/// A table that is being read; tables stand inside cells of other tables.
struct OpenTable {
  std::vector<std::vector<DocxParagraph>> cells;  ///< of the current row
  bool nested = false;                            ///< the current row holds a table: it lays out the page
};

/// A paragraph that is being read; the paragraphs of a text box stand inside a paragraph.
struct OpenParagraph {
  DocxParagraph paragraph;
  ParagraphProperties properties;
  std::vector<DocxParagraph> boxes;  ///< of the text boxes anchored in it
  std::string field;                 ///< instruction of the field being read
  std::string field_link;
  bool in_instruction = false;
};

/// Elements whose content is not shown, or shown elsewhere.
bool is_skipped(std::string_view name) {
  return name == "del" || name == "moveFrom" || name == "sdtPr" || name == "rPrChange" || name == "pPrChange" ||
         name == "tblPrChange" || name == "delText" || name == "rt";
}

class BodyHandler : public DocxXmlHandler {
 public:
  explicit BodyHandler(const DocxParts& parts) : parts_(parts), counter_(parts.numbering) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (skipping_ > 0) {
      ++skipping_;
      return;
    }
    if (is_skipped(name) || (name == "Fallback" && !choices_.empty() && choices_.back())) {
      skipping_ = 1;
      return;
    }
    if (name == "AlternateContent") choices_.push_back(false);
    else if (name == "Choice" && !choices_.empty()) choices_.back() = true;
    else if (!start_table(name) && !start_paragraph(name, attributes)) start_run(name, attributes);
  }

  void end(std::string_view name) override {
    if (skipping_ > 0) {
      --skipping_;
      return;
    }
    if (name == "AlternateContent" && !choices_.empty()) choices_.pop_back();
    else if (name == "p") close_paragraph();
    else if (name == "pPr") in_paragraph_properties_ = false;
    else if (name == "rPr") in_run_properties_ = false;
    else if (name == "r") run_ = {};
    else if (name == "t") in_text_ = false;
    else if (name == "hyperlink") link_.clear();
    else if (name == "instrText" && !open_.empty()) open_.back().in_instruction = false;
    else if (name == "tr") close_row();
    else if (name == "tbl") close_table();
  }

  void text(std::string_view utf8) override {
    if (skipping_ > 0 || open_.empty()) return;
    if (open_.back().in_instruction) {
      if (open_.back().field.size() < 4096) open_.back().field += utf8;
    } else if (in_text_) {
      append(utf8);
    }
  }

  std::vector<Block> take() {
    while (!open_.empty()) close_paragraph();
    while (!tables_.empty()) {
      close_row();
      close_table();
    }
    return std::move(blocks_);
  }

 private:
  bool start_table(std::string_view name) {
    if (name == "tbl" && open_.empty()) {
      if (!tables_.empty()) tables_.back().nested = true;
      tables_.emplace_back();
    } else if (name == "tr" && !tables_.empty() && open_.empty()) {
      tables_.back().cells.clear();
      tables_.back().nested = false;
    } else if (name == "tc" && !tables_.empty() && open_.empty()) {
      tables_.back().cells.emplace_back();
    } else {
      return false;
    }
    return true;
  }

  bool start_paragraph(std::string_view name, const XmlAttributes& attributes) {
    if (name == "p") {
      open_.emplace_back();
      open_.back().paragraph.number = ++lines_;
    } else if (open_.empty()) {
      return true;
    } else if (name == "pPr") {
      in_paragraph_properties_ = true;
    } else if (in_paragraph_properties_ && name == "rPr") {
      in_run_properties_ = true;  // Of the paragraph mark: no letter has it.
      run_ = {};
    } else if (in_paragraph_properties_) {
      if (!in_run_properties_) read_paragraph_property(name, attributes, open_.back().properties);
    } else {
      return false;
    }
    return true;
  }

  void start_run(std::string_view name, const XmlAttributes& attributes) {
    if (name == "r") run_ = {};
    else if (name == "rPr") in_run_properties_ = true;
    else if (in_run_properties_) read_run_property(name, attributes, run_);
    else if (name == "t") in_text_ = true;
    else if (name == "tab") control([](DocxParagraph& p) { p.tab(); });
    else if (name == "ptab") control([](DocxParagraph& p) { p.tab(); });
    else if (name == "br" || name == "cr") control([](DocxParagraph& p) { p.line_break(); });
    else if (name == "noBreakHyphen") append("-");
    else if (name == "sym") append_symbol(attributes);
    else if (name == "hyperlink") open_link(attributes);
    else if (name == "instrText") open_.back().in_instruction = true;
    else if (name == "fldChar") field(attributes.get("fldCharType"));
  }

  template <class Action>
  void control(Action action) {
    if (!effective().hidden.value_or(false)) action(open_.back().paragraph);
  }

  void append(std::string_view utf8) {
    const RunProperties run = effective();
    if (run.hidden.value_or(false)) return;
    const std::string& target = !link_.empty() ? link_ : open_.back().field_link;
    std::uint8_t bits = 0;
    if (run.bold.value_or(false)) bits |= kBold;
    if (run.italic.value_or(false)) bits |= kItalic;
    if (run.strike.value_or(false)) bits |= kStrike;
    if (run.underline.value_or(false)) bits |= kUnderline;
    open_.back().paragraph.append(utf8, bits, target, run.size.value_or(0));
  }

  void append_symbol(const XmlAttributes& attributes) {
    const std::string_view digits = attributes.get("char");
    char32_t c = 0;
    for (const char digit : digits.substr(0, 6)) {
      const std::string_view hex = "0123456789ABCDEF";
      const std::size_t value = hex.find(digit >= 'a' && digit <= 'f' ? static_cast<char>(digit - 'a' + 'A') : digit);
      c = value == std::string_view::npos ? 0 : c * 16 + static_cast<char32_t>(value);
    }
    if (c == 0) return;
    std::string symbol;
    append_utf8(symbol, c);
    append(symbol);
  }

  void open_link(const XmlAttributes& attributes) {
    const auto found = parts_.links.find(attributes.get("id"));
    link_ = found == parts_.links.end() ? std::string() : found->second;
  }

  /// HYPERLINK "address" is the field that older documents make links of.
  void field(std::string_view type) {
    OpenParagraph& open = open_.back();
    if (type == "begin" || type == "end") {
      open.field.clear();
      open.field_link.clear();
    } else if (type == "separate") {
      const std::size_t quote = open.field.find('"');
      const std::size_t close = quote == std::string::npos ? quote : open.field.find('"', quote + 1);
      const bool address = close != std::string::npos && trim(open.field).substr(0, 9) == "HYPERLINK" && open.field.find("\\l") == std::string::npos;
      if (address) open.field_link = sanitize_utf8(open.field.substr(quote + 1, close - quote - 1));
    }
  }

  const DocxStyle& style(const std::string& id) {
    auto found = resolved_.find(id);
    if (found == resolved_.end()) found = resolved_.emplace(id, resolve_style(parts_.styles, id)).first;
    return found->second;
  }

  const DocxStyle& paragraph_style() {
    const std::string& id = open_.back().properties.style;
    return style(id.empty() ? parts_.styles.default_paragraph : id);
  }

  RunProperties effective() {
    RunProperties run = run_;
    if (!run.style.empty()) run.inherit(style(run.style).run);
    run.inherit(paragraph_style().run);
    run.inherit(parts_.styles.default_run);
    return run;
  }

  void close_paragraph() {
    if (open_.empty()) return;
    const DocxStyle& style = paragraph_style();
    OpenParagraph open = std::move(open_.back());
    open_.pop_back();
    in_text_ = false;
    DocxParagraph& paragraph = open.paragraph;
    paragraph.finish();
    lines_ += static_cast<int>(paragraph.breaks.size());
    settle_kind(open, style);
    std::vector<DocxParagraph> all = std::move(open.boxes);
    // A box hung on a heading stands beside it (contact data beside the name); else it is the title of what follows.
    const bool beside = paragraph.kind == BlockKind::kHeading && !paragraph.empty();
    all.insert(beside ? all.begin() : all.end(), std::move(paragraph));
    for (DocxParagraph& one : all) deliver(std::move(one));
  }

  void settle_kind(OpenParagraph& open, const DocxStyle& style) {
    DocxParagraph& paragraph = open.paragraph;
    ParagraphProperties properties = open.properties;
    properties.inherit(style.paragraph);
    DocxStyle named = style;
    named.paragraph.outline = properties.outline;
    const bool headline = paragraph.text.size() <= kHeadingBytes;
    const int list = properties.list.value_or(0);
    const int list_level = std::clamp(properties.list_level.value_or(0), 0, 8);
    if (!paragraph.empty() && list != 0) paragraph.marker = counter_.next(list, list_level);
    if (const int level = heading_level(named); level > 0 && headline) {
      paragraph.kind = BlockKind::kHeading;
      paragraph.level = level;
      paragraph.marker.clear();
    } else if (!paragraph.marker.empty()) {
      paragraph.kind = BlockKind::kListItem;
      paragraph.level = list_level + 1;
    }
    const float left = properties.left.value_or(0);
    paragraph.hang = left;
    paragraph.left += left + properties.first.value_or(0);
    const float before = std::max(properties.before.value_or(0), after_last_);
    paragraph.gap_before = before >= kGap || empty_last_;
    after_last_ = properties.after.value_or(0);
    empty_last_ = paragraph.empty() && open.boxes.empty();
  }

  /// Hands a finished paragraph to what encloses it: a paragraph (it is in a text box), a cell, the document.
  void deliver(DocxParagraph paragraph) {
    if (!open_.empty()) {
      open_.back().boxes.push_back(std::move(paragraph));
    } else if (!tables_.empty()) {
      if (tables_.back().cells.empty()) tables_.back().cells.emplace_back();
      tables_.back().cells.back().push_back(std::move(paragraph));
    } else if (!paragraph.empty()) {
      add_blocks(paragraph);
    }
  }

  void add_blocks(const DocxParagraph& paragraph) {
    for (Block& block : make_blocks(paragraph)) blocks_.push_back(std::move(block));
  }

  void close_row() {
    if (tables_.empty() || !open_.empty()) return;
    OpenTable& table = tables_.back();
    std::vector<std::vector<DocxParagraph>> cells = std::move(table.cells);
    table.cells.clear();
    if (cells.empty()) return;
    const bool outer_exists = tables_.size() > 1;
    if (outer_exists) {
      // A table in a cell: its rows join the paragraphs of that cell, one after the other.
      OpenTable& outer = tables_[tables_.size() - 2];
      if (outer.cells.empty()) outer.cells.emplace_back();
      for (DocxParagraph& paragraph : rows_of_cell(std::move(cells))) outer.cells.back().push_back(std::move(paragraph));
    } else if (table.nested || is_layout_row(cells)) {
      for (const auto& cell : cells) {
        for (const DocxParagraph& paragraph : cell) {
          if (!paragraph.empty()) add_blocks(paragraph);
        }
      }
    } else {
      blocks_.push_back(make_row(cells));
    }
  }

  void close_table() {
    if (!tables_.empty() && open_.empty()) tables_.pop_back();
    empty_last_ = false;
  }

  const DocxParts& parts_;
  ListCounter counter_;
  std::map<std::string, DocxStyle, std::less<>> resolved_;
  std::vector<Block> blocks_;
  std::vector<OpenTable> tables_;
  std::vector<OpenParagraph> open_;
  std::vector<bool> choices_;
  RunProperties run_;
  std::string link_;
  int lines_ = 0;
  int skipping_ = 0;
  float after_last_ = 0;
  bool empty_last_ = false;
  bool in_text_ = false;
  bool in_run_properties_ = false;
  bool in_paragraph_properties_ = false;
};

}  // namespace

std::vector<Block> read_docx_body(std::string_view xml, const DocxParts& parts, std::string& error) {
  BodyHandler handler(parts);
  error = parse_office_xml(xml, handler);
  std::vector<Block> blocks = handler.take();
  for (Block& block : blocks) tidy_styles(block);
  return blocks;
}

}  // namespace scholargraph
