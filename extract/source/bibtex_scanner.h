// SPDX-License-Identifier: Apache-2.0
// The entries of BibTeX text as views: type, key, fields. Broken libraries are the normal case.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace scholargraph {

struct BibtexField {
  std::string_view name;   ///< as written
  std::string_view value;  ///< TeX, outer braces or quotes removed; concatenations joined
};

struct BibtexEntry {
  std::string_view type;  ///< as written
  std::string_view key;
  std::vector<BibtexField> fields;
  std::size_t offset = 0;  ///< of its '@'

  /// The first field of this name (case is ignored), empty when there is none.
  [[nodiscard]] std::string_view field(std::string_view lower_name) const;
};

/// What was wrong with an entry. `kept`: what stands before the error is used.
struct BibtexError {
  std::size_t offset = 0;
  std::string_view key;
  std::string message;
  bool kept = false;
};

using BibtexMacros = std::unordered_map<std::string, std::string>;

/// Walks over `text`. @string adds to the macros; @comment and @preamble are passed over; text between entries is no
/// content. After an error the scan goes on at the next "@word{" that begins a line.
class BibtexScanner {
 public:
  /// `outer`: macros that hold besides those of `text`; they outlive this.
  explicit BibtexScanner(std::string_view text, const BibtexMacros* outer = nullptr);

  /// The next entry, valid until the next call; nullptr at the end. Errors are appended to `errors`; an entry that could
  /// not be used at all is not returned.
  const BibtexEntry* next(std::vector<BibtexError>& errors);

  /// Reads only the @string definitions of `text` into the macros.
  void define_macros(std::string_view text);
  /// All that were defined so far.
  [[nodiscard]] const BibtexMacros& macros() const { return macros_; }

 private:
  bool find_entry();
  bool read_entry(std::vector<BibtexError>& errors);
  bool read_fields(char close, std::vector<BibtexError>& errors);
  bool read_value(std::string_view& value);
  bool read_piece(std::string_view& piece);
  bool read_braced(std::string_view& piece);
  bool read_quoted(std::string_view& piece);
  template <class Ends>
  bool read_to_end(std::size_t begin, Ends ends, std::string_view& piece);
  void read_string();
  void skip_group();
  void skip_blanks();
  std::string_view read_name();
  void recover(std::size_t from);
  [[nodiscard]] char peek() const { return pos_ < text_.size() ? text_[pos_] : '\0'; }

  std::string_view text_;
  std::size_t pos_ = 0;
  BibtexEntry entry_;
  const BibtexMacros* outer_;
  BibtexMacros macros_;
  std::vector<std::string> joined_;  ///< concatenated values of the current entry
  std::string problem_;
};

/// Offset of the next "@word{" or "@word(" that begins a line, at or behind `from`; npos if there is none.
std::size_t find_bibtex_entry(std::string_view text, std::size_t from);

/// The key of the entry whose '@' is at `at`; empty when none begins there or it has none.
std::string_view bibtex_key_at(std::string_view text, std::size_t at);

}  // namespace scholargraph
