// SPDX-License-Identifier: Apache-2.0
#include "base/child_process.h"

#include <chrono>
#include <thread>

#include "catch.h"

using namespace scholargraph;
using Outcome = ChildResult::Outcome;

namespace {

ChildResult shell(const std::string& script, std::string_view input = {}, const ChildLimits& limits = {}) {
  return run_child({"sh", "-c", script}, input, limits);
}

}  // namespace

TEST_CASE("a child's input, output, errors and exit code pass through") {
  const std::string large(300000, 'x');
  struct Case {
    const char* script;
    std::string input;
    int exit_code;
    std::string output;
    std::string errors;
  };
  const Case cases[] = {
      {"cat", "one\ntwo", 0, "one\ntwo", ""},
      {"cat", large, 0, large, ""},
      {"cat /dev/stdin /dev/stdin", "ab", 0, "abab", ""},
      {"echo out; echo err >&2; exit 3", "", 3, "out\n", "err\n"},
      {"env | grep -v -e ^PWD= -e ^_= -e ^SHLVL= -e ^OLDPWD= | sed 's/^PATH=.*/PATH/' | sort", "", 0, "LC_ALL=C.UTF-8\nPATH\n", ""},
      {"for fd in 3 4 5 6 7 8 9; do if (: <&$fd) 2>/dev/null; then echo $fd; fi; done", "", 0, "", ""},
      {"ulimit -c", "", 0, "0\n", ""},
  };
  for (const Case& c : cases) {
    INFO(c.script);
    const ChildResult result = shell(c.script, c.input);
    CHECK(result.outcome == Outcome::kExited);
    CHECK(result.exit_code == c.exit_code);
    CHECK(result.output == c.output);
    CHECK(result.errors == c.errors);
  }
}

TEST_CASE("a missing program is said to be missing") {
  CHECK(run_child({"no-such-program-of-ours"}, "").outcome == Outcome::kMissing);
  CHECK(run_child({"/etc/passwd"}, "").outcome == Outcome::kMissing);
}

TEST_CASE("a child that does not end is ended with its own children") {
  ChildLimits limits;
  limits.wall_clock = std::chrono::milliseconds(100);
  const auto start = std::chrono::steady_clock::now();
  const ChildResult result = shell("echo begun; sleep 30 & sleep 30", "", limits);
  CHECK(result.outcome == Outcome::kTimedOut);
  CHECK(result.output == "begun\n");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("a child that leaves a process behind does not hold us up") {
  const auto start = std::chrono::steady_clock::now();
  const ChildResult result = shell("echo done; sleep 30 & exit 4");
  CHECK(result.outcome == Outcome::kExited);
  CHECK(result.exit_code == 4);
  CHECK(result.output == "done\n");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("output, CPU time and memory have limits") {
  ChildLimits limits;
  limits.output_bytes = 1000;
  const ChildResult flood = shell("while :; do echo yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy; done", "", limits);
  CHECK(flood.outcome == Outcome::kTooMuchOutput);
  CHECK(flood.output.size() == 1000);

  limits.cpu_seconds = 1;
  const ChildResult busy = shell("while :; do :; done", "", limits);
  CHECK(busy.outcome == Outcome::kSignalled);

  limits.memory_bytes = 50u << 20;
  const ChildResult big = shell("ulimit -v", "", limits);
  CHECK(big.output == "51200\n");
}

TEST_CASE("many threads run children at the same time") {
  std::vector<ChildResult> results(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < results.size(); ++i) {
    threads.emplace_back([&results, i] { results[i] = shell("cat", std::string(100000, static_cast<char>('a' + i))); });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < results.size(); ++i) {
    CHECK(results[i].output == std::string(100000, static_cast<char>('a' + i)));
  }
}
