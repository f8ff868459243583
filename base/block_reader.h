// SPDX-License-Identifier: Apache-2.0
// Cuts a stream of records into blocks of whole records, so that blocks can be parsed apart and in parallel.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/byte_stream.h"

namespace scholargraph {

/// Whole records with their place in the stream.
struct RecordBlock {
  std::string bytes;
  std::uint64_t offset = 0;      ///< of bytes[0] in the stream
  std::uint64_t first_line = 1;  ///< line number of bytes[0]
};

/// Where to cut: the largest offset > 0 at which a record begins, such that everything before it is whole records;
/// 0 when `bytes` holds no such place. Called with ever longer `bytes` until it finds one.
using CutFunction = std::size_t (*)(std::string_view bytes);

/// Behind the last line end.
std::size_t cut_at_line_end(std::string_view bytes);

/// Reads blocks of about `target` bytes. A record that is longer than `limit` bytes is returned in pieces of that
/// size (its parser will complain); without a cut function the whole stream up to `limit` is one block.
class BlockReader {
 public:
  BlockReader(ByteStream& stream, CutFunction cut, std::size_t target = std::size_t{4} << 20,
              std::size_t limit = std::size_t{1} << 30);
  /// False at the end of the stream. After the last block look at stream.error().
  bool next(RecordBlock& block);

 private:
  bool fill(std::size_t wanted);

  ByteStream& stream_;
  CutFunction cut_;
  std::size_t target_;
  std::size_t limit_;
  std::string pending_;
  std::uint64_t offset_ = 0;
  std::uint64_t line_ = 1;
};

}  // namespace scholargraph
