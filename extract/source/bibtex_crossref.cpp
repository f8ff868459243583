// SPDX-License-Identifier: Apache-2.0
#include "extract/source/bibtex_crossref.h"

#include <algorithm>
#include <array>
#include <functional>

#include "base/text.h"

namespace scholargraph {

namespace {

constexpr std::array<std::string_view, 10> kParentTypes = {"proceedings", "book",          "collection", "reference",
                                                           "periodical",  "mvproceedings", "mvbook",     "mvcollection",
                                                           "mvreference", "conference"};

BibtexParent parent_from(const BibtexEntry& entry) {
  const auto either = [&](std::string_view first, std::string_view second) {
    const std::string_view value = entry.field(first);
    return std::string(value.empty() ? entry.field(second) : value);
  };
  return {either("booktitle", "title"), std::string(entry.field("editor")), either("date", "year")};
}

// What is left is a row of items, each a row of texts: type (empty for a parent, kKeyItem for a key), key, then of a
// parent what children inherit, of a key the line, of a child the line and the names and values of its fields. A number
// takes seven bits a byte, the lowest first.

constexpr std::string_view kKeyItem = "#";  // no type is called so

void put_number(std::string& out, std::uint64_t number) {
  for (; number >= 128; number >>= 7) out += static_cast<char>((number & 127) | 128);
  out += static_cast<char>(number);
}

void put_text(std::string& out, std::string_view text) {
  put_number(out, text.size());
  out += text;
}

std::uint64_t take_number(std::string_view& in) {
  std::uint64_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 127) << shift;
    if (byte < 128) return number;
  }
}

std::string_view take_text(std::string_view& in) {
  const std::uint64_t size = take_number(in);
  const std::string_view text = in.substr(0, size);
  in.remove_prefix(size);
  return text;
}

/// Type and key were taken off `in`.
BibtexParent take_parent(std::string_view& in) {
  const std::string_view title = take_text(in), editor = take_text(in), date = take_text(in);
  return {std::string(title), std::string(editor), std::string(date)};
}

std::uint64_t take_child(std::string_view& in, std::vector<BibtexField>& fields) {
  const std::uint64_t line = take_number(in);
  fields.resize(take_number(in));
  for (BibtexField& field : fields) {
    field.name = take_text(in);
    field.value = take_text(in);
  }
  return line;
}

}  // namespace

void BibtexParents::index() {
  indexed_ = true;
  for (std::size_t at = block_.find('@'); at != std::string_view::npos; at = block_.find('@', at + 1))
    if (const std::string_view key = bibtex_key_at(block_, at); !key.empty()) offsets_.try_emplace(key, at);
}

const BibtexParent* BibtexParents::find(std::string_view key, const BibtexMacros& macros) {
  if (const auto known = parents_.find(key); known != parents_.end()) return &known->second;
  if (!indexed_) index();
  const auto found = offsets_.find(key);
  if (found == offsets_.end()) return nullptr;
  BibtexScanner scanner(block_.substr(found->second), &macros);
  std::vector<BibtexError> ignored;
  const BibtexEntry* entry = scanner.next(ignored);
  if (!entry || entry->key != key) return nullptr;
  return &parents_.emplace(found->first, parent_from(*entry)).first->second;
}

void leave_parent(const BibtexEntry& entry, std::string& left) {
  const auto same = [&](std::string_view type) { return equals_ignore_case(entry.type, type); };
  if (entry.key.empty() || std::none_of(kParentTypes.begin(), kParentTypes.end(), same)) return;
  const BibtexParent parent = parent_from(entry);
  for (const std::string_view text : {std::string_view{}, entry.key, std::string_view(parent.title),
                                      std::string_view(parent.editor), std::string_view(parent.date)})
    put_text(left, text);
}

void leave_child(const BibtexEntry& entry, std::uint64_t line, std::string& left) {
  put_text(left, entry.type);
  put_text(left, entry.key);
  put_number(left, line);
  put_number(left, entry.fields.size());
  for (const BibtexField& field : entry.fields) {
    put_text(left, field.name);
    put_text(left, field.value);
  }
}

void leave_key(const BibtexEntry& entry, std::uint64_t line, std::string& keys) {
  if (entry.key.empty()) return;
  put_text(keys, kKeyItem);
  put_text(keys, entry.key);
  put_number(keys, line);
}

LeftBibtexEntries::LeftBibtexEntries(std::string_view left) : rest_(left) {
  std::vector<BibtexField> ignored;
  std::vector<Key> keys;
  for (std::string_view in = left; !in.empty();) {
    const std::string_view type = take_text(in), key = take_text(in);
    if (type.empty())
      parents_.try_emplace(key, take_parent(in));
    else if (type == kKeyItem)
      keys.push_back({std::hash<std::string_view>{}(key), key, take_number(in)});
    else
      take_child(in, ignored);
  }
  find_twins(keys);
}

void LeftBibtexEntries::find_twins(std::vector<Key>& keys) {
  std::sort(keys.begin(), keys.end());
  for (std::size_t first = 0, i = 1; i < keys.size(); ++i) {
    if (keys[i].text == keys[first].text)
      twins_.push_back({keys[i].text, keys[i].line, keys[first].line});
    else
      first = i;
  }
  std::sort(twins_.begin(), twins_.end(), [](const BibtexTwin& a, const BibtexTwin& b) { return a.line < b.line; });
}

bool LeftBibtexEntries::next(BibtexEntry& entry, std::uint64_t& line, const BibtexParent*& parent) {
  while (!rest_.empty()) {
    entry.type = take_text(rest_);
    entry.key = take_text(rest_);
    if (entry.type.empty()) {
      take_parent(rest_);
      continue;
    }
    if (entry.type == kKeyItem) {
      take_number(rest_);
      continue;
    }
    line = take_child(rest_, entry.fields);
    const auto found = parents_.find(trim(entry.field("crossref")));
    parent = found == parents_.end() ? nullptr : &found->second;
    return true;
  }
  return false;
}

}  // namespace scholargraph
