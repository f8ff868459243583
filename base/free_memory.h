// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace scholargraph {

/// Gives memory that is allocated but unused back to the system, where the C library can. For the end of a stage that
/// threads have filled and freed much in. Cost: a walk over the free blocks.
void free_unused_memory();

}  // namespace scholargraph
