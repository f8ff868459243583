// SPDX-License-Identifier: Apache-2.0
#include "model/contact.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace scholargraph {

namespace {

bool is_telephone(std::string_view text) {
  std::size_t digits = 0, letters = 0;
  for (const char c : text) {
    digits += is_ascii_digit(c) ? 1 : 0;
    letters += is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80 ? 1 : 0;
  }
  return digits >= 7 && digits > letters;
}

bool has_contact_label(std::string_view text) {
  constexpr std::string_view kLabels[] = {"tel", "telephone", "phone", "mobile", "fax", "telefax", "e-mail", "email",
                                          "e-mail address", "email address", "electronic address"};
  return std::any_of(std::begin(kLabels), std::end(kLabels), [&](std::string_view label) {
    if (!starts_with_ignore_case(text, label)) return false;
    const std::string_view rest = trim(text.substr(label.size()));
    return rest.starts_with(':') || rest.starts_with('.');
  });
}

/// "moss@example.org (Pia Moss)", not "Graphs@Here"
bool is_mail_address(std::string_view text) {
  constexpr std::size_t kWordsOfName = 3;
  const std::string_view first = text.substr(0, text.find(' '));
  const std::size_t at = first.find('@');
  if (at == std::string_view::npos || first.ends_with(',') || first.find('.', at) == std::string_view::npos) return false;
  std::size_t others = 0;
  for (const std::string_view word : split_words(text)) {
    if (word.find('@') != std::string_view::npos) continue;
    if (word.ends_with(',') || ++others > kWordsOfName) return false;
  }
  return true;
}

/// The size of the telephone number at the beginning of `text`, 0 without one.
std::size_t telephone_size(std::string_view text) {
  constexpr std::size_t kFewest = 8;
  if (!text.starts_with('+')) return 0;
  std::size_t digits = 0;
  std::size_t end = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool digit = is_ascii_digit(text[i]);
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

bool is_contact(std::string_view text) {
  return is_telephone(text) || has_contact_label(text) || is_mail_address(text);
}

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
