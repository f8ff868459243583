// SPDX-License-Identifier: Apache-2.0
#include "store/read_ahead.h"

#include <fcntl.h>
#include <unistd.h>

namespace scholargraph {

void read_ahead(const std::filesystem::path& file) {
  constexpr off_t kMost = off_t{512} << 20;
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return;
  posix_fadvise(descriptor, 0, kMost, POSIX_FADV_WILLNEED);
  ::close(descriptor);
}

}  // namespace scholargraph
