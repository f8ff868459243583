// SPDX-License-Identifier: Apache-2.0
// The two output streams: data on standard output, messages on standard error.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace scholargraph {

enum class ColorMode { kAuto, kAlways, kNever };

/// Escape sequences, or empty strings where a stream takes no colour.
struct Palette {
  std::string_view bold;
  std::string_view dim;
  std::string_view red;
  std::string_view yellow;
  std::string_view reset;
};

/// `text` on one line and harmless for a terminal: line ends and tabs become blanks, other control characters and
/// overrides of the text direction U+FFFD. Names of files and people come from strangers.
std::string printable(std::string_view text);

class Console {
 public:
  Console(bool quiet, ColorMode mode);

  /// Writes data to standard output. Throws Error(kOutputFailed) when it cannot be written.
  void print(std::string_view text);
  /// Flushes standard output; the same error.
  void flush();
  /// One line on standard error, unless quiet.
  void message(std::string_view text) const;
  /// One line on standard error, also when quiet.
  void error(std::string_view text, std::string_view hint = {}) const;
  /// Errors always, warnings unless quiet, notes never.
  void report(const Diagnostic& diagnostic) const;

  [[nodiscard]] bool quiet() const { return quiet_; }
  [[nodiscard]] const Palette& palette() const { return out_palette_; }  ///< for standard output
  /// Standard error when a progress bar may be drawn there, else nullptr.
  [[nodiscard]] std::FILE* progress_stream() const;

 private:
  bool quiet_;
  Palette out_palette_;
  Palette error_palette_;
};

}  // namespace scholargraph
