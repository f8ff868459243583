// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace scholargraph {

/// Gives memory that is allocated but unused back to the system, where the C library can. For the end of a stage that
/// threads have filled and freed much in. Cost: a walk over the free blocks.
void free_unused_memory();

/// From now on a block of 16 MB goes back to the system as soon as it is freed, where the C library can do so. Left to
/// itself glibc keeps blocks of up to 32 MB, so that columns that grew leave holes behind: up to a quarter of the memory
/// of a build. For the start of the program.
void free_large_blocks_at_once();

}  // namespace scholargraph
