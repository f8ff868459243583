// SPDX-License-Identifier: Apache-2.0
// What cannot continue. Thrown anywhere, caught once in main, which turns the code into the exit status.
#pragma once

#include <stdexcept>
#include <string>

namespace scholargraph {

/// The exit codes of the program (documented in the man page).
enum class ExitCode {
  kOk = 0,
  kSomeInputsFailed = 1,
  kUsage = 2,
  kNothingReadable = 3,
  kOutputFailed = 4,
  kInterrupted = 130,
};

/// The message says where, what was expected, what was found; the hint says what to do.
class Error : public std::runtime_error {
 public:
  Error(ExitCode code, const std::string& message, std::string hint = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}
  [[nodiscard]] ExitCode code() const { return code_; }
  [[nodiscard]] const std::string& hint() const { return hint_; }

 private:
  ExitCode code_;
  std::string hint_;
};

}  // namespace scholargraph
