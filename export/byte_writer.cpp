// SPDX-License-Identifier: Apache-2.0
#include "export/byte_writer.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "base/error.h"

namespace scholargraph {

namespace {

[[noreturn]] void fail_standard_output() {
  throw Error(ExitCode::kOutputFailed, std::string("standard output: cannot be written: ") + std::strerror(errno));
}

}  // namespace

ByteWriter::ByteWriter(const std::filesystem::path& path, bool overwrite) {
  if (path != "-") file_.emplace(path, overwrite);
}

void ByteWriter::write(std::string_view bytes) {
  if (file_) {
    file_->write(bytes);
  } else if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size()) {
    fail_standard_output();
  }
}

void ByteWriter::wait() {
  if (pending_.valid()) pending_.get();  // throws what the other thread threw
}

void ByteWriter::flush() {
  wait();
  bytes_ += buffer_.size();
  in_flight_.swap(buffer_);
  buffer_.clear();
  pending_ = std::async(std::launch::async, [this] { write(in_flight_); });
}

void ByteWriter::commit() {
  wait();
  write(buffer_);
  bytes_ += buffer_.size();
  buffer_.clear();
  if (file_) {
    file_->commit();
  } else if (std::fflush(stdout) != 0) {
    fail_standard_output();
  }
}

}  // namespace scholargraph
