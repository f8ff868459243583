// SPDX-License-Identifier: Apache-2.0
#include "extract/read/pdf_furniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/text.h"
#include "extract/read/pdf_rows.h"

namespace scholargraph {
namespace {

/// Lines at each end of a page that may be furniture.
constexpr std::size_t kEdgeRows = 4;
/// Two lines are at one height within this many points.
constexpr float kSameHeight = 6;
/// How far from the edge of the page furniture stands, as a share of the height.
constexpr float kMargin = 0.16f;

struct EdgeRow {
  std::size_t page = 0;
  float y = 0;
  bool at_top = false;
  std::string key;   ///< the text with every number as '#'
  bool long_number = false;  ///< a year rather than the number of a page
  std::vector<std::size_t> pieces;
};

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 5 && word.find_first_not_of("ivxIVX") == std::string_view::npos;
}

std::string key_of(const std::vector<PdfPiece>& pieces, const PdfRow& row) {
  std::string key;
  for (const std::size_t index : row.pieces) {
    for (const std::string_view word : split_words(pieces[index].text)) {
      if (!key.empty()) key += ' ';
      bool in_number = false;
      for (const char c : is_roman(word) && row.pieces.size() == 1 && pieces[index].text == word ? std::string_view("0") : word) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit) key += c;
        else if (!in_number) key += '#';
        in_number = digit;
      }
    }
  }
  return key;
}

/// "7", "– 7 –", "Page 7 of 9", "7/9": nothing but the number and the word for page.
bool is_page_number(const std::string& key) {
  static const std::set<std::string, std::less<>> words = {
      "page", "of", "p", "pg", "seite", "von", "pagina", "de", "página", "pág", "sur", "di", "strona", "z", "sida", "av", "стр", "第", "页", "頁", "ページ"};
  if (key.find('#') == std::string::npos) return false;
  std::string text = to_lower(key);
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x80 && (c < 'a' || c > 'z')) c = ' ';
  }
  text = replace_all(replace_all(std::move(text), "–", " "), "—", " ");
  const std::vector<std::string_view> found = split_words(text);
  return std::all_of(found.begin(), found.end(), [&](std::string_view word) { return words.count(word) > 0; });
}

bool has_long_number(const std::vector<PdfPiece>& pieces, const PdfRow& row) {
  std::size_t digits = 0;
  for (const std::size_t index : row.pieces) {
    for (const char c : pieces[index].text) {
      digits = c >= '0' && c <= '9' ? digits + 1 : 0;
      if (digits > 3) return true;
    }
  }
  return false;
}

void collect(const PdfPage& page, std::size_t number, std::vector<EdgeRow>& out) {
  std::vector<std::size_t> all(page.pieces.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  const std::vector<PdfRow> rows = group_rows(page.pieces, all);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool top = i < kEdgeRows && rows[i].middle() < kMargin * page.height;
    const bool bottom = i + kEdgeRows >= rows.size() && rows[i].middle() > (1 - kMargin) * page.height;
    if (top || bottom) out.push_back({number, rows[i].middle(), top, key_of(page.pieces, rows[i]), has_long_number(page.pieces, rows[i]), rows[i].pieces});
  }
}

/// The other pages that have this row at this height.
std::size_t pages_with(const std::vector<const EdgeRow*>& same_key, const EdgeRow& row) {
  std::set<std::size_t> pages;
  for (const EdgeRow* other : same_key) {
    if (std::abs(other->y - row.y) < kSameHeight) pages.insert(other->page);
  }
  return pages.size();
}

bool is_furniture(const std::vector<const EdgeRow*>& same_key, const EdgeRow& row, std::size_t pages) {
  const bool number = is_page_number(row.key);
  if (pages == 1) return number && !row.at_top && !row.long_number;
  const std::size_t seen = pages_with(same_key, row);
  if (number) return seen >= 2 || (!row.at_top && !row.long_number);
  // The first page often has a head of its own, short documents a page without one.
  const bool most = seen >= 2 && 2 * seen >= pages - (pages > 2 ? 1 : 0);
  return most && !(row.page == 0 && row.at_top);
}

}  // namespace

void remove_furniture(std::vector<PdfPage>& pages) {
  std::vector<EdgeRow> rows;
  for (std::size_t i = 0; i < pages.size(); ++i) collect(pages[i], i, rows);
  std::map<std::string, std::vector<const EdgeRow*>> by_key;
  for (const EdgeRow& row : rows) by_key[row.key].push_back(&row);
  for (const EdgeRow& row : rows) {
    if (!is_furniture(by_key[row.key], row, pages.size())) continue;
    for (const std::size_t index : row.pieces) pages[row.page].pieces[index].text.clear();
  }
  for (PdfPage& page : pages) {
    std::vector<PdfPiece>& all = page.pieces;
    all.erase(std::remove_if(all.begin(), all.end(), [](const PdfPiece& piece) { return piece.text.empty(); }), all.end());
  }
}

}  // namespace scholargraph
