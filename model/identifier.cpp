// SPDX-License-Identifier: Apache-2.0
#include "model/identifier.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace scholargraph {

namespace {

constexpr std::array<std::string_view, 8> kContactSchemes = {"email", "e-mail", "mail",   "mailto",
                                                             "phone", "tel",    "mobile", "fax"};

void drop_prefix(std::string_view& text, std::string_view prefix) {
  if (starts_with_ignore_case(text, prefix)) text = trim(text.substr(prefix.size()));
}

std::string_view last_segment(std::string_view text) {
  while (text.ends_with('/')) text.remove_suffix(1);
  const auto slash = text.rfind('/');
  return slash == std::string_view::npos ? text : text.substr(slash + 1);
}

std::string_view bare_doi(std::string_view value) {
  if (const auto start = value.find("10."); start != std::string_view::npos) value = value.substr(start);
  while (!value.empty() && (value.back() == '.' || value.back() == ',' || value.back() == ';')) value.remove_suffix(1);
  return value.starts_with("10.") ? value : std::string_view();
}

/// "2101.00001v2" -> "2101.00001".
std::string_view bare_arxiv(std::string_view value) {
  for (const auto prefix : {"https://", "http://", "arxiv.org/", "abs/", "pdf/", "arxiv:"}) drop_prefix(value, prefix);
  if (value.ends_with(".pdf")) value.remove_suffix(4);
  const auto version = value.rfind('v');
  if (version != std::string_view::npos && version > 0 && version + 1 < value.size() &&
      std::all_of(value.begin() + static_cast<std::ptrdiff_t>(version) + 1, value.end(),
                  [](char c) { return c >= '0' && c <= '9'; }))
    value = value.substr(0, version);
  return value;
}

}  // namespace

std::string bare_identifier(std::string_view scheme, std::string_view value) {
  value = trim(value);
  std::string bare;
  if (scheme == "doi") {
    bare = to_lower(bare_doi(value));
  } else if (scheme == "orcid") {
    bare = std::string(last_segment(value));
    std::transform(bare.begin(), bare.end(), bare.begin(), [](char c) { return c == 'x' ? 'X' : c; });
  } else if (scheme == "arxiv") {
    bare = std::string(bare_arxiv(value));
  } else if (scheme == "ror" || scheme == "openalex") {
    bare = std::string(last_segment(value));
  } else {
    bare = std::string(value);
  }
  std::erase_if(bare, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
  return bare;
}

bool is_contact_scheme(std::string_view scheme) {
  return std::any_of(kContactSchemes.begin(), kContactSchemes.end(),
                     [&](std::string_view contact) { return equals_ignore_case(scheme, contact); });
}

namespace {

/// The size of the telephone number at the beginning of `text`, 0 without one.
std::size_t telephone_size(std::string_view text) {
  constexpr std::size_t kFewest = 8;
  if (!text.starts_with('+')) return 0;
  std::size_t digits = 0;
  std::size_t end = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (!digit && std::string_view(" ().-/").find(text[i]) == std::string_view::npos) break;
    if (digit) ++digits, end = i + 1;
  }
  return digits < kFewest ? 0 : end;
}

std::string without_telephone_numbers(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = telephone_size(text.substr(i));
    if (size == 0) out += text[i++];
    i += size;
  }
  return out;
}

}  // namespace

std::string without_contact(std::string_view text) {
  if (text.find('+') != std::string_view::npos) {
    const std::string rest = without_telephone_numbers(text);
    if (rest.size() < text.size()) return without_contact(trim(rest));
  }
  if (text.find('@') == std::string_view::npos) return std::string(text);
  std::string out;
  for (const auto word : split_words(text)) {
    const auto at = word.find('@');
    if (at != std::string_view::npos && at > 0 && at + 1 < word.size()) continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

}  // namespace scholargraph
