// SPDX-License-Identifier: Apache-2.0
#include "extract/read/html_guard.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace scholargraph {

namespace {

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':';
}

bool one_of(std::string_view name, const auto& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_void(std::string_view name) {
  static constexpr std::array<std::string_view, 16> kVoid = {"area", "base",  "br",   "col",   "embed",  "hr",
                                                             "img",  "input", "link", "meta",  "param",  "source",
                                                             "track", "wbr",  "frame", "basefont"};
  return one_of(name, kVoid);
}

/// Elements that a sibling of their kind closes: left open, they do not nest.
bool closes_itself(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kImplied = {"p",  "li",    "dt",    "dd",    "tr",       "td",
                                                                "th", "thead", "tbody", "tfoot", "colgroup", "option"};
  return one_of(name, kImplied);
}

constexpr std::array<std::string_view, 14> kFormatting = {"a",    "b", "big",   "code",   "em",     "font", "i",
                                                          "nobr", "s", "small", "strike", "strong", "tt",   "u"};

/// Index into kFormatting; its size for other elements.
std::size_t formatting_index(std::string_view name) {
  return static_cast<std::size_t>(std::find(kFormatting.begin(), kFormatting.end(), name) - kFormatting.begin());
}

bool is_raw_text(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kRaw = {"script", "style",  "textarea", "title",
                                                           "xmp",    "iframe", "noframes", "noembed"};
  return one_of(name, kRaw);
}

struct Tag {
  std::string name;
  std::size_t begin = 0;
  std::size_t end = 0;  ///< behind '>'
  bool closing = false;
};

class NestingGuard {
 public:
  NestingGuard(std::string_view html, std::size_t max_depth, std::size_t max_open_formatting)
      : out_(html), max_depth_(max_depth), max_open_formatting_(max_open_formatting) {}

  std::string run() {
    std::size_t pos = 0;
    while ((pos = out_.find('<', pos)) != std::string::npos) pos = read_markup(pos);
    return std::move(out_);
  }

 private:
  std::size_t read_markup(std::size_t pos) {
    if (out_.compare(pos, 4, "<!--") == 0) {
      const std::size_t end = out_.find("-->", pos + 2);
      return end == std::string::npos ? out_.size() : end + 3;
    }
    Tag tag;
    tag.begin = pos;
    std::size_t name = pos + 1;
    if (name < out_.size() && out_[name] == '/') {
      tag.closing = true;
      ++name;
    }
    std::size_t end = name;
    while (end < out_.size() && is_name_char(out_[end])) ++end;
    if (end == name) return pos + 1;
    tag.name = to_lower(std::string_view(out_).substr(name, std::min<std::size_t>(end - name, 32)));
    tag.end = tag_end(end);
    tag.closing ? close(tag) : open(tag);
    return !tag.closing && is_raw_text(tag.name) ? raw_text_end(tag) : tag.end;
  }

  std::size_t tag_end(std::size_t pos) const {
    for (; pos < out_.size() && out_[pos] != '>'; ++pos) {
      if ((out_[pos] != '"' && out_[pos] != '\'') || out_[pos - 1] != '=') continue;
      const std::size_t quote = out_.find(out_[pos], pos + 1);
      if (quote == std::string::npos) return out_.size();
      pos = quote;
    }
    return std::min(pos + 1, out_.size());
  }

  /// Where the end tag of a script or the like begins; the end of the input when there is none.
  std::size_t raw_text_end(const Tag& tag) {
    for (std::size_t pos = tag.end; (pos = out_.find("</", pos)) != std::string::npos; pos += 2)
      if (equals_ignore_case(std::string_view(out_).substr(pos + 2, tag.name.size()), tag.name)) return pos;
    return out_.size();
  }

  void open(const Tag& tag) {
    if (is_void(tag.name)) return;
    if (const auto index = formatting_index(tag.name); index < kFormatting.size()) {
      if (open_formatting_[index] >= max_open_formatting_) return blank(tag);
      ++open_formatting_[index];
      return;
    }
    if (closes_itself(tag.name)) return;
    if (depth_.size() >= max_depth_) {
      ++dropped_;
      return blank(tag);
    }
    depth_.push_back(tag.name);
  }

  void close(const Tag& tag) {
    if (const auto index = formatting_index(tag.name); index < kFormatting.size()) {
      if (open_formatting_[index] > 0) --open_formatting_[index];
      return;
    }
    if (closes_itself(tag.name) || is_void(tag.name)) return;
    if (dropped_ > 0) {
      --dropped_;
      return blank(tag);
    }
    const auto found = std::find(depth_.rbegin(), depth_.rend(), tag.name);
    if (found != depth_.rend()) depth_.erase(std::prev(found.base()), depth_.end());
  }

  void blank(const Tag& tag) {
    for (std::size_t i = tag.begin; i < tag.end; ++i)
      if (out_[i] != '\n') out_[i] = ' ';
  }

  std::string out_;
  std::size_t max_depth_;
  std::size_t max_open_formatting_;
  std::vector<std::string> depth_;
  std::array<std::size_t, kFormatting.size()> open_formatting_{};
  std::size_t dropped_ = 0;
};

}  // namespace

std::string bound_html_nesting(std::string_view html, std::size_t max_depth, std::size_t max_open_formatting) {
  return NestingGuard(html, max_depth, max_open_formatting).run();
}

}  // namespace scholargraph
