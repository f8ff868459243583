// SPDX-License-Identifier: Apache-2.0
#include "base/interrupt.h"

#include <atomic>
#include <csignal>

#include "base/error.h"

namespace scholargraph {

namespace {

// The one mutable global: a signal handler can reach nothing else.
std::atomic<bool> interrupt_flag{false};
static_assert(std::atomic<bool>::is_always_lock_free, "the signal handler needs a lock-free flag");

extern "C" void note_interrupt(int) { interrupt_flag.store(true, std::memory_order_relaxed); }

}  // namespace

void install_signal_handlers() {
  struct sigaction action {};
  action.sa_handler = note_interrupt;
  // The default action comes back after the first signal, so a second Ctrl-C always works.
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

bool interrupted() { return interrupt_flag.load(std::memory_order_relaxed); }

void throw_if_interrupted() {
  if (interrupted()) throw Error(ExitCode::kInterrupted, "interrupted");
}

void set_interrupted(bool value) { interrupt_flag.store(value, std::memory_order_relaxed); }

}  // namespace scholargraph
