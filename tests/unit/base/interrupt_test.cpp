// SPDX-License-Identifier: Apache-2.0
#include "base/interrupt.h"

#include <csignal>

#include "base/error.h"
#include "catch.h"

using namespace scholargraph;

TEST_CASE("the first SIGINT only sets the flag, and the next throw_if_interrupted throws") {
  install_signal_handlers();
  CHECK_FALSE(interrupted());
  CHECK_NOTHROW(throw_if_interrupted());
  std::raise(SIGINT);
  CHECK(interrupted());
  try {
    throw_if_interrupted();
    FAIL("nothing was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ExitCode::kInterrupted);
    CHECK(std::string(error.what()) == "interrupted");
  }
  set_interrupted(false);
  std::signal(SIGINT, SIG_DFL);
}
