// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "base/error.h"
#include "base/text.h"

namespace scholargraph {

namespace {

constexpr Palette kColors{"\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[33m", "\x1b[0m"};

bool terminal_is_dumb() {
  const char* term = std::getenv("TERM");
  return !term || std::strcmp(term, "dumb") == 0;
}

bool wants_color(ColorMode mode, int descriptor) {
  if (mode != ColorMode::kAuto) return mode == ColorMode::kAlways;
  const char* no_color = std::getenv("NO_COLOR");
  if (no_color && *no_color) return false;
  return isatty(descriptor) && !terminal_is_dumb();
}

/// A reader that went away ("| head") is no error worth a message: end as the default action would.
[[noreturn]] void fail_output(int error) {
  if (error == EPIPE) {
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
  }
  throw Error(ExitCode::kOutputFailed, std::string("standard output: cannot be written: ") + std::strerror(error));
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    const bool turns_text = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    const bool is_control = c < 0x20 || (c >= 0x7f && c < 0xa0) || turns_text;
    append_utf8(out, c == '\n' || c == '\t' ? U' ' : is_control ? U'\uFFFD' : c);
  }
  return out;
}

Console::Console(bool quiet, ColorMode mode)
    : quiet_(quiet),
      out_palette_(wants_color(mode, STDOUT_FILENO) ? kColors : Palette{}),
      error_palette_(wants_color(mode, STDERR_FILENO) ? kColors : Palette{}) {}

void Console::print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) fail_output(errno);
}

void Console::flush() {
  if (std::fflush(stdout) != 0) fail_output(errno);
}

void Console::message(std::string_view text) const {
  if (!quiet_) std::fprintf(stderr, "%.*s\n", static_cast<int>(text.size()), text.data());
}

void Console::error(std::string_view text, std::string_view hint) const {
  std::string line = "scholargraph: ";
  line.append(error_palette_.red).append("error:").append(error_palette_.reset).append(" ").append(text);
  if (!hint.empty()) line.append("\n").append(hint);
  std::fprintf(stderr, "%s\n", line.c_str());
}

void Console::report(const Diagnostic& diagnostic) const {
  if (diagnostic.severity == Severity::kNote) return;
  if (diagnostic.severity == Severity::kWarning && quiet_) return;
  const bool is_error = diagnostic.severity == Severity::kError;
  std::string line(is_error ? error_palette_.red : error_palette_.yellow);
  line.append(printable(to_string(diagnostic))).append(error_palette_.reset);
  std::fprintf(stderr, "%s\n", line.c_str());
}

std::FILE* Console::progress_stream() const {
  return !quiet_ && isatty(STDERR_FILENO) && !terminal_is_dumb() ? stderr : nullptr;
}

}  // namespace scholargraph
