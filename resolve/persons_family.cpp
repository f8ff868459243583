// SPDX-License-Identifier: Apache-2.0
// Problem: "K. Orthwin" in two documents that share nothing else may be one person or two.
// Idea: ask the corpus itself how common the family name is. Where thousands of names are known, hardly anybody else
// bears this family name, and all its names with this first letter agree, there is most likely one bearer: a second
// Orthwin would be somebody else than K. in most cases, and would show. In a small corpus nobody else need show, so
// nothing follows from it. Nor does it where decades lie between two papers.
// Cost: a sort of the forms by family name, a counting sort of the people; more than a few forms are passed over.
#include <algorithm>
#include <string_view>
#include <utility>

#include "base/files.h"
#include "base/interrupt.h"
#include "base/parallel_for.h"
#include "resolve/name_groups.h"
#include "resolve/persons.h"

namespace scholargraph {

namespace {

constexpr std::size_t kManyNames = 20000;  ///< distinct printed names that tell common family names from rare ones
constexpr std::size_t kRareLetters = 2;    ///< first letters of given names that a rare family name comes with, at most
constexpr std::size_t kMostForms = 8;      ///< ways to print one person
constexpr int kLongPause = 12;             ///< years without a paper after which a bearer may be another one

struct FamilyRow {
  std::uint64_t family = 0;
  std::uint64_t block = 0;
  FormId form;
  auto operator<=>(const FamilyRow&) const = default;
};

/// The names of two words and more, by family name.
std::vector<FamilyRow> family_rows(const NameTable& names, int jobs) {
  std::vector<FamilyRow> rows;
  rows.reserve(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string_view tokens = names.tokens(FormId(i));
    const auto blank = tokens.rfind(' ');
    if (blank == std::string_view::npos) continue;
    rows.push_back({content_hash(tokens.substr(blank + 1)), names.form(FormId(i)).block, FormId(i)});
  }
  parallel_sort(jobs, rows.begin(), rows.end());
  return rows;
}

/// By form: the block of names of a rare family name, else 0.
std::vector<std::uint64_t> blocks_of_rare_families(const NameTable& names, int jobs) {
  const std::vector<FamilyRow> rows = family_rows(names, jobs);
  std::vector<std::uint64_t> blocks(names.size(), 0);
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = begin;
    std::size_t letters = 0;
    for (; end < rows.size() && rows[end].family == rows[begin].family; ++end)
      letters += end == begin || rows[end].block != rows[end - 1].block;
    for (; begin < end; ++begin)
      if (letters <= kRareLetters) blocks[rows[begin].form.value] = rows[begin].block;
  }
  return blocks;
}

/// False when the people of the group are printed in more ways than one person is.
bool all_agree(const NameTable& names, std::span<const MentionId> group) {
  std::vector<FormId> forms;
  for (const MentionId m : group) {
    const FormId form = names.form_of(m);
    if (std::find(forms.begin(), forms.end(), form) != forms.end()) continue;
    if (forms.size() == kMostForms) return false;
    if (std::any_of(forms.begin(), forms.end(), [&](FormId other) { return !names.agree(form, other); })) return false;
    forms.push_back(form);
  }
  return true;
}

bool has_long_pause(const PersonSteps& steps, std::span<const MentionId> group) {
  std::vector<int> years;
  for (const MentionId m : group)
    if (const int year = steps.corpus.mentions[m.value].year; year > 0) years.push_back(year);
  std::sort(years.begin(), years.end());
  return std::adjacent_find(years.begin(), years.end(), [](int a, int b) { return b - a > kLongPause; }) != years.end();
}

/// The mention to join the others with; invalid when two owners of CVs are among them.
MentionId base_of(const PersonSteps& steps, std::span<const MentionId> group) {
  MentionId owner;
  for (const MentionId m : group) {
    if (!steps.joiner.has_owner(m)) continue;
    if (owner.valid() && steps.joiner.root(owner) != steps.joiner.root(m)) return {};
    owner = m;
  }
  return owner.valid() ? owner : group[0];
}

}  // namespace

void join_sole_bearers(PersonSteps& steps) {
  const NameTable& names = steps.names;
  if (names.size() < kManyNames) return;
  const NameGroups groups(names, steps.people, blocks_of_rare_families(names, steps.jobs));
  const Reason reason{steps.clusters.phrase("names agree; nobody else of a rare family name and this initial", 80)};
  for (std::size_t i = 0; i < groups.size(); ++i) {
    throw_if_interrupted();
    const auto group = groups[i];
    if (!all_agree(names, group) || has_long_pause(steps, group)) continue;
    const MentionId base = base_of(steps, group);
    if (!base.valid()) continue;
    for (const MentionId m : group) steps.joiner.join_agreeing(base, m, reason);
  }
}

}  // namespace scholargraph
