// SPDX-License-Identifier: Apache-2.0
#include "extract/read/pdf_blocks.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.h"
#include "extract/read/list_marker.h"
#include "extract/read/tidy.h"

namespace scholargraph {
namespace {

/// More than this much of the usual line distance is a gap.
constexpr float kGap = 1.3f;
/// A heading's font is larger than the body's by this factor.
constexpr float kHeadingSize = 1.12f;
constexpr std::size_t kHeadingBytes = 120;
constexpr int kMaxLevel = 6;

/// What is usual in one column of one page.
struct ColumnFacts {
  float right = 0;  ///< where full lines end
  std::map<float, float> pitch;  ///< by font size: distance of baselines of neighbouring lines, in sizes
};

struct DocumentFacts {
  float body_size = 0;
  std::vector<float> heading_sizes;  ///< from large to small
  std::map<std::pair<int, int>, ColumnFacts> columns;
  std::map<int, float> left;         ///< by column: where most text begins at the left, over all pages
};

float rounded(float size) { return std::round(size * 2) / 2; }

float most_common_size(const std::vector<PdfLine>& lines) {
  std::map<float, std::size_t> letters;
  for (const PdfLine& line : lines) letters[rounded(line.font_size)] += line.text.size();
  const auto most = std::max_element(letters.begin(), letters.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? 0 : most->first;
}

float percentile(std::vector<float> values, float share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<float>(values.size() - 1))];
}

/// The lower quartile of the distances: gaps between paragraphs are the larger ones.
ColumnFacts column_facts(const std::vector<const PdfLine*>& lines) {
  std::vector<float> rights;
  std::map<float, std::vector<float>> steps;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    rights.push_back(lines[i]->right);
    if (i == 0) continue;
    const float step = lines[i]->baseline() - lines[i - 1]->baseline();
    const float size = std::max(lines[i]->font_size, 1.0f);
    if (step > 0.8f * size && step < 3 * size) steps[rounded(size)].push_back(step / size);
  }
  ColumnFacts facts{percentile(rights, 0.9f), {}};
  for (const auto& [size, some] : steps) facts.pitch[size] = percentile(some, 0.3f);
  return facts;
}

DocumentFacts learn(const std::vector<PdfLine>& lines) {
  DocumentFacts facts;
  facts.body_size = most_common_size(lines);
  std::map<std::pair<int, int>, std::vector<const PdfLine*>> columns;
  for (const PdfLine& line : lines) {
    columns[{line.page, line.column}].push_back(&line);
    const float size = rounded(line.font_size);
    if (size > kHeadingSize * facts.body_size && line.text.size() <= kHeadingBytes) facts.heading_sizes.push_back(size);
  }
  for (const auto& [key, column] : columns) facts.columns[key] = column_facts(column);
  std::map<int, std::vector<float>> lefts;
  for (const PdfLine& line : lines) lefts[line.column].push_back(line.left);
  for (const auto& [column, some] : lefts) facts.left[column] = percentile(some, 0.05f);
  std::sort(facts.heading_sizes.rbegin(), facts.heading_sizes.rend());
  facts.heading_sizes.erase(std::unique(facts.heading_sizes.begin(), facts.heading_sizes.end()), facts.heading_sizes.end());
  return facts;
}

bool has_letter(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    if (is_letter(next_code_point(text, pos))) return true;
  }
  return false;
}

bool begins_lower(std::string_view text) {
  std::size_t pos = 0;
  return !text.empty() && is_lower(next_code_point(text, pos));
}

float first_word_width(const PdfLine& line) {
  const std::size_t end = std::min(line.text.find_first_of(" \t"), line.text.size());
  const auto letters = static_cast<float>(utf8_length(std::string_view(line.text).substr(0, end)));
  const auto all = static_cast<float>(std::max<std::size_t>(utf8_length(line.text), 1));
  return (line.right - line.left) * letters / all;
}

/// The target of the link that begins at `begin`; empty if none does.
std::string_view link_at(const std::vector<StyleSpan>& styles, std::uint32_t begin) {
  for (const StyleSpan& span : styles) {
    if ((span.styles & kLink) != 0 && span.begin == begin) return span.target;
  }
  return {};
}

/// Whether the text that begins at `begin` is bold, and nothing before it on the same run.
bool begins_bold(const std::vector<StyleSpan>& styles, std::uint32_t begin) {
  return std::any_of(styles.begin(), styles.end(),
                     [&](const StyleSpan& span) { return (span.styles & kBold) != 0 && span.begin == begin; });
}

/// Ends as an entry may: with the address of the work, or a full stop.
bool ends_entry(std::string_view text) {
  const std::size_t word = text.find_last_of(" \t") + 1;
  return text.substr(word).find("://") != std::string_view::npos ||
         (text.size() > 2 && text.back() == '.' && text[text.size() - 2] >= 'a' && text[text.size() - 2] <= 'z');
}

bool begins_quoted(std::string_view text) { return text.substr(0, 3) == "“" || text.substr(0, 3) == "„"; }

class BlockMaker {
 public:
  explicit BlockMaker(const std::vector<PdfLine>& lines) : facts_(learn(lines)) {}

  void add(const PdfLine& line) {
    if (line.is_record) {
      open(BlockKind::kTableRow, 0, {}, line, 0, last_ != nullptr && has_gap(line));
      last_ = &line;
      return;
    }
    const int level = heading_level(line);
    const ListMarker marker = level == 0 ? list_marker(line.text) : ListMarker();
    const bool gap = last_ != nullptr && has_gap(line);
    if (level > 0 && continues_heading(line, level, gap)) {
      append(line, 0, true);
    } else if (level > 0) {
      open(BlockKind::kHeading, level, {}, line, 0, gap);
    } else if (marker.kind != MarkerKind::kNone) {
      open(BlockKind::kListItem, 1, marker.text, line, marker.length, gap);
      text_left_ = text_left(line, marker.length);
    } else if (begins_drawn_item(line, gap)) {
      open_drawn_item(line);
    } else if (blocks_.empty() || begins_block(line, gap)) {
      open(BlockKind::kParagraph, 0, {}, line, 0, gap);
    } else {
      append(line, 0, breaks_hard(line));
    }
    last_ = &line;
  }

  std::vector<Block> take() { return std::move(blocks_); }

 private:
  [[nodiscard]] int heading_level(const PdfLine& line) const {
    if (line.is_label) return std::min<int>(kMaxLevel, static_cast<int>(facts_.heading_sizes.size()) + 1);
    const float size = rounded(line.font_size);
    if (size <= kHeadingSize * facts_.body_size || line.text.size() > kHeadingBytes || !has_letter(line.text)) return 0;
    const auto rank = std::find(facts_.heading_sizes.begin(), facts_.heading_sizes.end(), size);
    return std::min<int>(kMaxLevel, static_cast<int>(rank - facts_.heading_sizes.begin()) + 1);
  }

  /// A heading wraps when its next line follows at once in the same size.
  [[nodiscard]] bool continues_heading(const PdfLine& line, int level, bool gap) const {
    if (blocks_.empty() || blocks_.back().kind != BlockKind::kHeading || line.is_label || last_->is_label) return false;
    return !gap && blocks_.back().level == level && same_column(line) && !breaks_hard(line);
  }

  [[nodiscard]] bool same_column(const PdfLine& line) const { return last_->page == line.page && last_->column == line.column; }

  [[nodiscard]] const ColumnFacts& column(const PdfLine& line) const { return facts_.columns.at({line.page, line.column}); }

  [[nodiscard]] bool has_gap(const PdfLine& line) const {
    if (line.is_record || last_->is_record)
      return !same_column(line) || line.top - last_->bottom > 0.7f * line.font_size;
    if (!same_column(line)) return !runs_on(line);
    const float step = line.baseline() - last_->baseline();
    const float size = std::max(std::min(line.font_size, last_->font_size), 1.0f);
    const auto pitch = column(line).pitch.find(rounded(size));
    const float usual = pitch == column(line).pitch.end() ? 1.2f : pitch->second;
    const bool inside_sentence = begins_lower(line.text) && !breaks_hard(line) && step < 2.2f * size;
    return (step > kGap * usual * size && !inside_sentence) || step < -size;
  }

  /// The first line of a page or column goes on with a sentence of the one before.
  [[nodiscard]] bool runs_on(const PdfLine& line) const {
    if (blocks_.empty() || blocks_.back().kind == BlockKind::kHeading) return false;
    const std::string& before = last_->text;
    if (before.empty() || rounded(line.font_size) != rounded(last_->font_size)) return false;
    if (begins_lower(line.text)) return true;
    const bool open_end = before.back() == ',' || before.back() == '-' || before.back() == ';' || before.back() == '&';
    return open_end && last_->right > 0.92f * column(*last_).right;
  }

  [[nodiscard]] bool begins_block(const PdfLine& line, bool gap) {
    const Block& block = blocks_.back();
    if (block.kind == BlockKind::kHeading || block.kind == BlockKind::kTableRow || last_->is_label) return true;
    if (!same_column(line)) return gap;
    if (gap) return true;
    const float size = std::max(line.font_size, 1.0f);
    if (std::abs(line.font_size - last_->font_size) > 0.25f * size && breaks_hard(line)) return true;
    // Behind a list item, a line at or left of its marker is no part of it, unless the line before was full.
    if (block.kind == BlockKind::kListItem) {
      const bool outside = line.left < block_left_ - 0.5f * size;
      const bool at_marker = line.left < block_left_ + 0.3f * size && text_left_ > block_left_ + 0.6f * size;
      return outside || (at_marker && breaks_hard(line));
    }
    if (follows_lead_in(line)) return true;
    // A hanging indent ends.
    return line.left < last_->left - 0.6f * size && std::abs(line.left - block_left_) < 0.4f * size && hanging_;
  }

  /// "I supervised these students:" over "2019 Ada Torve" and "2020 Bo Lind": each dated line is an entry.
  [[nodiscard]] bool follows_lead_in(const PdfLine& line) {
    const bool dated = line.text.size() > 4 && (line.text.compare(0, 2, "19") == 0 || line.text.compare(0, 2, "20") == 0) &&
                       line.text.find_first_not_of("0123456789") == 4;
    const bool first = last_->text.back() == ':' && std::abs(line.left - last_->left) < 0.3f * line.font_size;
    led_in_ = dated && (first || (led_in_ && breaks_hard(line)));
    return led_in_;
  }

  /// Browsers draw bullets as pictures, so that only the indent of a list is left: there, a line that begins
  /// although the one before had room begins an item. Deeper indents are columns of labels or dates.
  [[nodiscard]] bool begins_drawn_item(const PdfLine& line, bool gap) const {
    if (blocks_.empty() || gap || !same_column(line) || hanging_ || !blocks_.back().marker.empty()) return false;
    const float size = std::max(line.font_size, 1.0f);
    const float indent = (line.left - facts_.left.at(line.column)) / size;
    const bool text = blocks_.back().kind == BlockKind::kParagraph || blocks_.back().kind == BlockKind::kListItem;
    return text && indent > 1.2f && indent < 3.2f && std::abs(line.left - block_left_) < 0.3f * size &&
           std::abs(line.font_size - last_->font_size) < 0.5f && (breaks_hard(line) || begins_like_block(line));
  }

  /// The line before was nearly full, but this line begins as the item above did: with a quoted title behind a full
  /// stop, in bold behind the end of an entry, or with a link of its own.
  [[nodiscard]] bool begins_like_block(const PdfLine& line) const {
    const Block& block = blocks_.back();
    if (begins_quoted(line.text) && begins_quoted(block.text)) return last_->text.back() == '.';
    if (begins_bold(line.styles, 0) && begins_bold(block.styles, 0) && ends_entry(last_->text)) return true;
    const std::string_view target = link_at(line.styles, 0);
    const std::string_view first = link_at(block.styles, 0);
    if (target.empty() || first.empty() || target == first) return false;
    return std::none_of(block.styles.begin(), block.styles.end(), [&](const StyleSpan& span) { return span.target == target; });
  }

  void open_drawn_item(const PdfLine& line) {
    Block& before = blocks_.back();
    if (before.kind == BlockKind::kParagraph) before.level = 1;
    before.kind = BlockKind::kListItem;
    open(BlockKind::kListItem, 1, {}, line, 0, false);
    text_left_ = line.left;
  }

  /// The line before ended although the first word of this one had room behind it.
  [[nodiscard]] bool breaks_hard(const PdfLine& line) const {
    if (!same_column(line)) return false;
    const float room = column(line).right - last_->right;
    return room > first_word_width(line) + 0.6f * line.font_size;
  }

  [[nodiscard]] static float text_left(const PdfLine& line, std::size_t marker_bytes) {
    const auto all = static_cast<float>(std::max<std::size_t>(utf8_length(line.text), 1));
    const auto before = static_cast<float>(utf8_length(std::string_view(line.text).substr(0, marker_bytes)));
    return line.left + (line.right - line.left) * std::min(before / all, 0.3f);
  }

  void open(BlockKind kind, int level, std::string_view marker, const PdfLine& line, std::size_t skip, bool gap) {
    Block block;
    block.kind = kind;
    block.level = level;
    block.marker = std::string(marker);
    block.gap_before = gap;
    blocks_.push_back(std::move(block));
    block_left_ = line.left;
    hanging_ = false;
    append(line, skip, false);
  }

  void append(const PdfLine& line, std::size_t skip, bool hard) {
    Block& block = blocks_.back();
    if (!block.lines.empty()) {
      block.text += '\n';
      hanging_ = hanging_ || (line.left > block_left_ + 0.6f * line.font_size && !hard);
    }
    Line out;
    out.begin = static_cast<std::uint32_t>(block.text.size());
    out.page = line.page;
    out.line = line.number;
    out.hard_break = hard;
    out.left = skip > 0 ? text_left(line, skip) : line.left;
    out.right = line.right;
    out.font_size = line.font_size;
    for (const StyleSpan& span : line.styles) {
      if (span.end <= skip) continue;
      const auto begin = std::max<std::uint32_t>(span.begin, static_cast<std::uint32_t>(skip)) - static_cast<std::uint32_t>(skip);
      block.styles.push_back({out.begin + begin, out.begin + span.end - static_cast<std::uint32_t>(skip), span.styles, span.target});
    }
    block.text += line.text.substr(skip);
    block.lines.push_back(out);
  }

  DocumentFacts facts_;
  std::vector<Block> blocks_;
  const PdfLine* last_ = nullptr;
  float block_left_ = 0;
  float text_left_ = 0;
  bool hanging_ = false;
  bool led_in_ = false;  ///< the line before is a dated entry below a lead-in
};

}  // namespace

std::vector<Block> make_blocks(const std::vector<PdfLine>& lines) {
  BlockMaker maker(lines);
  for (const PdfLine& line : lines) maker.add(line);
  std::vector<Block> blocks = maker.take();
  for (Block& block : blocks) tidy_styles(block);
  return blocks;
}

}  // namespace scholargraph
