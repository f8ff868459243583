// SPDX-License-Identifier: Apache-2.0
#include "export/byte_writer.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "base/error.h"

namespace scholargraph {

ByteWriter::ByteWriter(const std::filesystem::path& path, bool overwrite) {
  if (path != "-") file_.emplace(path, overwrite);
  buffer_.reserve(kFull + kFull / 4);
}

void ByteWriter::flush() {
  if (file_) {
    file_->write(buffer_);
  } else if (std::fwrite(buffer_.data(), 1, buffer_.size(), stdout) != buffer_.size()) {
    throw Error(ExitCode::kOutputFailed, std::string("standard output: cannot be written: ") + std::strerror(errno));
  }
  bytes_ += buffer_.size();
  buffer_.clear();
}

void ByteWriter::commit() {
  flush();
  if (file_) {
    file_->commit();
  } else if (std::fflush(stdout) != 0) {
    throw Error(ExitCode::kOutputFailed, std::string("standard output: cannot be written: ") + std::strerror(errno));
  }
}

}  // namespace scholargraph
