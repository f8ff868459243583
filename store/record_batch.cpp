// SPDX-License-Identifier: Apache-2.0
// The record format is that of https://www.sqlite.org/fileformat2.html, section 2.1: the size of the header, a type for
// each column, the values. The format is frozen.
#include "store/record_batch.h"

#include <algorithm>

namespace scholargraph {

void RecordBatch::insert() {
  // The size of the record's header counts itself.
  const std::size_t size_bytes = types_size_ + 1 < 0x80 ? 1 : 2;
  unsigned char* at = bytes_.extend(size_bytes + types_size_ + body_.size());
  at += put_varint(at, types_size_ + size_bytes);
  at = std::copy_n(types_.data(), types_size_, at);
  std::copy_n(body_.data(), body_.size(), at);
  bytes_.take(size_bytes + types_size_ + body_.size());
  types_size_ = 0;
  body_.clear();
  ends_.push_back(bytes_.size());
  if (numbered_) numbers_.push_back(number_);
}

}  // namespace scholargraph
