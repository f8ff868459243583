// SPDX-License-Identifier: Apache-2.0
#include "base/free_memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace scholargraph {

void free_unused_memory() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

void free_large_blocks_at_once() {
#ifdef __GLIBC__
  constexpr int kLarge = 16 << 20;  // above the blocks that files are read in: these come and go
  mallopt(M_MMAP_THRESHOLD, kLarge);
  mallopt(M_TRIM_THRESHOLD, 2 * kLarge);  // with its first value the heap grows and shrinks all the time
#endif
}

}  // namespace scholargraph
