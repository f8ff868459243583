// SPDX-License-Identifier: Apache-2.0
#include "base/block_reader.h"

#include <algorithm>

namespace scholargraph {

std::size_t cut_at_line_end(std::string_view bytes) {
  const std::size_t end = bytes.rfind('\n');
  return end == std::string_view::npos ? 0 : end + 1;
}

BlockReader::BlockReader(ByteStream& stream, CutFunction cut, std::size_t target, std::size_t limit)
    : stream_(stream), cut_(cut), target_(cut ? target : limit), limit_(limit) {}

bool BlockReader::fill(std::size_t wanted) {
  constexpr std::size_t kStep = std::size_t{1} << 20;
  while (pending_.size() < wanted) {
    const std::size_t old = pending_.size();
    const std::size_t room = std::min(wanted - old, kStep);
    pending_.resize(old + room);
    const std::size_t got = stream_.read(pending_.data() + old, room);
    pending_.resize(old + got);
    if (got == 0) return false;
  }
  return true;
}

bool BlockReader::next(RecordBlock& block) {
  std::size_t wanted = target_;
  std::size_t cut = 0;
  while (fill(wanted)) {
    cut = cut_ ? cut_(pending_) : 0;
    if (cut != 0) break;
    if (wanted >= limit_) {
      cut = pending_.size();
      break;
    }
    wanted = std::min(wanted * 2, limit_);
  }
  if (cut == 0) cut = pending_.size();
  if (cut == 0) return false;
  block.offset = offset_;
  block.first_line = line_;
  block.bytes.assign(pending_, 0, cut);
  pending_.erase(0, cut);
  offset_ += cut;
  line_ += static_cast<std::uint64_t>(std::count(block.bytes.begin(), block.bytes.end(), '\n'));
  return true;
}

}  // namespace scholargraph
