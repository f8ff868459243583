// SPDX-License-Identifier: Apache-2.0
#include "extract/extract_mask.h"

#include <array>
#include <cctype>

#include "base/text.h"

namespace scholargraph {
namespace {

constexpr std::string_view kMask = "[masked]";

bool address_char(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%' || byte >= 0x80;
}

/// [begin, end) of the e-mail address around the '@' at `at`; empty when there is none.
std::pair<std::size_t, std::size_t> address_around(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && address_char(text[begin - 1])) --begin;
  std::size_t end = at + 1;
  bool point = false;
  while (end < text.size() && address_char(text[end])) point = text[end++] == '.' || point;
  if (begin == at || !point) return {at, at};
  return {begin, end};
}

/// The end of a phone number that starts at `begin`: eight digits or more with blanks, points, brackets and hyphens
/// between groups, led by '+' or '(' or a telephone word; `begin` when there is none.
std::size_t phone_end(std::string_view text, std::size_t begin, bool announced) {
  std::size_t digits = 0;
  std::size_t end = begin;
  std::size_t pos = begin;
  const bool plus = text[begin] == '+';
  for (; pos < text.size(); ++pos) {
    const char c = text[pos];
    if (std::isdigit(static_cast<unsigned char>(c))) {
      ++digits;
      end = pos + 1;
    } else if (c != ' ' && c != '-' && c != '.' && c != '(' && c != ')' && c != '/' && !(c == '+' && pos == begin)) {
      break;
    }
  }
  const bool enough = plus ? digits >= 8 : announced && digits >= 6;
  return enough && digits <= 16 ? end : begin;
}

bool american_number(std::string_view text, std::size_t begin, std::size_t& end) {
  constexpr std::array<std::string_view, 3> kShapes{"(ddd) ddd-dddd", "ddd-ddd-dddd", "(ddd)ddd-dddd"};
  for (std::string_view shape : kShapes) {
    if (begin + shape.size() > text.size()) continue;
    bool equal = true;
    for (std::size_t k = 0; k < shape.size() && equal; ++k) {
      const char c = text[begin + k];
      equal = shape[k] == 'd' ? std::isdigit(static_cast<unsigned char>(c)) != 0 : c == shape[k];
    }
    const std::size_t after = begin + shape.size();
    if (!equal || (after < text.size() && std::isdigit(static_cast<unsigned char>(text[after])))) continue;
    end = after;
    return true;
  }
  return false;
}

bool announces_phone(std::string_view before) {
  constexpr std::array<std::string_view, 10> kWords{"phone", "tel", "mobile", "fax", "cell", "telefon", "telefono", "telefone", "mobil", "handy"};
  const std::string folded = fold(before.substr(before.size() > 24 ? before.size() - 24 : 0));
  const std::size_t blank = folded.rfind(' ');
  const std::string_view last = std::string_view(folded).substr(blank == std::string::npos ? 0 : blank + 1);
  for (std::string_view word : kWords) {
    if (last == word || (word.size() > 4 && folded.find(word) != std::string::npos)) return true;
  }
  return false;
}

/// House number and street: the part of a line up to the end.
bool postal_address(std::string_view text) {
  constexpr std::array<std::string_view, 14> kStreets{" street", " avenue", " road", " boulevard", " drive", " lane", "strasse", "stra\xC3\x9F" "e", "rue ",
                                                      " ave.", " st.", "p.o. box", "po box", "calle "};
  if (text.size() > 160) return false;
  bool digit = false;
  for (char c : text) digit = digit || std::isdigit(static_cast<unsigned char>(c));
  if (!digit) return false;
  const std::string lower = to_lower(text);
  for (std::string_view street : kStreets) {
    const std::size_t at = lower.find(street);
    if (at == std::string::npos) continue;
    const std::size_t near = at > 30 ? at - 30 : 0;
    for (std::size_t k = near; k < std::min(lower.size(), at + street.size() + 12); ++k) {
      if (std::isdigit(static_cast<unsigned char>(lower[k]))) return true;
    }
  }
  return false;
}

}  // namespace

std::string mask_contact_data(std::string_view text) {
  if (postal_address(text)) return std::string(kMask);
  std::string out;
  std::size_t kept = 0;
  for (std::size_t pos = 0; pos < text.size(); ++pos) {
    const char c = text[pos];
    if (c == '@') {
      const auto [begin, end] = address_around(text, pos);
      if (begin < pos && begin >= kept) {
        out.append(text.substr(kept, begin - kept)).append(kMask);
        kept = end;
        pos = end - 1;
      }
      continue;
    }
    const bool start = c == '+' || c == '(' || std::isdigit(static_cast<unsigned char>(c));
    if (!start || (pos > 0 && (std::isalnum(static_cast<unsigned char>(text[pos - 1])) || text[pos - 1] == '.' || text[pos - 1] == '/'))) continue;
    std::size_t end = pos;
    if (!american_number(text, pos, end)) end = phone_end(text, pos, announces_phone(text.substr(0, pos)));
    if (end > pos && pos >= kept) {
      out.append(text.substr(kept, pos - kept)).append(kMask);
      kept = end;
      pos = end - 1;
    }
  }
  out.append(text.substr(kept));
  return out;
}

}  // namespace scholargraph
