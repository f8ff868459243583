// SPDX-License-Identifier: Apache-2.0
// The memory of the process.
#pragma once

namespace scholargraph {

/// Gives what was freed in small pieces, by any thread, back to the system where the C library can (glibc). Worth its
/// milliseconds between the stages of a large build: what one stage freed is too scattered for the next one to use.
void return_free_memory();

}  // namespace scholargraph
