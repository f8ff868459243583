// SPDX-License-Identifier: Apache-2.0
// pdftohtml writes one <text> element a line and closes <a>, <b>, <i> in any order, which an XML parser refuses.
// This scanner knows those few tags and takes everything else as text.
#include "extract/read/pdf_page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include "base/text.h"
#include "extract/read/pdf_glyphs.h"

namespace scholargraph {
namespace {

constexpr std::size_t kMaxPieces = 2'000'000;
constexpr std::size_t kMaxPages = 20'000;
/// Coordinates beyond this are nonsense; keeps sums finite.
constexpr float kMaxLength = 1e6f;

struct Font {
  float size = 0;
  std::uint8_t styles = 0;
  bool icons = false;
};

void append_entity(std::string& out, std::string_view name) {
  if (name == "amp") out += '&';
  else if (name == "lt") out += '<';
  else if (name == "gt") out += '>';
  else if (name == "quot") out += '"';
  else if (name == "apos") out += '\'';
  else if (!name.empty() && name[0] == '#') {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    std::uint32_t value = 0;
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    append_utf8(out, value == 0 ? U' ' : static_cast<char32_t>(value));
  }
}

std::string decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t end = text[pos] == '&' ? text.find(';', pos) : std::string_view::npos;
    if (end != std::string_view::npos && end - pos <= 10) {
      append_entity(out, text.substr(pos + 1, end - pos - 1));
      pos = end + 1;
    } else {
      out += text[pos++];
    }
  }
  return out;
}

/// The value of ` name="…"` inside a tag.
std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t pos = tag.find(name); pos != std::string_view::npos; pos = tag.find(name, pos + 1)) {
    const std::size_t open = pos + name.size();
    if (pos == 0 || tag[pos - 1] != ' ' || tag.substr(open, 2) != "=\"") continue;
    const std::size_t close = tag.find('"', open + 2);
    return close == std::string_view::npos ? std::string_view() : tag.substr(open + 2, close - open - 2);
  }
  return {};
}

float number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::isfinite(value) ? std::clamp(static_cast<float>(value), -kMaxLength, kMaxLength) : 0;
}

bool is_tag(std::string_view tag, std::string_view name) {
  return tag.substr(0, name.size()) == name && (tag.size() == name.size() || tag[name.size()] == ' ');
}

/// Builds the text of one piece: styles, blanks, trimming.
class PieceText {
 public:
  explicit PieceText(PdfPiece& piece, std::uint8_t font_styles) : piece_(piece), font_styles_(font_styles) {}

  void text(std::string_view raw) {
    const std::string glyphs = compose_accents(readable_glyphs(sanitize_utf8(decode(raw))));
    for (const char c : glyphs) add(c);
  }

  void tag(std::string_view tag) {
    if (tag == "b") styles_ |= kBold;
    else if (tag == "i") styles_ |= kItalic;
    else if (tag == "/b") styles_ &= static_cast<std::uint8_t>(~kBold);
    else if (tag == "/i") styles_ &= static_cast<std::uint8_t>(~kItalic);
    else if (is_tag(tag, "a")) open_link(tag);
    else if (tag == "/a") close_link();
  }

  void finish() {
    close_run();
    close_link();
    piece_.blank_after = blank_ && !piece_.text.empty();
  }

 private:
  void add(char c) {
    if (c == ' ') {
      blank_ = true;
      return;
    }
    if (blank_ && piece_.text.empty()) piece_.blank_before = true;
    const std::uint8_t now = styles_ | font_styles_;
    if (blank_ && !piece_.text.empty()) piece_.text += ' ';
    blank_ = false;
    if (now != run_styles_) {
      close_run();
      run_styles_ = now;
      run_begin_ = size();
    }
    piece_.text += c;
  }

  void open_link(std::string_view tag) {
    close_link();
    target_ = sanitize_utf8(decode(attribute(tag, "href")));
    link_begin_ = size();
  }

  void close_link() {
    if (!target_.empty() && link_begin_ < size()) {
      const bool blank_first = piece_.text[link_begin_] == ' ';
      piece_.styles.push_back({link_begin_ + (blank_first ? 1 : 0), size(), kLink, target_});
    }
    target_.clear();
  }

  void close_run() {
    std::uint32_t end = size();
    if (end > run_begin_ && piece_.text[end - 1] == ' ') --end;
    if (run_styles_ != 0 && run_begin_ < end) piece_.styles.push_back({run_begin_, end, run_styles_, {}});
    run_styles_ = 0;
  }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(piece_.text.size()); }

  PdfPiece& piece_;
  std::uint8_t font_styles_;
  std::uint8_t styles_ = 0;
  std::uint8_t run_styles_ = 0;
  std::uint32_t run_begin_ = 0;
  std::uint32_t link_begin_ = 0;
  std::string target_;
  bool blank_ = false;
};

class Parser {
 public:
  Parser(std::string_view xml, float zoom) : xml_(xml), zoom_(zoom) {}

  std::vector<PdfPage> run() {
    while (pos_ < xml_.size()) {
      const std::size_t open = xml_.find('<', pos_);
      if (open == std::string_view::npos) break;
      const std::size_t close = xml_.find('>', open);
      if (close == std::string_view::npos) break;
      pos_ = close + 1;
      const std::string_view tag = xml_.substr(open + 1, close - open - 1);
      if (is_tag(tag, "page")) open_page(tag);
      else if (is_tag(tag, "fontspec")) add_font(tag);
      else if (is_tag(tag, "text")) add_piece(tag);
      else if (is_tag(tag, "outline")) break;
      if (pages_.size() > kMaxPages) break;
    }
    return std::move(pages_);
  }

 private:
  [[nodiscard]] float length(std::string_view tag, std::string_view name) const {
    return number(attribute(tag, name)) / zoom_;
  }

  void open_page(std::string_view tag) {
    PdfPage page;
    page.width = length(tag, "width");
    page.height = length(tag, "height");
    pages_.push_back(std::move(page));
  }

  void add_font(std::string_view tag) {
    Font font;
    font.size = length(tag, "size");
    const std::string_view family = attribute(tag, "family");
    if (is_bold_font(family)) font.styles |= kBold;
    if (is_italic_font(family)) font.styles |= kItalic;
    font.icons = is_icon_font(family);
    fonts_[std::string(attribute(tag, "id"))] = font;
  }

  void add_piece(std::string_view tag) {
    const std::size_t end = std::min(xml_.find("</text>", pos_), xml_.size());
    const std::string_view body = xml_.substr(pos_, end - pos_);
    pos_ = end;
    if (pages_.empty() || ++pieces_ > kMaxPieces) return;
    const auto font = fonts_.find(std::string(attribute(tag, "font")));
    const Font used = font == fonts_.end() ? Font() : font->second;
    if (used.icons) return;
    PdfPiece piece;
    piece.left = length(tag, "left");
    piece.top = length(tag, "top");
    piece.right = piece.left + length(tag, "width");
    piece.bottom = piece.top + length(tag, "height");
    piece.size = used.size > 0 ? used.size : piece.bottom - piece.top;
    fill(piece, body, used.styles);
    if (!piece.text.empty() && is_on_page(piece) && !is_rotated(piece)) pages_.back().pieces.push_back(std::move(piece));
  }

  static void fill(PdfPiece& piece, std::string_view body, std::uint8_t styles) {
    PieceText text(piece, styles);
    for (std::size_t pos = 0; pos < body.size();) {
      const std::size_t open = std::min(body.find('<', pos), body.size());
      text.text(body.substr(pos, open - pos));
      const std::size_t close = body.find('>', open);
      if (open == body.size() || close == std::string_view::npos) break;
      text.tag(body.substr(open + 1, close - open - 1));
      pos = close + 1;
    }
    text.finish();
    std::stable_sort(piece.styles.begin(), piece.styles.end(),
                     [](const StyleSpan& a, const StyleSpan& b) { return a.begin < b.begin; });
  }

  [[nodiscard]] bool is_on_page(const PdfPiece& piece) const {
    const PdfPage& page = pages_.back();
    return piece.right > 0 && piece.left < page.width && piece.middle() > 0 && piece.middle() < page.height &&
           piece.bottom > piece.top;
  }

  /// Rotated text comes with the extent of its characters across the line: far taller than its font, or with
  /// several letters in no width.
  static bool is_rotated(const PdfPiece& piece) {
    const auto letters = static_cast<float>(utf8_length(piece.text));
    const float height = piece.bottom - piece.top;
    return letters >= 3 && (piece.right - piece.left < 0.12f * letters * piece.size) && height > 0.3f * piece.size;
  }

  std::string_view xml_;
  float zoom_;
  std::size_t pos_ = 0;
  std::size_t pieces_ = 0;
  std::map<std::string, Font> fonts_;
  std::vector<PdfPage> pages_;
};

}  // namespace

std::vector<PdfPage> parse_pdf_pages(std::string_view xml, float zoom) { return Parser(xml, zoom).run(); }

}  // namespace scholargraph
