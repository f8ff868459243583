// SPDX-License-Identifier: Apache-2.0
// The threads share one counter: each takes the next path, extracts it and puts the record into the slot
// `index mod window`. The calling thread takes the slots in order. A thread that is a whole window ahead waits,
// so one slow document delays the others only once the window is full.
#include "cli/extract_all.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <new>
#include <optional>
#include <thread>

#include "base/error.h"
#include "base/files.h"
#include "base/interrupt.h"
#include "extract/extract.h"

namespace scholargraph {

namespace {

constexpr std::size_t kWindow = 16;

DocumentRecord failed_record(const std::string& path, const std::string& message, const std::string& hint = {}) {
  DocumentRecord record;
  record.path = path;
  record.quality.is_cv = false;
  record.diagnostics.push_back({path, 0, 0, message, hint, Severity::kError});
  return record;
}

class Pool {
 public:
  Pool(const std::vector<std::string>& paths, int jobs)
      : paths_(paths), slots_(kWindow * static_cast<std::size_t>(jobs)) {
    for (int i = 0; i < jobs; ++i) threads_.emplace_back([this] { work(); });
  }
  ~Pool() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    room_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  DocumentRecord take(std::size_t index) {
    std::unique_lock lock(mutex_);
    std::optional<DocumentRecord>& slot = slots_[index % slots_.size()];
    ready_.wait(lock, [&] { return slot.has_value(); });
    DocumentRecord record = std::move(*slot);
    slot.reset();
    taken_ = index + 1;
    lock.unlock();
    room_.notify_all();
    return record;
  }

 private:
  /// The next path to work on, or none when all are given out or the pool stops.
  std::optional<std::size_t> next() {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return stopping_ || next_ >= paths_.size() || next_ < taken_ + slots_.size(); });
    if (stopping_ || next_ >= paths_.size()) return std::nullopt;
    return next_++;
  }

  void work() {
    while (const auto index = next()) {
      // An interrupted run only needs the slots filled, so that take() never waits for nothing.
      DocumentRecord record = interrupted() ? DocumentRecord() : extract_file(paths_[*index]);
      {
        const std::lock_guard lock(mutex_);
        slots_[*index % slots_.size()] = std::move(record);
      }
      ready_.notify_one();
    }
  }

  const std::vector<std::string>& paths_;
  std::mutex mutex_;
  std::condition_variable ready_;
  std::condition_variable room_;
  std::vector<std::optional<DocumentRecord>> slots_;
  std::size_t next_ = 0;
  std::size_t taken_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace

DocumentRecord extract_file(const std::string& path) {
  try {
    const std::string bytes = read_file(path, kMaxDocumentBytes);
    return extract_document({path, bytes});
  } catch (const Error& error) {
    // An interrupted read is no fault of the file; extract_all ends the run.
    const std::string message = error.what();
    const bool named = message.starts_with(path + ": ");
    return failed_record(path, named ? message.substr(path.size() + 2) : message, error.hint());
  } catch (const std::bad_alloc&) {
    return failed_record(path, "the document needs more memory than there is", "use -j 1, or leave it out");
  } catch (const std::exception& error) {
    return failed_record(path, std::string("the document could not be understood: ") + error.what());
  }
}

bool has_failed(const DocumentRecord& record) { return count(record.diagnostics, Severity::kError) > 0; }

int effective_jobs(int jobs) {
  if (jobs > 0) return jobs;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void extract_all(const std::vector<std::string>& paths, int jobs, const std::function<void(DocumentRecord&&)>& consume) {
  const int threads = std::min<int>(effective_jobs(jobs), static_cast<int>(std::max<std::size_t>(1, paths.size())));
  Pool pool(paths, threads);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    DocumentRecord record = pool.take(i);
    throw_if_interrupted();
    consume(std::move(record));
  }
}

}  // namespace scholargraph
