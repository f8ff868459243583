// SPDX-License-Identifier: Apache-2.0
#include "extract/read/markdown_source.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "extract/read/list_marker.h"
#include "extract/read/markdown_lines.h"
#include "extract/read/wrap_width.h"

namespace scholargraph {

namespace {

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\f\v") == line.npos; }

/// "#Heading" as older dialects allow it.
bool is_tight_heading(std::string_view line) {
  std::size_t level = 0;
  while (level < line.size() && line[level] == '#') ++level;
  return level > 0 && level <= 6 && level < line.size() && std::isalpha(static_cast<unsigned char>(line[level]));
}

bool is_dash_rule(std::string_view line) {
  const auto text = trim(line);
  return text.size() >= 3 && text.find_first_not_of('-') == text.npos;
}

/// An indented tag inside HTML that blank lines have parted: CommonMark would show it as code.
bool is_indented_tag(std::string_view line) {
  if (markdown_indent(line) < 4) return false;
  const auto text = trim(line);
  return text.size() > 2 && text[0] == '<' && (text[1] == '/' || std::isalpha(static_cast<unsigned char>(text[1])));
}

bool starts_upper(std::string_view line) {
  std::size_t pos = 0;
  return !line.empty() && is_upper(next_code_point(line, pos));
}

/// "*`text`": an export has lost the star that ends the emphasis.
void drop_open_star(std::string& line) {
  const std::size_t star = line.rfind("*`");
  if (star == line.npos || line.find("`*", star + 2) != line.npos) return;
  if (star > 0 && line[star - 1] != ' ') return;
  line.erase(star, 1);
}

class MarkdownPreparer {
 public:
  explicit MarkdownPreparer(const std::vector<std::string_view>& lines)
      : lines_(lines), wrap_width_(wrap_width(lines)) {}

  MarkdownSource run(std::size_t begin) {
    for (index_ = begin; index_ < lines_.size(); ++index_) {
      const bool commented = in_comment_;
      std::string line(lines_[index_]);
      if (fence_.empty()) line = without_comments(std::move(line));
      const bool emptied = is_blank(line) && !is_blank(lines_[index_]);
      if (!(commented && is_blank(line)) && !emptied) read_line(std::move(line));
    }
    return std::move(source_);
  }

 private:
  void emit(std::string_view line) {
    source_.text += line;
    source_.text += '\n';
    source_.line_map.push_back(static_cast<int>(index_) + 1);
    previous_blank_ = is_blank(line);
    previous_length_ = line.size();
  }

  void emit_apart(std::string_view line) {
    emit("");
    emit(line);
    emit("");
  }

  /// HTML comments, also over several lines, and the comment blocks of Liquid.
  std::string without_comments(std::string line) {
    std::string out;
    for (std::size_t pos = 0; pos < line.size();) {
      if (in_comment_) {
        const std::size_t end = line.find(comment_end_, pos);
        if (end == line.npos) return out;
        in_comment_ = false;
        pos = end + comment_end_.size();
        continue;
      }
      const std::size_t html = std::min(line.find("<!--", pos), line.size());
      const std::size_t liquid = std::min(line.find("{% comment %}", pos), line.size());
      const std::size_t begin = std::min(html, liquid);
      out.append(line, pos, begin - pos);
      if (begin == line.size()) break;
      comment_end_ = html < liquid ? "-->" : "{% endcomment %}";
      pos = begin + (html < liquid ? 4 : 13);
      in_comment_ = true;
      if (!ends_later(line, pos)) {
        in_comment_ = false;
        out.append(line, begin);
        break;
      }
    }
    return out;
  }

  bool ends_later(std::string_view line, std::size_t pos) {
    if (line.find(comment_end_, pos) != line.npos) return true;
    if (no_comment_end_after_ <= index_) return false;
    for (std::size_t i = index_ + 1; i < lines_.size(); ++i)
      if (lines_[i].find(comment_end_) != std::string_view::npos) return true;
    no_comment_end_after_ = index_;
    return false;
  }

  void read_line(std::string line) {
    if (read_code(line) || read_conflict(line) || read_div(line)) return;
    const std::size_t size = line.size();
    line = with_strike_marks(without_braces(std::move(line)));
    if (line.size() != size && is_blank(line) && size > 0) return;
    if (is_blank(line)) {
      emit("");
      return;
    }
    if (read_table(line) || read_definitions(line)) return;
    emit(adapted(std::move(line)));
  }

  bool read_code(const std::string& line) {
    const auto fence = code_fence(line);
    if (fence_.empty() && (fence.empty() || markdown_indent(line) > 3)) return false;
    if (fence_.empty()) {
      fence_ = std::string(fence);
      const auto info = trim(trim(std::string_view(line)).substr(fence.size()));
      chunk_ = info.size() > 1 && info[0] == '{' && info[1] != '.';  // code that the author's tools run
    } else if (starts_with(fence, fence_) && trim(line) == fence) {
      fence_.clear();
      if (!chunk_) emit(line);
      return true;
    }
    if (!chunk_) emit(line);
    return true;
  }

  bool read_conflict(std::string_view line) {
    if (starts_with(line, "<<<<<<< ")) return in_conflict_ = true;
    if (in_conflict_ && (line == "=======" || starts_with(line, "||||||| "))) return true;
    if (!in_conflict_ || !starts_with(line, ">>>>>>> ")) return false;
    in_conflict_ = false;
    return true;
  }

  bool read_div(std::string_view line) {
    if (!starts_with(trim(line), ":::")) return false;
    if (const auto facts = div_facts(line); !facts.empty()) facts_ = facts;
    emit("");
    return true;
  }

  bool read_table(const std::string& line) {
    if (is_table_rule(line) && in_table_) return true;
    const bool head = index_ + 1 < lines_.size() && line.find('|') != line.npos && is_table_rule(lines_[index_ + 1]);
    const bool row = in_table_ ? line.find('|') != line.npos : head || (previous_blank_ && is_table_row(line));
    in_table_ = row;
    if (!row) return false;
    std::string out(kMarkRow);
    for (const auto& cell : table_cells(line)) {
      out += cell;
      out += kMarkCell;
    }
    out.resize(out.size() - kMarkCell.size());
    emit_apart(out);
    in_table_ = true;
    return true;
  }

  bool read_definitions(const std::string& line) {
    if (is_definition(line) && in_definitions_) {
      emit("");
      emit(std::string(kMarkDefinition) + std::string(trim(line).substr(1)));
      return true;
    }
    std::size_t next = index_ + 1;
    if (next < lines_.size() && is_blank(lines_[next])) ++next;
    const bool term = next < lines_.size() && is_definition(lines_[next]) && markdown_indent(line) < 4 &&
                      line[0] != '#' && line[0] != '|' && line[0] != '<' && !is_definition(line);
    if (!term) {
      if (previous_blank_ && markdown_indent(line) == 0) in_definitions_ = false;
      return false;
    }
    in_definitions_ = true;
    emit_apart(std::string(kMarkTerm) + line);
    return true;
  }

  /// The line in the form that CommonMark reads as its author meant it.
  std::string adapted(std::string line) {
    leave_list(line);
    if (is_dash_rule(line) && previous_length_ > 120) emit("");
    if (after_html_ && line[0] == '#') emit("");  // CommonMark would take the heading into the HTML block
    after_html_ = line[0] == '<';
    if (leads_with_year(line)) line.insert(line.find_first_of(".)"), "\\");
    if (is_tight_heading(line) && previous_blank_) line.insert(line.find_first_not_of('#'), " ");
    if (is_indented_tag(line)) line = std::string(trim(line));
    if (line.size() > 2 && line.substr(line.size() - 2) == "\\\\") line.pop_back();
    if (!facts_.empty()) append_facts(line);
    drop_open_star(line);
    return line;
  }

  /// CommonMark draws a line without indentation into the list item above it. Where the author does not wrap lines,
  /// such a line is something new.
  void leave_list(std::string_view line) {
    const std::size_t indent = markdown_indent(line);
    const auto marker = list_marker(trim(line));
    if (indent == 0 && in_item_ && !previous_blank_ && marker.kind == MarkerKind::kNone && starts_upper(line) &&
        (wrap_width_ == 0 || previous_length_ * 10 < wrap_width_ * 6))
      emit("");
    if (marker.kind != MarkerKind::kNone)
      in_item_ = true;
    else if (indent == 0)
      in_item_ = false;
  }

  void append_facts(std::string& line) {
    std::size_t end = line.find_last_not_of(" \t\\");
    end = end == line.npos ? line.size() : end + 1;
    std::string facts;
    for (const auto& fact : facts_) facts += " " + std::string(kMarkGap) + fact;
    line.insert(end, facts);
    facts_.clear();
  }

  const std::vector<std::string_view>& lines_;
  MarkdownSource source_;
  std::size_t index_ = 0;
  std::string fence_;
  std::string comment_end_;
  std::size_t no_comment_end_after_ = static_cast<std::size_t>(-1);
  std::vector<std::string> facts_;  ///< of the div just opened
  std::size_t wrap_width_;
  std::size_t previous_length_ = 0;
  bool in_item_ = false;
  bool after_html_ = false;
  bool previous_blank_ = true;
  bool chunk_ = false;
  bool in_comment_ = false;
  bool in_conflict_ = false;
  bool in_table_ = false;
  bool in_definitions_ = false;
};

}  // namespace

MarkdownSource prepare_markdown(const std::vector<std::string_view>& lines, std::size_t begin) {
  return MarkdownPreparer(lines).run(begin);
}

}  // namespace scholargraph
