// SPDX-License-Identifier: Apache-2.0
// Joins that one document, or one paper, justifies by itself. A CV speaks of one circle of people: equal names in it
// are one person, and "H. Lind" is Hanna Lind when nobody else in it fits. Files of records (a bibliography) are no
// such circle: there only a paper is. Cost: linear, but for the handful of people of a CV that share a family name.
#include <algorithm>
#include <iterator>
#include <map>

#include "resolve/document_order.h"
#include "resolve/persons.h"

namespace scholargraph {

namespace {

Reason because(PersonSteps& steps, std::string_view phrase, int percent) {
  return {steps.clusters.phrase(phrase, percent)};
}

/// The mentions of people in a document, in order.
std::vector<MentionId> people_of(const Corpus& corpus, DocumentId document) {
  std::vector<MentionId> people;
  const MentionRange range = mentions_of(corpus, document);
  for (std::uint32_t i = range.first; i < range.last; ++i)
    if (corpus.mentions[i].kind == NodeKind::kPerson) people.emplace_back(i);
  return people;
}

/// The one author of the range that agrees with `m`; invalid when there is none or there are several.
MentionId only_agreeing(const NameTable& names, MentionId m, MentionRange authors) {
  MentionId found;
  for (std::uint32_t i = authors.first; i < authors.last; ++i) {
    if (!names.agree(m, MentionId(i))) continue;
    if (found.valid()) return {};
    found = MentionId(i);
  }
  return found;
}

void align(PersonSteps& steps, MentionRange base, MentionRange other) {
  for (std::uint32_t i = other.first; i < other.last; ++i) {
    const MentionId author(i);
    MentionId partner = only_agreeing(steps.names, author, base);
    if (partner.valid() && only_agreeing(steps.names, partner, other) != author) partner = {};
    const MentionId opposite(base.first + (i - other.first));
    if (!partner.valid() && opposite.value < base.last && steps.names.agree(author, opposite)) partner = opposite;
    if (partner.valid()) steps.joiner.join_agreeing(partner, author, because(steps, "same author of one paper", 98));
  }
}

/// People of one document with one way to print the name.
struct Group {
  MentionId first;
  FormId form;
  bool full = false;
};

class DocumentJoiner {
 public:
  DocumentJoiner(PersonSteps& steps, DocumentId document)
      : steps_(steps), document_(steps.corpus.documents[document.value]), people_(people_of(steps.corpus, document)) {}

  void run() {
    if (document_.owner_named) find_owner_among_authors();
    join_equal();
    for (auto& [block, groups] : blocks_) join_block(groups);
    join_swapped();
  }

 private:
  void find_owner_among_authors() {
    for (const MentionId m : people_) {
      const Mention& mention = steps_.corpus.mentions[m.value];
      if (mention.position != 1) continue;
      const MentionRange authors = authors_of(steps_.corpus, mention.paper);
      const MentionId self = only_agreeing(steps_.names, document_.owner, authors);
      if (!self.valid()) continue;
      steps_.joiner.join_agreeing(document_.owner, self, because(steps_, "the owner in the own author list", 97));
    }
  }

  /// Equal full names are joined; equal initials too, later, if they can mean one person only.
  void join_equal() {
    std::map<std::uint64_t, MentionId> first_full;
    std::map<std::pair<std::uint64_t, FormId>, bool> known;
    for (const MentionId m : people_) {
      const CompactForm& form = steps_.names.form(m);
      if (form.key == 0) continue;
      if (form.full) {
        const auto [entry, fresh] = first_full.emplace(form.key, m);
        if (!fresh) steps_.joiner.join_agreeing(entry->second, m, because(steps_, "equal full names in one document", 95));
      }
      if (known.emplace(std::pair(form.block, steps_.names.form_of(m)), true).second)
        blocks_[form.block].push_back({m, steps_.names.form_of(m), form.full});
    }
  }

  /// The group in the block, other than `index`, that agrees with it; -1 without one, -2 with several people.
  int only_partner(const std::vector<Group>& groups, std::size_t index, bool full) {
    int found = -1;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (i == index || groups[i].full != full || !steps_.names.agree(groups[i].form, groups[index].form)) continue;
      if (found >= 0 && !steps_.clusters.same(groups[static_cast<std::size_t>(found)].first, groups[i].first))
        return -2;
      found = static_cast<int>(i);
    }
    return found;
  }

  void join_block(const std::vector<Group>& groups) {
    for (std::size_t i = 0; i < groups.size(); ++i) {
      int partner = only_partner(groups, i, true);
      if (groups[i].full) {
        if (partner >= 0 && only_partner(groups, static_cast<std::size_t>(partner), true) == static_cast<int>(i))
          join_form(groups[i], groups[static_cast<std::size_t>(partner)].first,
                    because(steps_, "names agree in one document", 85));
        continue;
      }
      if (partner == -2) continue;
      if (partner == -1) partner = only_partner(groups, i, false);
      if (partner >= 0)
        join_form(groups[i], groups[static_cast<std::size_t>(partner)].first,
                  because(steps_, "initials fit one person of the document only", 88));
      else if (partner == -1)
        join_form(groups[i], groups[i].first, because(steps_, "equal initials in one document", 85));
    }
  }

  /// All mentions of the document printed like the group.
  void join_form(const Group& group, MentionId with, const Reason& reason) {
    for (const MentionId m : people_)
      if (steps_.names.form_of(m) == group.form) steps_.joiner.join_agreeing(with, m, reason);
  }

  /// "Qiu Xiaomei" and "Xiaomei Qiu".
  void join_swapped() {
    for (auto a = blocks_.begin(); a != blocks_.end(); ++a)
      for (const Group& group : a->second)
        if (group.full) by_letters_[sorted_tokens(group.form)].push_back(group.first);
    for (const auto& [tokens, mentions] : by_letters_)
      for (std::size_t i = 1; i < mentions.size(); ++i)
        steps_.joiner.join_agreeing(mentions[0], mentions[i],
                                    because(steps_, "names agree in swapped order in one document", 85));
  }

  std::string sorted_tokens(FormId form) {
    const std::string_view tokens = steps_.names.tokens(form);
    const auto blank = tokens.find(' ');
    if (blank == std::string_view::npos) return std::string(tokens);
    const std::string_view a = tokens.substr(0, blank);
    const std::string_view b = tokens.substr(blank + 1);
    return a < b ? std::string(tokens) : std::string(b) + " " + std::string(a);
  }

  PersonSteps& steps_;
  const Document& document_;
  std::vector<MentionId> people_;
  std::map<std::uint64_t, std::vector<Group>> blocks_;
  std::map<std::string, std::vector<MentionId>> by_letters_;
};

/// The people that records of other documents print as authors of the work of `paper`, as sorted roots.
std::vector<MentionId> authors_elsewhere(PersonSteps& steps, MentionId paper, DocumentId document) {
  std::vector<MentionId> roots;
  steps.clusters.for_each_member(paper, [&](MentionId other) {
    if (document_of(steps.corpus, other) == document) return;
    const MentionRange authors = authors_of(steps.corpus, other);
    for (std::uint32_t i = authors.first; i < authors.last; ++i) roots.push_back(steps.joiner.root(MentionId(i)));
  });
  std::sort(roots.begin(), roots.end());
  roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
  return roots;
}

void identify_owner(PersonSteps& steps, DocumentId document) {
  const MentionRange range = mentions_of(steps.corpus, document);
  std::vector<MentionId> common;
  int papers = 0;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (steps.corpus.mentions[i].kind != NodeKind::kPaper) continue;
    const auto roots = authors_elsewhere(steps, MentionId(i), document);
    if (roots.empty()) continue;
    if (papers++ == 0) {
      common = roots;
      continue;
    }
    std::vector<MentionId> both;
    std::set_intersection(common.begin(), common.end(), roots.begin(), roots.end(), std::back_inserter(both));
    common = std::move(both);
  }
  if (common.size() != 1) return;
  steps.joiner.join(common.front(), steps.corpus.documents[document.value].owner,
                    because(steps,
                            "the only author that other documents print for all of the " + std::to_string(papers) +
                                " shared papers",
                            papers > 1 ? 90 : 75));
}

}  // namespace

void join_aligned_authors(PersonSteps& steps) {
  std::vector<MentionId> records;
  for (const MentionId paper : steps.papers) {
    if (steps.clusters.root(paper) != paper || steps.clusters.size(paper) < 2) continue;
    records.clear();
    steps.clusters.for_each_member(paper, [&](MentionId m) { records.push_back(m); });
    const auto length = [&](MentionId m) {
      const MentionRange authors = authors_of(steps.corpus, m);
      return authors.last - authors.first;
    };
    const auto before = [&](MentionId a, MentionId b) {
      if (length(a) != length(b)) return length(a) > length(b);
      const auto& path_a = steps.corpus.documents[document_of(steps.corpus, a).value].path;
      const auto& path_b = steps.corpus.documents[document_of(steps.corpus, b).value].path;
      return path_a != path_b ? path_a < path_b : a < b;
    };
    std::sort(records.begin(), records.end(), before);
    for (std::size_t i = 1; i < records.size(); ++i)
      align(steps, authors_of(steps.corpus, records[0]), authors_of(steps.corpus, records[i]));
  }
}

void join_within_documents(PersonSteps& steps) {
  for (const DocumentId document : documents_by_path(steps.corpus))
    if (steps.corpus.documents[document.value].owner.valid()) DocumentJoiner(steps, document).run();
}

void identify_unnamed_owners(PersonSteps& steps) {
  for (const DocumentId id : documents_by_path(steps.corpus)) {
    const Document& document = steps.corpus.documents[id.value];
    if (document.owner.valid() && !document.owner_named) identify_owner(steps, id);
  }
}

}  // namespace scholargraph
