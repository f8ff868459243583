// SPDX-License-Identifier: Apache-2.0
// join_across_documents() against its rules told again as plainly as possible: maps of words instead of hashes, every
// group looked at in every round, one thread. Random corpora of few names make many homonyms.
#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

#include "base/files.h"
#include "catch.h"
#include "resolve/document_order.h"
#include "resolve/papers.h"
#include "resolve/persons.h"
#include "resolve/resolve.h"
#include "unit/resolve/invented_corpus.h"

using namespace scholargraph;
using namespace scholargraph::invented;

namespace {

using Group = std::vector<MentionId>;

/// The words under which people can meet.
class Contexts {
 public:
  explicit Contexts(const PersonSteps& steps) : steps_(steps) {}

  struct Word {
    std::string text;
    bool initials = false;
    MentionId person;  ///< invalid for papers
  };

  std::vector<Word> of(MentionId m) const {
    std::vector<Word> words;
    if (const MentionId paper = steps_.corpus.mentions[m.value].paper; paper.valid()) {
      words.push_back({"paper " + std::to_string(steps_.clusters.root(paper).value), false, {}});
      const MentionRange authors = authors_of(steps_.corpus, paper);
      for (std::uint32_t i = authors.first; i < authors.last; ++i)
        if (MentionId(i) != m) add_person(MentionId(i), words);
    }
    // The papers of a CV are its owner's context.
    for (std::size_t d = 0; d < steps_.corpus.documents.size(); ++d) {
      if (steps_.corpus.documents[d].owner != m) continue;
      const MentionRange range = mentions_of(steps_.corpus, DocumentId(d));
      for (std::uint32_t i = range.first; i < range.last; ++i)
        if (steps_.corpus.mentions[i].kind == NodeKind::kPaper)
          words.push_back({"paper " + std::to_string(steps_.clusters.root(MentionId(i)).value), false, {}});
    }
    return words;
  }

 private:
  void add_person(MentionId m, std::vector<Word>& words) const {
    bool full = false;
    for (const FormId id : steps_.joiner.forms_of(m)) {
      if (!steps_.names.form(id).full) continue;
      words.push_back({"name " + std::to_string(steps_.names.form(id).key), false, m});
      full = true;
    }
    if (full) return;
    words.push_back({"person " + std::to_string(steps_.joiner.root(m).value), false, m});
    const FormId own = steps_.names.form_of(m);
    if (steps_.names.form(own).key != 0 && steps_.names.tokens(own).find(' ') != std::string_view::npos)
      words.push_back({"initials " + std::to_string(steps_.names.form(own).key), true, m});
  }

  const PersonSteps& steps_;
};

struct Pair {
  std::size_t a;
  std::size_t b;
  int weight;
};

std::vector<Pair> shared(const PersonSteps& steps, const Group& group) {
  std::map<MentionId, std::size_t> first_of_root;
  std::map<std::string, std::set<std::size_t>> clusters_of_word;
  std::map<std::string, int> weight_of_word;
  for (std::size_t i = 0; i < group.size(); ++i) {
    const MentionId root = steps.joiner.root(group[i]);
    const std::size_t cluster = first_of_root.emplace(root, i).first->second;
    for (const auto& word : Contexts(steps).of(group[i])) {
      if (word.person.valid() && steps.joiner.root(word.person) == root) continue;
      clusters_of_word[word.text].insert(cluster);
      weight_of_word[word.text] = word.initials ? 1 : 2;
    }
  }
  std::map<std::pair<std::size_t, std::size_t>, int> weights;
  for (const auto& [word, clusters] : clusters_of_word) {
    if (clusters.size() > 48) continue;
    for (const std::size_t a : clusters)
      for (const std::size_t b : clusters)
        if (a < b) weights[{a, b}] += weight_of_word[word];
  }
  std::vector<Pair> pairs;
  for (const auto& [pair, weight] : weights)
    if (weight >= 2) pairs.push_back({pair.first, pair.second, weight});
  return pairs;
}

void join_equal_slowly(PersonSteps& steps, const Group& group) {
  for (const auto& [a, b, weight] : shared(steps, group)) steps.joiner.join_agreeing(group[a], group[b], {steps.clusters.phrase("a ground", 100)});
  if (steps.names.form(group[0]).brief) return;
  std::vector<MentionId> owners;
  for (const MentionId m : group)
    if (steps.joiner.has_owner(m)) owners.push_back(steps.joiner.root(m));
  if (std::set<MentionId>(owners.begin(), owners.end()).size() > 1) return;
  for (const MentionId m : group)
    steps.joiner.join_agreeing(owners.empty() ? group[0] : owners[0], m, {steps.clusters.phrase("distinctive", 100)});
}

void join_agreeing_slowly(PersonSteps& steps, const Group& group) {
  std::vector<Pair> pairs = shared(steps, group);
  std::erase_if(pairs, [&](const Pair& p) { return !steps.joiner.all_names_agree(group[p.a], group[p.b]); });
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) { return x.weight > y.weight; });
  const auto has_rival = [&](const Pair& pair, std::size_t one, std::size_t other) {
    return std::any_of(pairs.begin(), pairs.end(), [&](const Pair& rival) {
      if (rival.weight < pair.weight || (rival.a != one && rival.b != one)) return false;
      const std::size_t third = rival.a == one ? rival.b : rival.a;
      return third != other && !steps.joiner.all_names_agree(group[third], group[other]);
    });
  };
  std::vector<Pair> without_rival = pairs;
  std::erase_if(without_rival, [&](const Pair& pair) {
    return has_rival(pair, pair.a, pair.b) || has_rival(pair, pair.b, pair.a);
  });
  for (const Pair& pair : without_rival)
    steps.joiner.join_agreeing(group[pair.a], group[pair.b], {steps.clusters.phrase("names agree", 100)});
}

template <class Hash>
std::vector<Group> groups_by(const PersonSteps& steps, Hash hash) {
  std::map<std::uint64_t, Group> groups;
  for (const MentionId m : steps.people)
    if (const std::uint64_t value = hash(steps.names.form_of(m)); value != 0) groups[value].push_back(m);
  std::vector<Group> several;
  for (auto& [value, group] : groups)
    if (group.size() > 1) several.push_back(std::move(group));
  return several;
}

std::uint64_t either_order(std::string_view tokens) {
  const std::size_t blank = tokens.find(' ');
  if (blank == std::string_view::npos || tokens.find(' ', blank + 1) != std::string_view::npos) return 0;
  return (content_hash(tokens.substr(0, blank)) + content_hash(tokens.substr(blank + 1))) | 1U;
}

/// Such groups are looked at as equal ones.
bool all_full_and_equal(const PersonSteps& steps, const Group& group) {
  return std::all_of(group.begin(), group.end(), [&](MentionId m) {
    return steps.names.form(m).full && steps.names.form(m).key == steps.names.form(group[0]).key;
  });
}

bool of_one_form(const PersonSteps& steps, const Group& group) {
  return std::all_of(group.begin(), group.end(), [&](MentionId m) {
    const auto forms = steps.joiner.forms_of(m);
    return forms.size() == 1 && forms[0] == steps.names.form_of(group[0]) && !steps.joiner.has_owner(m);
  });
}

void join_across_slowly(PersonSteps& steps) {
  const auto form = [&](FormId id) { return steps.names.form(id); };
  for (int round = 0; round < 2; ++round) {
    std::vector<Group> equal = groups_by(steps, [&](FormId id) { return form(id).full ? form(id).key : 0; });
    std::stable_partition(equal.begin(), equal.end(), [&](const Group& group) { return of_one_form(steps, group); });
    for (const Group& group : equal) join_equal_slowly(steps, group);
    for (const auto& groups :
         {groups_by(steps, [&](FormId id) { return form(id).native; }),
          groups_by(steps, [&](FormId id) { return form(id).full ? either_order(steps.names.tokens(id)) : 0; }),
          groups_by(steps, [&](FormId id) { return form(id).block; })})
      for (const Group& group : groups)
        if (!all_full_and_equal(steps, group)) join_agreeing_slowly(steps, group);
  }
}

/// The smallest mention of everybody's cluster.
template <class Join>
std::vector<std::uint32_t> partition(const Corpus& corpus, int jobs, Join join) {
  Clusters clusters(corpus.mentions.size(), false);
  const NameTable names(corpus, jobs);
  const MentionsByKind by_kind = mentions_by_kind(corpus);
  const auto& papers = of_kind(by_kind, NodeKind::kPaper);
  std::vector<std::uint64_t> titles;
  join_papers(corpus, names, papers, clusters, titles, jobs);
  PersonJoiner joiner(corpus, names, clusters, true);
  PersonSteps steps{corpus, names, clusters, joiner, papers, of_kind(by_kind, NodeKind::kPerson), jobs};
  join_stated(steps, true);
  join_aligned_authors(steps);
  join_within_documents(steps);
  join(steps);
  std::map<MentionId, std::uint32_t> smallest;
  std::vector<std::uint32_t> answer;
  for (std::uint32_t m = 0; m < corpus.mentions.size(); ++m)
    answer.push_back(smallest.emplace(clusters.root(MentionId(m)), m).first->second);
  return answer;
}

class RandomCorpus {
 public:
  explicit RandomCorpus(unsigned seed) : random_(seed) {}

  Corpus make() {
    std::vector<DocumentRecord> records;
    for (std::size_t i = 0; i < 4; ++i)
      records.push_back(document("cv" + std::to_string(i) + ".md", kFullNames[below(4)], papers(3)));
    Corpus corpus = corpus_of(records);
    for (std::size_t i = 0; i < 3; ++i) {
      // A file of records has no owner, so it is no circle.
      const DocumentId file = begin_document(corpus, "file" + std::to_string(i) + ".bib", "bibtex", {});
      for (const PaperRecord& record : papers(12)) add(corpus, file, record);
    }
    return corpus;
  }

 private:
  static constexpr const char* kFullNames[] = {"Ada Orme", "Adam Orme", "Bo Lind", "Wei Li"};
  static constexpr const char* kNames[] = {"Ada Orme", "Adam Orme", "A. Orme", "Bo Lind",    "Lind Bo",    "B. Lind",
                                           "Wei Li",   "Wen Li",    "Li Wei",  "W. Li",      "H. Lind",    "Lind",
                                           "Bo Lind",  "Bo A. Lind", "Hanna Lind", "Ugo Ferrante", "U. Ferrante"};

  std::size_t below(std::size_t count) { return random_() % count; }

  std::vector<PaperRecord> papers(std::size_t count) {
    std::vector<PaperRecord> papers;
    for (std::size_t i = 0; i < count; ++i) {
      std::vector<std::string> authors;
      for (std::size_t k = 1 + below(4); k > 0; --k) authors.emplace_back(kNames[below(std::size(kNames))]);
      papers.push_back(paper("An invented title of number " + std::to_string(below(25)), authors, 2020));
    }
    return papers;
  }

  static void add(Corpus& corpus, DocumentId file, const PaperRecord& record) {
    std::vector<PersonView> authors;
    for (const PersonName& author : record.authors) authors.push_back({author.full, {}, {}, {}, {}});
    PaperView view;
    view.key = "k";
    view.title = record.title;
    view.year = 2020;
    view.authors = authors;
    add_paper(corpus, view, file);
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("grounds across documents are those of the rules, whatever the number of threads") {
  std::size_t joined = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    INFO("seed " << seed);
    const Corpus corpus = RandomCorpus(seed).make();
    const auto slow = partition(corpus, 1, join_across_slowly);
    CHECK(partition(corpus, 1, join_across_documents) == slow);
    CHECK(partition(corpus, 3, join_across_documents) == slow);
    joined += partition(corpus, 1, [](PersonSteps&) {}) != slow;
  }
  CHECK(joined > 250);
}

TEST_CASE("the whole resolution is the same with any number of threads") {
  for (unsigned seed = 1; seed <= 50; ++seed) {
    INFO("seed " << seed);
    const Corpus corpus = RandomCorpus(seed).make();
    const Resolution one = resolve(corpus, {.jobs = 1});
    const Resolution four = resolve(corpus, {.jobs = 4});
    CHECK(one.entity_of == four.entity_of);
    CHECK(one.percent == four.percent);
    const auto text = [&](const Resolution& of, const Merge& merge) { return of.reasons.text(merge.reason, corpus.strings); };
    const auto same = [&](const Merge& a, const Merge& b) {
      return a.first == b.first && a.second == b.second && text(one, a) == text(four, b);
    };
    CHECK(std::equal(one.merges.begin(), one.merges.end(), four.merges.begin(), four.merges.end(), same));
  }
}
