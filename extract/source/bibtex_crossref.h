// SPDX-License-Identifier: Apache-2.0
// What can be said of BibTeX entries only when all of the file is known: which entry a crossref names, and which keys
// are used twice.
//
// Problem: files are read in blocks on many threads, and a parent may stand in any block: BibTeX wants it behind its
// children, biber takes any order. Idea: a block resolves what it can by itself. It leaves to the end of the file the
// entries whose parent it does not hold, and of every entry of a type that has children the fields that children
// inherit; at the end, when all blocks have left theirs, children and parents meet. Keys are left by themselves, with
// their lines, and sorted at the end. Cost: one index of a block's keys when it holds a crossref at all; memory of what
// is left, which the reader of the file bounds, parents and children by one limit, keys by another: what is beyond it
// is not compared with what came before. An ordinary entry leaves a few bytes more than its key. Source: Oren
// Patashnik, "BibTeXing" (1988), section 2.1; the biblatex manual, section 2.4.1 and appendix B.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/source/bibtex_scanner.h"

namespace scholargraph {

/// What a child takes from its parent where it lacks it.
struct BibtexParent {
  std::string title, editor, date;
};

/// The entries of one block by key, the first of each; keys that nothing defines have no parent.
class BibtexParents {
 public:
  explicit BibtexParents(std::string_view block) : block_(block) {}
  /// `macros` are those that hold where the child stands. Valid as long as this; nullptr when the block has no such
  /// entry.
  const BibtexParent* find(std::string_view key, const BibtexMacros& macros);

 private:
  void index();

  std::string_view block_;
  bool indexed_ = false;
  std::unordered_map<std::string_view, std::size_t> offsets_;  ///< of the '@' of each key
  std::unordered_map<std::string_view, BibtexParent> parents_;
};

/// Appends to `left` what children of `entry` inherit, when entries of its type have children.
void leave_parent(const BibtexEntry& entry, std::string& left);
/// Appends to `left` the whole entry, whose parent is not known yet.
void leave_child(const BibtexEntry& entry, std::uint64_t line, std::string& left);

/// Appends to `keys` the key of `entry`, when it has one.
void leave_key(const BibtexEntry& entry, std::uint64_t line, std::string& keys);

/// An entry whose key an earlier one has.
struct BibtexTwin {
  std::string_view key;
  std::uint64_t line;
  std::uint64_t first_line;  ///< of the first entry with this key
};

/// The children that the blocks of a file left, in their order, each with its parent from any of them, or the keys.
class LeftBibtexEntries {
 public:
  /// REQUIRES: `left` was made by the functions above and outlives this.
  explicit LeftBibtexEntries(std::string_view left);
  /// Fills `entry` with views of `left`; false behind the last one. `parent` is nullptr when nobody defines it.
  bool next(BibtexEntry& entry, std::uint64_t& line, const BibtexParent*& parent);
  /// In the order of their lines.
  [[nodiscard]] const std::vector<BibtexTwin>& twins() const { return twins_; }

 private:
  /// Ordered by what is cheap to compare first.
  struct Key {
    std::size_t hash;
    std::string_view text;
    std::uint64_t line;
    auto operator<=>(const Key&) const = default;
  };
  void find_twins(std::vector<Key>& keys);

  std::string_view rest_;
  std::vector<BibtexTwin> twins_;
  std::unordered_map<std::string_view, BibtexParent> parents_;
};

}  // namespace scholargraph
