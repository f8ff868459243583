// SPDX-License-Identifier: Apache-2.0
// Problem: millions of rows through prepared statements cost half a microsecond each, most of a build.
// Idea: rows come in the order of their numbers, so a table is a run of full leaf pages, and the inner pages are known
// when all leaves are. The record and page layouts are those of https://www.sqlite.org/fileformat2.html (sections 1.5,
// 1.6, 2.1); the format is frozen. SQLite itself makes the empty tables before and the indexes and views afterwards.
// Rows come as records (record_batch.h).
// Cost: one copy of each row; memory: one page for each table and 16 bytes for each leaf.
#include "store/table_file.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "store/big_endian.h"

namespace scholargraph {

namespace {

constexpr unsigned char kLeaf = 0x0d;
constexpr unsigned char kInner = 0x05;
constexpr std::size_t kLeafHeader = 8;
constexpr std::size_t kInnerHeader = 12;
constexpr std::size_t kLargestInnerCell = 4 + 9 + 2;

/// Header of a page, but for the last four bytes of an inner one.
void put_page_header(std::vector<unsigned char>& page, unsigned char kind, std::size_t cells, std::size_t content) {
  page[0] = kind;
  put_big_endian_16(page.data() + 3, cells);
  put_big_endian_16(page.data() + 5, content);
}

}  // namespace

TableFile::TableFile(PageFile& file, std::uint32_t root, bool numbered)
    : file_(file), root_(root), numbered_(numbered), page_(file.page_size()) {
  start_leaf();
}

void TableFile::start_leaf() {
  std::fill(page_.begin(), page_.end(), static_cast<unsigned char>(0));
  cells_ = 0;
  content_ = page_.size();
}

void TableFile::append(const RecordBatch& batch) {
  for (std::size_t i = 0; i < batch.rows(); ++i) {
    ++rows_;
    put_record(numbered_ ? batch.number(i) : static_cast<std::int64_t>(rows_), batch.record(i));
  }
}

void TableFile::put_record(std::int64_t row, std::span<const unsigned char> record) {
  assert(row > last_row_);
  std::array<unsigned char, 18> head{};
  std::size_t head_size = put_varint(head.data(), record.size());
  head_size += put_varint(head.data() + head_size, static_cast<std::uint64_t>(row));
  const std::size_t local = local_size(record.size());
  const std::size_t cell = head_size + local + (local < record.size() ? 4 : 0);
  if (kLeafHeader + 2 * (cells_ + 1) + cell > content_) flush_leaf();
  const std::uint32_t overflow = local < record.size() ? write_overflow(record.subspan(local)) : 0;
  put_cell(std::span(head).first(head_size), record.first(local), overflow);
  last_row_ = row;
}

void TableFile::put_cell(std::span<const unsigned char> head, std::span<const unsigned char> local,
                         std::uint32_t overflow) {
  content_ -= head.size() + local.size() + (overflow != 0 ? 4 : 0);
  put_big_endian_16(page_.data() + kLeafHeader + 2 * cells_, content_);
  ++cells_;
  unsigned char* at = page_.data() + content_;
  at = std::copy_n(head.data(), head.size(), at);
  at = std::copy_n(local.data(), local.size(), at);
  if (overflow != 0) put_big_endian(at, overflow);
}

/// How much of a record stands in the leaf; the rest is in overflow pages.
std::size_t TableFile::local_size(std::size_t payload) const {
  const std::size_t usable = page_.size();
  if (payload <= usable - 35) return payload;
  const std::size_t least = (usable - 12) * 32 / 255 - 23;
  const std::size_t size = least + (payload - least) % (usable - 4);
  return size <= usable - 35 ? size : least;
}

std::uint32_t TableFile::write_overflow(std::span<const unsigned char> bytes) {
  const std::uint32_t first = file_.allocate();
  std::vector<unsigned char> page(page_.size());
  for (std::uint32_t number = first; number != 0;) {
    const auto part = bytes.first(std::min(bytes.size(), page.size() - 4));
    bytes = bytes.subspan(part.size());
    const std::uint32_t next = bytes.empty() ? 0 : file_.allocate();
    std::fill(page.begin(), page.end(), static_cast<unsigned char>(0));
    put_big_endian(page.data(), next);
    std::copy(part.begin(), part.end(), page.begin() + 4);
    file_.write(number, page);
    number = next;
  }
  return first;
}

void TableFile::flush_leaf() {
  const std::uint32_t number = file_.allocate();
  leaves_.push_back({number, last_row_});
  write_leaf(number);
  start_leaf();
}

void TableFile::write_leaf(std::uint32_t number) {
  put_page_header(page_, kLeaf, cells_, content_);
  file_.write(number, page_);
}

/// Packs `children` evenly into inner pages and returns these; the only one becomes `root_or_zero` when that is set.
std::vector<TableFile::Child> TableFile::write_inner(std::span<const Child> children, std::uint32_t root_or_zero) {
  const std::size_t most = (page_.size() - kInnerHeader) / kLargestInnerCell;
  const std::size_t pages = (children.size() + most - 1) / most;
  std::vector<Child> written;
  for (std::size_t i = 0; i < pages; ++i) {
    const std::size_t begin = children.size() * i / pages;
    const auto group = children.subspan(begin, children.size() * (i + 1) / pages - begin);
    std::vector<unsigned char> page(page_.size());
    std::size_t content = page.size();
    for (std::size_t k = 0; k + 1 < group.size(); ++k) {
      std::array<unsigned char, 13> cell{};
      put_big_endian(cell.data(), group[k].page);
      const std::size_t size = 4 + put_varint(cell.data() + 4, static_cast<std::uint64_t>(group[k].last));
      content -= size;
      std::copy_n(cell.begin(), size, page.begin() + static_cast<std::ptrdiff_t>(content));
      put_big_endian_16(page.data() + kInnerHeader + 2 * k, content);
    }
    put_page_header(page, kInner, group.size() - 1, content);
    put_big_endian(page.data() + 8, group.back().page);
    const std::uint32_t number = pages == 1 && root_or_zero != 0 ? root_or_zero : file_.allocate();
    file_.write(number, page);
    written.push_back({number, group.back().last});
  }
  return written;
}

void TableFile::finish() {
  if (rows_ == 0) return;
  if (leaves_.empty()) {
    write_leaf(root_);
    return;
  }
  flush_leaf();
  for (std::vector<Child> level = std::move(leaves_); level.size() > 1;) level = write_inner(level, root_);
}

}  // namespace scholargraph
