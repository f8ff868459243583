// SPDX-License-Identifier: Apache-2.0
#include "base/block_reader.h"

#include <algorithm>

#include "base/bytes.h"

namespace scholargraph {

std::size_t cut_at_line_end(std::string_view bytes) {
  const std::size_t end = bytes.rfind('\n');
  return end == std::string_view::npos ? 0 : end + 1;
}

BlockReader::BlockReader(ByteStream& stream, CutFunction cut, std::size_t target, std::size_t limit)
    : stream_(stream), cut_(cut), target_(cut ? target : limit), limit_(limit) {}

bool BlockReader::fill(std::size_t wanted) {
  // Steps grow, because each one is zeroed before it is read into and most files of a folder are small.
  constexpr std::size_t kFirstStep = std::size_t{1} << 17, kLastStep = std::size_t{1} << 20;
  std::size_t step = kFirstStep;
  while (pending_.size() < wanted) {
    const std::size_t old = pending_.size();
    const std::size_t room = std::min(wanted - old, step);
    pending_.resize(old + room);
    std::size_t got = 0, more = 0;
    while (got < room && (more = stream_.read(pending_.data() + old + got, room - got)) > 0) got += more;
    pending_.resize(old + got);
    if (got < room) return false;
    step = std::min(step * 2, kLastStep);
  }
  return true;
}

bool BlockReader::next(RecordBlock& block) {
  std::size_t wanted = target_;
  std::size_t cut = 0;
  bool more = false;
  while ((more = fill(wanted))) {
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
  std::string rest;
  if (more) rest.reserve(pending_.size());  // the next block will be about as long
  rest.append(pending_, cut);
  pending_.resize(cut);
  block.offset = offset_;
  block.first_line = line_;
  block.bytes = std::move(pending_);
  pending_ = std::move(rest);
  offset_ += cut;
  // Behind the last block no line is asked for.
  if (more) line_ += count_byte(block.bytes, '\n');
  return true;
}

}  // namespace scholargraph
