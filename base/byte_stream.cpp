// SPDX-License-Identifier: Apache-2.0
#include "base/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/error.h"

namespace scholargraph {

namespace {

constexpr std::size_t kInputBuffer = std::size_t{1} << 17;
constexpr std::size_t kTarBlock = 512;

class FileStream final : public ByteStream {
 public:
  FileStream(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {}
  ~FileStream() override {
    if (owned_) close(descriptor_);
  }
  std::size_t read(char* buffer, std::size_t size) override {
    for (;;) {
      const ssize_t got = ::read(descriptor_, buffer, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno == EINTR) continue;
      error_ = std::string("reading failed: ") + std::strerror(errno);
      return 0;
    }
  }

 private:
  int descriptor_;
  bool owned_;
};

class MemoryStream final : public ByteStream {
 public:
  explicit MemoryStream(std::string_view bytes) : bytes_(bytes) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t n = std::min(size, bytes_.size());
    std::memcpy(buffer, bytes_.data(), n);
    bytes_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view bytes_;
};

/// Gives back the bytes that were looked at to recognise the format, then the rest.
class Buffered {
 public:
  explicit Buffered(std::unique_ptr<ByteStream> below)
      : below_(std::move(below)), buffer_(std::make_unique_for_overwrite<char[]>(kInputBuffer)) {}

  [[nodiscard]] std::string_view pending() const { return {buffer_.get() + begin_, end_ - begin_}; }
  void consume(std::size_t n) { begin_ += n; }
  /// False at the end. REQUIRES: pending() is empty.
  bool fill() {
    begin_ = 0;
    end_ = below_->read(buffer_.get(), kInputBuffer);
    return end_ > 0;
  }
  /// What is pending, then straight from below.
  std::size_t read(char* buffer, std::size_t size) {
    if (pending().empty()) return below_->read(buffer, size);
    const std::size_t n = std::min(size, pending().size());
    std::memcpy(buffer, pending().data(), n);
    consume(n);
    return n;
  }
  /// Reads until `n` bytes are pending or the stream ends; no more, so that the rest need not pass through the buffer.
  void peek(std::size_t n) {
    while (end_ < n) {
      const std::size_t got = below_->read(buffer_.get() + end_, n - end_);
      if (got == 0) return;
      end_ += got;
    }
  }
  [[nodiscard]] const std::string& error() const { return below_->error(); }

 private:
  std::unique_ptr<ByteStream> below_;
  std::unique_ptr<char[]> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

class PlainStream final : public ByteStream {
 public:
  explicit PlainStream(Buffered input) : input_(std::move(input)) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t got = input_.read(buffer, size);
    if (got == 0) error_ = input_.error();
    return got;
  }

 private:
  Buffered input_;
};

class GzipStream final : public ByteStream {
 public:
  explicit GzipStream(Buffered input) : input_(std::move(input)) { inflateInit2(&state_, 15 + 16); }
  ~GzipStream() override { inflateEnd(&state_); }

  std::size_t read(char* buffer, std::size_t size) override {
    state_.next_out = reinterpret_cast<Bytef*>(buffer);
    state_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1u << 30));
    const uInt wanted = state_.avail_out;
    while (state_.avail_out == wanted && error_.empty() && !done_) step();
    return wanted - state_.avail_out;
  }

 private:
  void step() {
    if (input_.pending().empty() && !input_.fill()) {
      if (!member_done_) error_ = "the gzip data ends early";
      done_ = true;
      return;
    }
    if (member_done_) {
      inflateReset(&state_);
      member_done_ = false;
    }
    const std::string_view pending = input_.pending();
    state_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(pending.data()));
    state_.avail_in = static_cast<uInt>(pending.size());
    const int result = inflate(&state_, Z_NO_FLUSH);
    input_.consume(pending.size() - state_.avail_in);
    if (result == Z_STREAM_END)
      member_done_ = true;
    else if (result != Z_OK && result != Z_BUF_ERROR)
      error_ = "the gzip data is damaged";
  }

  Buffered input_;
  z_stream state_{};
  bool member_done_ = false;
  bool done_ = false;
};

class ZstdStream final : public ByteStream {
 public:
  explicit ZstdStream(Buffered input) : input_(std::move(input)), state_(ZSTD_createDStream(), ZSTD_freeDStream) {}

  std::size_t read(char* buffer, std::size_t size) override {
    ZSTD_outBuffer out{buffer, size, 0};
    while (out.pos == 0 && error_.empty()) {
      const bool more = !input_.pending().empty() || input_.fill();
      ZSTD_inBuffer in{input_.pending().data(), input_.pending().size(), 0};
      const std::size_t result = ZSTD_decompressStream(state_.get(), &out, &in);
      input_.consume(in.pos);
      if (ZSTD_isError(result))
        error_ = "the zstd data is damaged";
      else if (!more && out.pos == 0) {
        if (open_frame_) error_ = "the zstd data ends early";
        break;
      } else {
        open_frame_ = result != 0;
      }
    }
    return out.pos;
  }

 private:
  Buffered input_;
  std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> state_;
  bool open_frame_ = false;
};

/// Gives `head` back before the rest of the stream it was read from.
class HeadStream final : public ByteStream {
 public:
  HeadStream(std::unique_ptr<ByteStream> below, std::string head) : below_(std::move(below)), head_(std::move(head)) {
    error_ = below_->error();
  }
  std::size_t read(char* buffer, std::size_t size) override {
    if (used_ < head_.size()) {
      const std::size_t n = std::min(size, head_.size() - used_);
      std::memcpy(buffer, head_.data() + used_, n);
      used_ += n;
      return n;
    }
    const std::size_t got = below_->read(buffer, size);
    error_ = below_->error();
    return got;
  }

 private:
  std::unique_ptr<ByteStream> below_;
  std::string head_;
  std::size_t used_ = 0;
};

/// The number that a tar header holds as octal digits.
std::uint64_t octal(std::string_view digits) {
  std::uint64_t value = 0;
  for (const char c : digits)
    if (c >= '0' && c <= '7') value = value * 8 + static_cast<std::uint64_t>(c - '0');
  return value;
}

/// The contents of the regular files of a POSIX tar archive (IEEE Std 1003.1, "pax interchange format").
class TarStream final : public ByteStream {
 public:
  TarStream(std::unique_ptr<ByteStream> below, std::string head) : below_(std::move(below)), head_(std::move(head)) {}

  std::size_t read(char* buffer, std::size_t size) override {
    while (left_ == 0 && error_.empty()) {
      if (separator_) {
        separator_ = false;
        skip(padding_);
        *buffer = '\n';
        return 1;
      }
      if (!next_file()) return 0;
    }
    const std::size_t got = read_below(buffer, static_cast<std::size_t>(std::min<std::uint64_t>(size, left_)));
    left_ -= got;
    if (got == 0 && left_ > 0) error_ = "the tar archive ends early";
    return got;
  }

 private:
  bool next_file() {
    char header[kTarBlock];
    std::size_t filled = 0;
    while (filled < kTarBlock) {
      const std::size_t got = read_below(header + filled, kTarBlock - filled);
      if (got == 0 && filled > 0) error_ = "the tar archive ends early";
      if (got == 0) return false;
      filled += got;
    }
    if (header[0] == '\0') return false;
    if (std::string_view(header + 257, 5) != "ustar") {
      error_ = "expected a tar header, found something else";
      return false;
    }
    const std::uint64_t size = octal({header + 124, 12});
    padding_ = (kTarBlock - size % kTarBlock) % kTarBlock;
    const bool regular = header[156] == '0' || header[156] == '\0';
    if (regular) left_ = size;
    else skip(size + padding_);
    separator_ = regular;
    return true;
  }

  void skip(std::uint64_t bytes) {
    char waste[4096];
    while (bytes > 0) {
      const std::size_t got = read_below(waste, static_cast<std::size_t>(std::min<std::uint64_t>(bytes, sizeof waste)));
      if (got == 0) return;
      bytes -= got;
    }
  }

  std::size_t read_below(char* buffer, std::size_t size) {
    if (head_used_ < head_.size()) {
      const std::size_t n = std::min(size, head_.size() - head_used_);
      std::memcpy(buffer, head_.data() + head_used_, n);
      head_used_ += n;
      return n;
    }
    const std::size_t got = below_->read(buffer, size);
    if (got == 0 && !below_->error().empty()) error_ = below_->error();
    return got;
  }

  std::unique_ptr<ByteStream> below_;
  std::string head_;
  std::size_t head_used_ = 0;
  std::uint64_t left_ = 0;
  std::uint64_t padding_ = 0;
  bool separator_ = false;
};

std::unique_ptr<ByteStream> undo_compression(std::unique_ptr<ByteStream> raw) {
  Buffered input(std::move(raw));
  input.peek(kTarBlock);
  const std::string_view head = input.pending();
  if (head.starts_with("\x1f\x8b")) return std::make_unique<GzipStream>(std::move(input));
  if (head.starts_with("\x28\xb5\x2f\xfd")) return std::make_unique<ZstdStream>(std::move(input));
  return std::make_unique<PlainStream>(std::move(input));
}

/// Undoes compression, then looks whether what comes out is a tar archive.
std::unique_ptr<ByteStream> undo_packing(std::unique_ptr<ByteStream> raw) {
  auto stream = undo_compression(std::move(raw));
  std::string head(kTarBlock, '\0');
  std::size_t filled = 0;
  while (filled < head.size()) {
    const std::size_t got = stream->read(head.data() + filled, head.size() - filled);
    if (got == 0) break;
    filled += got;
  }
  head.resize(filled);
  const bool tar = filled == kTarBlock && std::string_view(head).substr(257, 5) == "ustar";
  if (tar) return std::make_unique<TarStream>(std::move(stream), std::move(head));
  return std::make_unique<HeadStream>(std::move(stream), std::move(head));
}

}  // namespace

std::unique_ptr<ByteStream> open_bytes(const std::filesystem::path& path) {
  if (path == "-") return undo_packing(std::make_unique<FileStream>(STDIN_FILENO, false));
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0)
    throw Error(ExitCode::kNothingReadable, path.string() + ": cannot be read: " + std::strerror(errno));
  auto stream = std::make_unique<FileStream>(descriptor, true);
  struct stat status {};
  if (fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode))
    throw Error(ExitCode::kNothingReadable, path.string() + ": cannot be read: it is a folder");
  return undo_packing(std::move(stream));
}

std::unique_ptr<ByteStream> open_bytes_in_memory(std::string_view bytes) {
  return undo_packing(std::make_unique<MemoryStream>(bytes));
}

}  // namespace scholargraph
