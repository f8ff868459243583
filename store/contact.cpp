// SPDX-License-Identifier: Apache-2.0
#include "store/contact.h"

namespace scholargraph {

namespace {

bool is_address_char(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' ||
         c == '-' || c == '+' || c == '%';
}

}  // namespace

std::string_view mask_contacts(std::string_view text, std::string& buffer) {
  std::size_t done = 0;
  bool found = false;
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    std::size_t begin = at;
    while (begin > done && is_address_char(text[begin - 1])) --begin;
    std::size_t end = at + 1;
    while (end < text.size() && is_address_char(text[end])) ++end;
    if (begin == at || text.substr(at, end - at).find('.') == std::string_view::npos) continue;
    while (text[end - 1] == '.') --end;
    if (!found) buffer.clear();
    found = true;
    buffer.append(text, done, begin - done).append("[e-mail]");
    done = end;
  }
  if (!found) return text;
  buffer.append(text, done, text.size() - done);
  return buffer;
}

}  // namespace scholargraph
