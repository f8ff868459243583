// SPDX-License-Identifier: Apache-2.0
// Problem: the same work is printed in several CVs and records, with other years, abbreviated authors, no authors.
// Idea: sort by identifier, then by hash of the folded title; only papers that meet in such a run are compared.
// A run is compared against the clusters found in it so far, at most kMaxClusters of them, so that "Introduction"
// printed ten thousand times costs ten thousand times kMaxClusters comparisons at most.
// Cost: n log n for the sorts.
#include "resolve/papers.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <tuple>

#include "base/files.h"
#include "base/parallel_for.h"
#include "base/text.h"
#include "resolve/document_order.h"

namespace scholargraph {

namespace {

constexpr std::size_t kMaxClusters = 32;
constexpr std::size_t kTellingTitle = 20;  ///< letters; shorter titles ("Editorial") do not name one work
constexpr std::array<std::string_view, 9> kWorkSchemes = {"doi", "arxiv", "pmid",     "pmcid", "acl",
                                                          "dblp", "s2",   "openalex", "mag"};

bool names_a_work(std::string_view scheme) {
  return std::find(kWorkSchemes.begin(), kWorkSchemes.end(), scheme) != kWorkSchemes.end();
}

/// DOIs of preprint servers stand beside the DOI of the published version.
bool is_preprint_doi(std::string_view doi) {
  return doi.starts_with("10.48550/") || doi.starts_with("10.1101/") || doi.starts_with("10.2139/");
}

class PaperJoiner {
 public:
  PaperJoiner(const Corpus& corpus, const NameTable& names, Clusters& clusters, int jobs)
      : corpus_(corpus), names_(names), clusters_(clusters), jobs_(jobs) {}

  void join_by_identifier(const std::vector<MentionId>& papers, const std::vector<std::uint64_t>& titles);
  void join_by_title(const std::vector<MentionId>& papers, const std::vector<std::uint64_t>& titles);

 private:
  [[nodiscard]] const Mention& mention(MentionId m) const { return corpus_.mentions[m.value]; }
  [[nodiscard]] bool same_work(MentionId a, MentionId b) const;
  [[nodiscard]] bool author_in_common(MentionRange a, MentionRange b) const;
  [[nodiscard]] bool lists_fit(MentionId a, MentionId b, bool telling) const;
  [[nodiscard]] bool owner_among(MentionId paper, MentionRange authors) const;
  [[nodiscard]] bool identifiers_conflict(MentionId a, MentionId b) const;
  [[nodiscard]] bool clusters_conflict(MentionId a, MentionId b) const;
  [[nodiscard]] std::pair<std::size_t, std::size_t> identifiers_of(MentionId m) const;

  const Corpus& corpus_;
  const NameTable& names_;
  Clusters& clusters_;
  int jobs_;
};

std::pair<std::size_t, std::size_t> PaperJoiner::identifiers_of(MentionId m) const {
  const auto begin = corpus_.identifiers.begin();
  const auto range = std::equal_range(begin, corpus_.identifiers.end(), MentionIdentifier{m, {}, {}},
                                      [](const auto& a, const auto& b) { return a.mention < b.mention; });
  return {static_cast<std::size_t>(range.first - begin), static_cast<std::size_t>(range.second - begin)};
}

void PaperJoiner::join_by_identifier(const std::vector<MentionId>& papers, const std::vector<std::uint64_t>& titles) {
  struct Row {
    StringId scheme;
    StringId value;
    std::uint32_t paper;  ///< index into papers
  };
  if (corpus_.identifiers.empty()) return;
  std::vector<Row> rows;
  for (std::uint32_t i = 0; i < papers.size(); ++i) {
    const auto [first, last] = identifiers_of(papers[i]);
    for (std::size_t k = first; k < last; ++k) {
      const auto& id = corpus_.identifiers[k];
      if (names_a_work(corpus_.strings.view(id.scheme))) rows.push_back({id.scheme, id.value, i});
    }
  }
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tie(a.scheme, a.value, a.paper) < std::tie(b.scheme, b.value, b.paper);
  });
  const PhraseId same = clusters_.phrase("same ", 100);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const Row& a = rows[i - 1];
    const Row& b = rows[i];
    if (a.scheme != b.scheme || a.value != b.value) continue;
    // One document that prints one identifier beside two titles has one of them wrong.
    if (titles[a.paper] != titles[b.paper] &&
        document_of(corpus_, papers[a.paper]) == document_of(corpus_, papers[b.paper]))
      continue;
    clusters_.join(papers[a.paper], papers[b.paper], {same, a.scheme});
  }
}

bool PaperJoiner::author_in_common(MentionRange a, MentionRange b) const {
  for (std::uint32_t i = a.first; i < a.last; ++i)
    for (std::uint32_t k = b.first; k < b.last; ++k)
      if (names_.agree(MentionId(i), MentionId(k))) return true;
  return false;
}

/// The document of `paper` prints no authors for it: its owner should be one.
bool PaperJoiner::owner_among(MentionId paper, MentionRange authors) const {
  const Document& document = corpus_.documents[document_of(corpus_, paper).value];
  if (!document.owner.valid() || !document.owner_named || authors.first == authors.last) return true;
  return author_in_common({document.owner.value, document.owner.value + 1}, authors);
}

bool PaperJoiner::lists_fit(MentionId a, MentionId b, bool telling) const {
  const MentionRange authors_a = authors_of(corpus_, a);
  const MentionRange authors_b = authors_of(corpus_, b);
  const bool none_a = authors_a.first == authors_a.last;
  const bool none_b = authors_b.first == authors_b.last;
  if (!none_a && !none_b) return author_in_common(authors_a, authors_b);
  return telling && (!none_a || owner_among(a, authors_b)) && (!none_b || owner_among(b, authors_a));
}

/// Different identifiers of one scheme are different works, as far as the source is concerned.
bool PaperJoiner::identifiers_conflict(MentionId a, MentionId b) const {
  const auto [first_a, last_a] = identifiers_of(a);
  const auto [first_b, last_b] = identifiers_of(b);
  for (std::size_t i = first_a; i < last_a; ++i) {
    for (std::size_t k = first_b; k < last_b; ++k) {
      const auto& x = corpus_.identifiers[i];
      const auto& y = corpus_.identifiers[k];
      if (x.scheme != y.scheme || x.value == y.value) continue;
      const std::string_view scheme = corpus_.strings.view(x.scheme);
      if (!names_a_work(scheme)) continue;
      if (scheme == "doi" && is_preprint_doi(corpus_.strings.view(x.value)) !=
                                 is_preprint_doi(corpus_.strings.view(y.value)))
        continue;
      return true;
    }
  }
  return false;
}

bool PaperJoiner::clusters_conflict(MentionId a, MentionId b) const {
  if (corpus_.identifiers.empty()) return false;
  bool conflict = false;
  clusters_.for_each_member(a, [&](MentionId x) {
    clusters_.for_each_member(b, [&](MentionId y) { conflict = conflict || identifiers_conflict(x, y); });
  });
  return conflict;
}

bool PaperJoiner::same_work(MentionId a, MentionId b) const {
  const int year_a = mention(a).year;
  const int year_b = mention(b).year;
  const bool known = year_a > 0 && year_b > 0;
  if (known && std::abs(year_a - year_b) > 1) return false;
  const bool telling = squash(corpus_.strings.view(corpus_.names.text(mention(a).name))).size() >= kTellingTitle;
  if (!telling && known && year_a != year_b) return false;
  return lists_fit(a, b, telling) && !clusters_conflict(a, b);
}

void PaperJoiner::join_by_title(const std::vector<MentionId>& papers, const std::vector<std::uint64_t>& titles) {
  std::vector<std::uint32_t> order(papers.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  parallel_sort(jobs_, order.begin(), order.end(),
                [&](std::uint32_t a, std::uint32_t b) { return std::tie(titles[a], a) < std::tie(titles[b], b); });
  const Reason reason{clusters_.phrase("same title and an author in common, years fit", 97)};
  std::vector<MentionId> kept;
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && titles[order[end]] == titles[order[begin]]) ++end;
    kept.clear();
    for (std::size_t i = begin; i < end && end - begin > 1 && titles[order[begin]] != 0; ++i) {
      const MentionId paper = papers[order[i]];
      bool joined = false;
      for (const MentionId other : kept) {
        if (clusters_.same(paper, other)) joined = true;
        else if (same_work(other, paper)) joined = clusters_.join(other, paper, reason) || joined;
      }
      if ((!joined || mention(paper).year > 0) && kept.size() < kMaxClusters) kept.push_back(paper);
    }
    begin = end;
  }
}

}  // namespace

void join_papers(const Corpus& corpus, const NameTable& names, const std::vector<MentionId>& papers,
                 Clusters& clusters, std::vector<std::uint64_t>& titles, int jobs) {
  constexpr std::size_t kPiece = 1024;
  titles.assign(papers.size(), 0);
  parallel_ranges(jobs, papers.size(), kPiece, [&](std::size_t first, std::size_t last, std::size_t) {
    for (std::size_t i = first; i < last; ++i) {
      const std::string title = squash(corpus.strings.view(corpus.names.text(corpus.mentions[papers[i].value].name)));
      if (!title.empty()) titles[i] = content_hash(title) | 1U;
    }
  });
  PaperJoiner joiner(corpus, names, clusters, jobs);
  joiner.join_by_identifier(papers, titles);
  joiner.join_by_title(papers, titles);
}

}  // namespace scholargraph
