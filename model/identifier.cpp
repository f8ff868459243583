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

}  // namespace scholargraph
