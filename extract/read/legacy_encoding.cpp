// SPDX-License-Identifier: Apache-2.0
// Western text has single high bytes between ASCII letters, East Asian text has pairs of bytes in long runs. So the
// old East Asian encodings are tried only when most high bytes stand in runs; each candidate must decode without an
// error, and the one with the largest share of everyday characters (kana, hangul, the ideographs of the first level)
// wins if that share is high. Cost: linear, at most five passes over a sample.
#include "extract/read/legacy_encoding.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/text.h"

namespace scholargraph {

namespace {

constexpr std::array<char16_t, 32> kWindows1252High = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// Whether at least four fifths of the high bytes have a high byte next to them.
bool stands_in_runs(std::string_view bytes) {
  std::size_t high = 0;
  std::size_t lonely = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!is_high(bytes[i])) continue;
    ++high;
    if ((i == 0 || !is_high(bytes[i - 1])) && (i + 1 == bytes.size() || !is_high(bytes[i + 1]))) ++lonely;
  }
  return high >= 4 && lonely * 5 <= high;
}

/// Strict conversion; empty when a byte sequence is not of this encoding.
std::string convert(std::string_view bytes, const char* encoding) {
  const iconv_t converter = iconv_open("UTF-8", encoding);
  if (converter == reinterpret_cast<iconv_t>(-1)) return {};
  std::string out(bytes.size() * 3 + 16, '\0');
  char* source = const_cast<char*>(bytes.data());  // iconv() takes char** but does not write there
  std::size_t source_left = bytes.size();
  char* target = out.data();
  std::size_t target_left = out.size();
  const bool ok = iconv(converter, &source, &source_left, &target, &target_left) != static_cast<std::size_t>(-1);
  const bool cut = !ok && errno == EINVAL && source_left < 4;  // the sample ends inside a character
  iconv_close(converter);
  if (!ok && !cut) return {};
  out.resize(out.size() - target_left);
  return out;
}

bool is_everyday(char32_t c) {
  return (c >= 0x3001 && c <= 0x3002) || (c >= 0x3041 && c <= 0x30FE) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0x4E00 && c <= 0x9FA5) || (c >= 0xFF01 && c <= 0xFF5E);
}

struct Candidate {
  const char* encoding;
  std::string_view name;
};

/// Share of everyday characters, kana and hangul counted double: they tell the encodings apart.
double score(std::string_view text) {
  double points = 0;
  double total = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (c < 0x80) continue;
    ++total;
    if (!is_everyday(c)) continue;
    const bool half_width = c >= 0xFF61 && c <= 0xFF9F;
    const bool tells = (c >= 0x3041 && c <= 0x30FE) || (c >= 0xAC00 && c <= 0xD7A3);
    points += half_width ? 0.0 : tells ? 1.2 : 1.0;
  }
  return total > 0 ? points / total : 0;
}

/// The common halves of the ideographs come first in the tables of each encoding, so bytes of the right encoding
/// keep to few lead bytes.
double common_lead_share(std::string_view bytes, std::string_view name) {
  std::size_t pairs = 0;
  std::size_t common = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    if (!is_high(bytes[i])) continue;
    const auto lead = static_cast<unsigned char>(bytes[i]);
    ++pairs;
    if (name == "Shift-JIS") common += (lead >= 0x81 && lead <= 0x98);
    if (name == "EUC-JP") common += (lead >= 0xA1 && lead <= 0xCF);
    if (name == "EUC-KR") common += (lead >= 0xA1 && lead <= 0xC8);
    if (name == "GB18030") common += (lead >= 0xA1 && lead <= 0xD7);
    if (name == "Big5") common += (lead >= 0xA1 && lead <= 0xC6);
    ++i;
  }
  return pairs > 0 ? static_cast<double>(common) / static_cast<double>(pairs) : 0;
}

const Candidate* east_asian(std::string_view sample) {
  static constexpr std::array<Candidate, 5> kCandidates = {{{"SHIFT_JIS", "Shift-JIS"},
                                                            {"EUC-JP", "EUC-JP"},
                                                            {"EUC-KR", "EUC-KR"},
                                                            {"GB18030", "GB18030"},
                                                            {"BIG5", "Big5"}}};
  const Candidate* best = nullptr;
  double best_score = 0.8;
  for (const auto& candidate : kCandidates) {
    const double points = score(convert(sample, candidate.encoding)) * common_lead_share(sample, candidate.name);
    if (points <= best_score) continue;
    best_score = points;
    best = &candidate;
  }
  return best;
}

}  // namespace

std::string decode_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252High[byte - 0x80] : byte);
  }
  return out;
}

LegacyText decode_legacy(std::string_view bytes) {
  if (const auto sample = bytes.substr(0, std::size_t{1} << 16); stands_in_runs(sample)) {
    if (const auto* candidate = east_asian(sample)) {
      std::string text = convert(bytes, candidate->encoding);
      if (!text.empty()) return {sanitize_utf8(text), candidate->name};
    }
  }
  return {decode_windows_1252(bytes), "Windows-1252"};
}

}  // namespace scholargraph
