// SPDX-License-Identifier: Apache-2.0
// Running another program on hostile input: bounded time, memory and output, no shell, nothing left behind.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace scholargraph {

struct ChildLimits {
  std::chrono::milliseconds wall_clock{20000};
  std::uint64_t cpu_seconds = 20;
  std::uint64_t memory_bytes = std::uint64_t{1} << 30;  ///< address space; 0 means no limit
  std::size_t output_bytes = std::size_t{64} << 20;
};

struct ChildResult {
  enum class Outcome {
    kExited,         ///< by itself, with exit_code
    kSignalled,      ///< ended by a signal (crash, CPU limit); exit_code is the signal's number
    kTimedOut,       ///< ended by us at the wall-clock limit
    kTooMuchOutput,  ///< ended by us at the output limit; output holds the first output_bytes
    kMissing,        ///< no such program on PATH
    kNotStarted,     ///< the system refused (no processes, no descriptors); errors holds the reason
  };
  Outcome outcome = Outcome::kNotStarted;
  int exit_code = 0;
  std::string output;  ///< standard output
  std::string errors;  ///< the first 4 kB of standard error
};

/// Runs `arguments[0]` (looked up on PATH unless it holds a '/') and waits for its end.
///
/// The standard input of the program is an anonymous seekable file with the bytes of `input`; a program that
/// insists on a file name is given "/dev/stdin". The child gets no other descriptor, an environment of PATH
/// and LC_ALL only, a process group of its own, no core dumps, and dies with the calling thread.
/// REQUIRES: !arguments.empty(). Safe to call from any number of threads; never throws for what a child does.
ChildResult run_child(const std::vector<std::string>& arguments, std::string_view input,
                      const ChildLimits& limits = {});

}  // namespace scholargraph
