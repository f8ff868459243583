// SPDX-License-Identifier: Apache-2.0
// The characters of a LaTeX source with macro expansions on top, and what TeX reads from them: names and arguments.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scholargraph {

/// A stack of texts, the source at the bottom. Texts on top may hold marks (kLineMark digits kLineMarkEnd) that say
/// which source line the following characters came from; they are never seen by the callers of get() and peek().
class TexInput {
 public:
  static constexpr char kLineMark = '\x01';
  static constexpr char kLineMarkEnd = '\x02';

  /// `source` must outlive this object and hold no mark characters. `work_limit` bounds the bytes that expansions
  /// push and look-ahead reads, so that no macro can run away.
  TexInput(std::string_view source, int first_line, std::size_t work_limit);

  bool at_end();
  char peek();  ///< '\0' at the end
  char get();   ///< '\0' at the end
  [[nodiscard]] int line() const { return frames_.back().line; }
  [[nodiscard]] bool in_source() const { return frames_.size() == 1; }
  /// Whether the text below continues with `text`.
  bool looking_at(std::string_view text);

  /// Whether `text` stands in the rest of this line.
  bool line_has(std::string_view text);

  /// What is read next. False, and nothing done, when the limits are reached.
  bool push(std::string text);
  [[nodiscard]] bool exhausted() const { return work_ == 0; }

  /// Moves past blanks, single line ends and comments if `wanted` follows them, and past it.
  bool skip_to(char wanted);
  void skip_blanks();        ///< blanks and at most one line end
  void skip_line();          ///< the rest of the line with its end
  /// What stands in the group {...} here, if that has at most `limit` bytes; else empty. Moves nothing.
  std::string_view peek_group(std::size_t limit);
  /// How many groups {...} follow each other here, at most 9; 0 when the work limit is reached.
  int count_groups();

  /// The name behind a backslash that has been read: letters, or one other character. Blanks behind letters are
  /// skipped.
  std::string read_name();
  /// The rest of a group whose '{' has been read, without its '}'.
  std::string read_group();
  /// A group without its braces, or one token.
  std::string read_argument();
  std::optional<std::string> read_optional();
  /// Everything up to `end`, and moves past it; up to the end of the text if it is not there.
  std::string read_until(std::string_view end);

 private:
  struct Frame {
    std::string own;
    std::size_t pos = 0;
    int line = 0;
  };

  [[nodiscard]] std::string_view text(const Frame& frame) const;
  void settle();
  std::string read_balanced(char open, char close);
  static std::size_t skip_group(std::string_view text, std::size_t pos);

  std::string_view source_;
  std::vector<Frame> frames_;
  std::size_t work_;
};

/// The mark that says: what follows is from this line.
std::string line_mark(int line);

/// Without line marks.
std::string without_line_marks(std::string_view text);

}  // namespace scholargraph
