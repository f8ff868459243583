// SPDX-License-Identifier: Apache-2.0
// Ctrl-C as a question that long loops ask, so that destructors run and temporary files go away.
#pragma once

namespace scholargraph {

/// From now on the first SIGINT or SIGTERM only sets a flag; a second one ends the process at once.
/// SIGPIPE and SIGXFSZ are ignored: a reader that goes away and a file that grows too large are failed writes. Called once, by main.
void install_signal_handlers();

/// True after the first SIGINT or SIGTERM. May be asked from any thread; costs one load.
bool interrupted();

/// Throws Error(kInterrupted) when interrupted().
void throw_if_interrupted();

/// Sets or clears the flag as the signal does; for tests.
void set_interrupted(bool value);

}  // namespace scholargraph
