// SPDX-License-Identifier: Apache-2.0
// One thread at a time cuts the next block off the current file; every thread parses its block into a small corpus of its
// own; the calling thread joins the small corpora in the order of the blocks. Blocks are cut by content alone, so neither
// the cuts nor the order depend on the number of threads. What blocks leave to the end of their file is read then.
#include "cli/read_sources.h"

#include <memory>
#include <optional>
#include <tuple>

#include "base/error.h"
#include "base/files.h"
#include "base/interrupt.h"
#include "base/ordered_parallel.h"
#include "model/merge_corpus.h"

namespace scholargraph {

namespace {

constexpr std::size_t kBlocksPerJob = 3;
/// More than this of either kind is not kept until the end of a file: what is there is read before.
constexpr std::size_t kMaxLeft = std::size_t{64} << 20;

struct Task {
  std::size_t input = 0;
  RecordBlock block;
  bool first = false;                          ///< the first block of its file
  std::shared_ptr<const std::string> carried;  ///< what earlier blocks of the file define
  std::string error;                           ///< the stream ended with this; the block is empty
};

struct Result {
  std::size_t input = 0;
  Corpus part;
  SourceCounts counts;
  Diagnostics diagnostics;
  std::uint64_t hash = 0;
  std::string left, keys;    ///< for SourceFormat::finish
  std::size_t unlisted = 0;  ///< warnings beside the diagnostics
};

/// Cuts the files into tasks, one after the other.
class Cutter {
 public:
  explicit Cutter(const std::vector<SourceInput>& inputs) : inputs_(inputs) {}

  std::optional<Task> next() {
    throw_if_interrupted();
    for (; at_ < inputs_.size(); ++at_) {
      if (auto task = next_of_current()) return task;
      stream_.reset();
    }
    return std::nullopt;
  }

 private:
  std::optional<Task> next_of_current() {
    Task task;
    task.input = at_;
    if (failed_ == at_) return std::nullopt;
    try {
      task.first = !stream_;
      if (task.first) open();
      if (reader_->next(task.block)) {
        task.carried = carried_;
        carry(task.block.bytes);
        return task;
      }
      task.error = stream_->error();
    } catch (const Error& error) {
      if (error.code() == ExitCode::kInterrupted) throw;
      task.error = error.what();
    }
    // An empty file is one empty task, so that it too becomes a document.
    if (task.error.empty() && !task.first) return std::nullopt;
    failed_ = at_;
    return task;
  }

  void open() {
    stream_ = open_bytes(inputs_[at_].path);
    reader_.emplace(*stream_, inputs_[at_].format->cut);
    carried_ = std::make_shared<const std::string>();
  }

  void carry(std::string_view block) {
    if (!inputs_[at_].format->carry) return;
    std::string next = *carried_;
    inputs_[at_].format->carry(block, next);
    if (next.size() != carried_->size()) carried_ = std::make_shared<const std::string>(std::move(next));
  }

  const std::vector<SourceInput>& inputs_;
  std::size_t at_ = 0;
  std::size_t failed_ = static_cast<std::size_t>(-1);  ///< the input that has given its last task
  std::unique_ptr<ByteStream> stream_;
  std::optional<BlockReader> reader_;
  std::shared_ptr<const std::string> carried_;
};

/// Lets `read` fill a sink and keeps what it was given.
template <class Read>
void read_into(Result& result, bool keep, bool ignore_person_ids, Read read) {
  const auto run = [&](auto&& sink) {
    read(sink);
    result.counts = sink.counts();
  };
  if (keep)
    run(CorpusSink(result.part, begin_document(result.part, {}, {}, {}), ignore_person_ids));
  else
    run(CountingSink());
}

Result parse(Task&& task, const SourceInput& input, bool keep, bool ignore_person_ids) {
  Result result;
  result.input = task.input;
  if (keep) result.hash = bulk_hash(task.block.bytes);
  if (!task.error.empty())
    result.diagnostics.push_back({input.path, 0, 0, task.error, "the records before the damage were kept", Severity::kError});
  const BlockContext context{input.path, task.block.first_line, task.first,
                             task.carried ? *task.carried : std::string_view{}, false, &result.left, &result.keys};
  if (task.block.bytes.empty()) return result;
  read_into(result, keep, ignore_person_ids, [&](RecordSink& sink) {
    repair_encoding(task.block.bytes, context, result.diagnostics);
    input.format->parse(task.block.bytes, context, sink, result.diagnostics);
  });
  return result;
}

/// The records, or the keys, that blocks of `input` left.
Result parse_left(std::string_view left, const SourceInput& input, bool keep, bool ignore_person_ids) {
  Result result;
  read_into(result, keep, ignore_person_ids, [&](RecordSink& sink) {
    const BlockContext context{input.path, 1, false, {}, false, nullptr, nullptr, &result.unlisted};
    input.format->finish(left, context, sink, result.diagnostics);
  });
  return result;
}

/// Puts the results of one run together, source by source.
class Joiner {
 public:
  Joiner(const std::vector<SourceInput>& inputs, const SourceOptions& options, Corpus* corpus,
         const std::function<void(SourceSummary&&)>& finished)
      : inputs_(inputs), options_(options), corpus_(corpus), finished_(finished) {}

  void add(Result&& result) {
    if (!open_ || current_ != result.input) {
      finish();
      begin(result.input);
    }
    if (corpus_) hash_ = content_hash(to_hex(hash_) + to_hex(result.hash));
    left_ += result.left;
    keys_ += result.keys;
    take(std::move(result));
    for (std::string* const left : {&keys_, &left_})
      if (left->size() > kMaxLeft) read_left(*left);
  }

  void finish() {
    if (!open_) return;
    read_left(keys_);
    read_left(left_);
    count_the_rest();
    open_ = false;
    if (corpus_) {
      corpus_->documents[document_.value].hash = to_hex(hash_);
      corpus_->documents[document_.value].counts = summary_.counts;
      corpus_->diagnostics.insert(corpus_->diagnostics.end(), summary_.diagnostics.begin(), summary_.diagnostics.end());
    }
    finished_(std::move(summary_));
  }

 private:
  void begin(std::size_t input) {
    open_ = true;
    current_ = input;
    hash_ = 0;
    warnings_ = notes_ = 0;
    summary_ = {inputs_[input].path, std::string(inputs_[input].format->name), {}, {}};
    if (corpus_) document_ = begin_document(*corpus_, summary_.path, summary_.format, {});
  }

  void take(Result&& result) {
    summary_.counts += result.counts;
    append(std::move(result.diagnostics));
    warnings_ += result.unlisted;
    if (corpus_) merge_corpus(*corpus_, result.part, document_);
  }

  void read_left(std::string& left) {
    if (left.empty()) return;
    take(parse_left(left, inputs_[current_], corpus_ != nullptr, options_.ignore_person_ids));
    left.clear();
  }

  void append(Diagnostics&& diagnostics) {
    for (Diagnostic& diagnostic : diagnostics) {
      const bool limited = diagnostic.severity != Severity::kError;
      std::size_t& seen = diagnostic.severity == Severity::kNote ? notes_ : warnings_;
      if (limited && ++seen > kMaxDiagnosticsPerSource) continue;
      summary_.diagnostics.push_back(std::move(diagnostic));
    }
  }

  void count_the_rest() {
    for (const auto& [seen, severity, kind] : {std::tuple(warnings_, Severity::kWarning, " warnings"),
                                               std::tuple(notes_, Severity::kNote, " notes")}) {
      if (seen <= kMaxDiagnosticsPerSource) continue;
      summary_.diagnostics.push_back({summary_.path, 0, 0,
                                      "found " + std::to_string(seen) + kind + ", of which the first " +
                                          std::to_string(kMaxDiagnosticsPerSource) + " are listed",
                                      "", severity});
    }
  }

  const std::vector<SourceInput>& inputs_;
  const SourceOptions& options_;
  Corpus* corpus_;
  const std::function<void(SourceSummary&&)>& finished_;
  SourceSummary summary_;
  std::size_t warnings_ = 0, notes_ = 0;  ///< of the source at hand, also those that are not kept
  DocumentId document_;
  std::string left_, keys_;  ///< by the blocks of the source at hand
  std::uint64_t hash_ = 0;
  std::size_t current_ = 0;
  bool open_ = false;
};

void run(const std::vector<SourceInput>& inputs, const SourceOptions& options, Corpus* corpus,
         const std::function<void(SourceSummary&&)>& finished) {
  Cutter cutter(inputs);
  Joiner joiner(inputs, options, corpus, finished);
  ordered_parallel<Task, Result>(
      options.jobs, kBlocksPerJob * static_cast<std::size_t>(options.jobs), [&] { return cutter.next(); },
      [&](Task&& task) {
        const SourceInput& input = inputs[task.input];
        return parse(std::move(task), input, corpus != nullptr, options.ignore_person_ids);
      },
      [&](Result&& result) { joiner.add(std::move(result)); });
  joiner.finish();
}

}  // namespace

void read_sources(const std::vector<SourceInput>& inputs, const SourceOptions& options, Corpus& corpus,
                  const std::function<void(SourceSummary&&)>& finished) {
  run(inputs, options, &corpus, finished);
}

void check_sources(const std::vector<SourceInput>& inputs, int jobs,
                   const std::function<void(SourceSummary&&)>& finished) {
  run(inputs, {jobs, false}, nullptr, finished);
}

}  // namespace scholargraph
