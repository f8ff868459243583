// SPDX-License-Identifier: Apache-2.0
// Problem: jobs mention projects in running text, among many capitalised words that are no projects. Idea: only a few
// frames count: a name before "project", a name or list of names behind "contributed to", "maintainer of",
// "developed … benchmarks", "worked on", "available in"; a name is a run of capitalised words, and where the frame is
// weak it must look like a made-up name (capitals inside a word, or two words and more). Linear in the words.
#include "extract/cv/projects_prose.h"

#include <algorithm>

#include "base/text.h"
#include "extract/cv/dates.h"
#include "extract/cv/lexicon.h"

namespace scholargraph {
namespace {

enum Frame {
  kContributor = 1,
  kMaintainer,
  kCreator,
  kFounder,
  kInitiator,
  kLead,
  kArtefactMaker,
  kWorkedOn,
  kReleasedIn
};

const Lexicon& frames() {
  static const Lexicon kFrames{
      {kContributor,
       "contributed to|contributing to|contributor to|contributor of|contributor for|contributions to|"
       "core contributor to|core contributor of|beigetragen zu|contribue a|contribution a|contribuyo a"},
      {kMaintainer, "maintainer of|maintainer for|co maintainer of|maintaining"},
      {kCreator,
       "creator of|co creator of|original author of|lead author of the software|developer of|lead developer of|"
       "core developer of|co developer of|main developer of|architect of|inventor of|initial author of"},
      {kFounder, "founding member of|core founding member of|co founder of|cofounder of|founder of|core member of"},
      {kInitiator, "initiator of|initiator for"},
      {kLead,
       "science lead for|science lead of|tech lead of|tech lead for|technical lead of|technical lead for|lead of|"
       "project lead of|project lead for|team lead for"},
      {kArtefactMaker,
       "developed|built|created|released|open sourced|designed|launched|introduced|co developed|"
       "co created|implemented|authored|initiated"},
      {kWorkedOn, "worked on|working on|work on"},
      {kReleasedIn,
       "publicly available in|publicly available as|available in|available as|integrated into|"
       "integrated in|merged into|open sourced as|open sourced in|released as|released in|shipped in|adopted "
       "by|adopted in|deployed in"}};
  return kFrames;
}

std::string role_name(int frame) {
  switch (frame) {
    case kContributor:
      return "contributor";
    case kMaintainer:
      return "maintainer";
    case kCreator:
      return "developer";
    case kFounder:
      return "founding member";
    case kInitiator:
      return "initiator";
    case kLead:
      return "lead";
    default:
      return {};
  }
}

bool is_project_word(const LexWord& word) {
  return word.folded == "project" || word.folded == "projekt" || word.folded == "projet" || word.folded == "proyecto" ||
         word.folded == "projeto" || word.folded == "progetto";
}

bool is_artefact_noun(const LexWord& word) {
  static const Lexicon kNouns{
      {1,
       "benchmark|benchmarks|dataset|datasets|toolkit|toolkits|library|libraries|framework|frameworks|package|"
       "packages|platform|platforms|tool|tools|software|plugin|plugins|app|apps|corpus|corpora|simulator|engine|"
       "engines|compiler|compilers|database|databases|product|products|codebase|api|sdk"}};
  return kNouns.contains(word.folded);
}

/// Capitals beyond the first letter, or digits: "PyTorch", "LMFlow", "MathQA", "GPT2".
bool looks_made_up(std::string_view text) {
  // "PDFs" and "GPUs" are plurals of plain abbreviations.
  if (text.size() > 2 && text.ends_with("s") &&
      std::all_of(text.begin(), text.end() - 1, [](char c) { return c >= 'A' && c <= 'Z'; }))
    return false;
  bool lower = false;
  bool inner = false;
  std::size_t upper = 0;
  bool digit = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= 'a' && c <= 'z') lower = true;
    if (c >= '0' && c <= '9') digit = true;
    if (c >= 'A' && c <= 'Z') {
      ++upper;
      if (i > 0) inner = true;
    }
  }
  return (lower && inner && upper >= 2) || (digit && upper >= 1 && lower);
}

/// Words that open a sentence or name no project though they are capitalised.
bool is_common(const LexWord& word) {
  static const Lexicon kCommon{
      {1,
       "i|we|the|this|that|these|our|my|a|an|in|on|at|for|with|and|as|by|led|lead|worked|developed|built|created|"
       "initiated|designed|python|java|c|linux|windows|android|ios|phd|msc|english|chinese|german|french|ai|ml|nlp|"
       "api|gpu|gpus|cpu|research|team|group|department|university|institute|paper|papers|he|she|they|it|its|"
       "github|gitlab|git|docker|excel|latex|matlab|responsible|prof|professor|dr|new|multiple|several|various|all|"
       "january|february|march|april|may|june|july|"
       "august|september|october|november|december|supervised|managed|implemented|published|conducted|co|pi"}};
  return kCommon.contains(word.folded);
}

class ProseScanner {
 public:
  explicit ProseScanner(std::string_view text) : text_(text), words_(lex_words(text)) {}

  std::vector<ProjectMention> run() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (is_project_word(words_[at])) before_project(at);
      const auto hit = frames().match_at(words_, at);
      if (hit) behind_frame(*hit);
    }
    subject_with_contribution();
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view gap(std::size_t at) const {
    return text_.substr(words_[at].end, words_[at + 1].begin - words_[at].end);
  }

  [[nodiscard]] std::string_view printed(std::size_t first, std::size_t last) const {
    return text_.substr(words_[first].begin, words_[last - 1].end - words_[first].begin);
  }

  [[nodiscard]] bool name_word(std::size_t at) const {
    const LexWord& word = words_[at];
    return (word.capital || looks_made_up(text_.substr(word.begin, word.end - word.begin))) && !is_common(word);
  }

  [[nodiscard]] bool tight(std::size_t at) const {
    const std::string_view between = gap(at);
    return between == " " || between == "-" || between == "/" || between == "." || between == "'" || between == " & ";
  }

  /// The end of the run of name words from `at`.
  [[nodiscard]] std::size_t run_end(std::size_t at) const {
    std::size_t end = at;
    while (end < words_.size() && name_word(end)) {
      ++end;
      if (end >= words_.size() || !tight(end - 1)) break;
      // "Multi-lingual HumanEval": the small half of a hyphenated word belongs to it.
      if (gap(end - 1) == "-" && !words_[end].capital && end + 1 < words_.size()) ++end;
      if (end < words_.size() && end > at && !tight(end - 1)) break;
    }
    return end;
  }

  /// "for Amazon Q CodeGen Chat project", "the code LLM project", "the LMFlow project".
  void before_project(std::size_t at) {
    if (at == 0 || !tight(at - 1)) return;
    std::size_t begin = at;
    while (begin > 0 && name_word(begin - 1) && tight(begin - 1)) --begin;
    if (begin == at) return;
    // "the Encyclopedia of Life project"
    if (begin >= 2 && words_[begin - 1].folded == "of" && name_word(begin - 2) && !is_lead_noun(begin - 2)) begin -= 2;
    const bool made_up = looks_made_up(printed(begin, at)) || at - begin >= 2;
    // "the code LLM project": one small word between the article and the name belongs to it.
    if (begin >= 2 && !words_[begin - 1].capital && tight(begin - 1) && tight(begin - 2) && is_article(begin - 2) &&
        !is_function(begin - 1))
      --begin;
    const bool article = begin > 0 && (is_article(begin - 1) || is_function(begin - 1));
    if (!made_up && !article) return;
    add(begin, at, role_before(begin));
  }

  /// "Initiator of X", "Leader of X": what stands before "of" is the role.
  [[nodiscard]] bool is_lead_noun(std::size_t at) const {
    static const Lexicon kRoles{{1,
                                 "initiator|leader|lead|head|member|founder|cofounder|maintainer|contributor|developer|"
                                 "author|coordinator|manager|director|pi|investigator|chair|part|co"}};
    return kRoles.contains(words_[at].folded);
  }

  [[nodiscard]] bool is_article(std::size_t at) const {
    const std::string& word = words_[at].folded;
    return word == "the" || word == "le" || word == "la" || word == "das" || word == "dem" || word == "el" ||
           word == "o";
  }

  [[nodiscard]] bool is_function(std::size_t at) const {
    static const Lexicon kFunction{
        {1, "of|for|on|in|to|and|with|at|by|from|a|an|the|this|our|my|as|or|into|du|de|des|im|del"}};
    return kFunction.contains(words_[at].folded);
  }

  [[nodiscard]] std::string role_before(std::size_t at) const {
    const std::size_t from = at > 12 ? at - 12 : 0;
    for (std::size_t i = from; i < at; ++i) {
      const std::string& word = words_[i].folded;
      if (word == "initiator" || word == "initiated") return "initiator";
      if (word == "led" || word == "lead" || word == "leading" || word == "leader") return "lead";
      if (word == "founding") return "founding member";
      if (word == "maintainer" || word == "contributor") return word;
      if (word == "contributed") return "contributor";
    }
    return {};
  }

  void behind_frame(const LexHit& hit) {
    std::size_t at = hit.last;
    while (at < words_.size() && (is_article(at) || words_[at].folded == "our" || words_[at].folded == "nvidia s"))
      ++at;
    if (hit.value == kArtefactMaker) return behind_maker(at);
    if (at >= words_.size() || !soft(at - 1)) return;
    if (hit.value == kWorkedOn || hit.value == kReleasedIn) {
      at = behind_possessive(at);
      const std::size_t end = run_end(at);
      if (end == at) return;
      const bool capitals =
          hit.value == kReleasedIn && words_[end - 1].all_capitals && words_[end - 1].folded.size() >= 4;
      if (!distinct(at, end) && !capitals) return;
      return add(at, end, {});
    }
    add_list(at, role_name(hit.value));
  }

  [[nodiscard]] bool soft(std::size_t at) const {
    const std::string_view between = gap(at);
    return trim(between).empty() || trim(between) == "\"" || trim(between) == "“" || trim(between) == ":";
  }

  /// "NVIDIA's NVFLARE": the owner before the possessive is not part of the name.
  [[nodiscard]] std::size_t behind_possessive(std::size_t at) const {
    const std::string_view word = text_.substr(words_[at].begin, words_[at].end - words_[at].begin);
    if ((word.ends_with("'s") || word.ends_with("’s")) && at + 1 < words_.size()) return at + 1;
    return at;
  }

  /// A name that cannot be mistaken for a topic: made up, or two capitalised words and more.
  [[nodiscard]] bool distinct(std::size_t first, std::size_t end) const { return looks_made_up(printed(first, end)); }

  /// "Developed multilingual benchmarks X, Y and Z", "released X, a toolkit for": names behind a noun of artefacts.
  void behind_maker(std::size_t at) {
    const std::size_t limit = std::min(words_.size(), at + 9);
    for (std::size_t i = at; i < limit; ++i) {
      if (i > 0 && !soft(i - 1)) break;
      if (is_artefact_noun(words_[i])) {
        if (i + 1 < words_.size() && (gap(i) == " " || gap(i) == ": ") && name_word(i + 1))
          return add_list(i + 1, "developer");
        return;
      }
      if (name_word(i)) {
        const std::size_t end = run_end(i);
        if (i == at && made_of_name(end) && distinct(i, end)) return add(i, end, "developer");
        i = end - 1;
      }
    }
  }

  /// ", a toolkit for" or " toolkit" right behind the name.
  [[nodiscard]] bool made_of_name(std::size_t end) const {
    for (std::size_t i = end; i < std::min(words_.size(), end + 7); ++i)
      if (is_artefact_noun(words_[i])) return true;
    return end >= words_.size();
  }

  void add_list(std::size_t at, const std::string& role) {
    while (at < words_.size()) {
      at = behind_possessive(at);
      const std::size_t end = run_end(at);
      if (end == at) return;
      const std::string before = role == "lead" ? role_before(at) : std::string();
      add(at, end, before.empty() ? role : before);
      if (end >= words_.size()) return;
      const std::string_view between = trim(gap(end - 1));
      const bool and_word = words_[end].folded == "and" || words_[end].folded == "et" || words_[end].folded == "und" ||
                            words_[end].folded == "y";
      if (and_word && (between.empty() || between == ",")) {
        at = end + 1;
      } else if (between == "," || between == "&" || between == "/") {
        at = end;
      } else {
        return;
      }
    }
  }

  /// "X is now the backbone of … I am proud that I have contributed to": the subject of the first sentence.
  void subject_with_contribution() {
    if (words_.size() < 6 || !name_word(0)) return;
    const std::size_t end = run_end(0);
    if (end >= words_.size() || end < 1 || (words_[end].folded != "is" && words_[end].folded != "was")) return;
    if (!looks_made_up(printed(0, end)) && end < 2) return;
    bool first_person = false;
    for (std::size_t i = end; i < words_.size(); ++i) {
      if (words_[i].folded == "i" || words_[i].folded == "we" || words_[i].folded == "my") first_person = true;
      static const Lexicon kDid{
          {1, "contributed|developed|built|created|maintain|maintained|initiated|led|designed|wrote"}};
      if (first_person && kDid.match_at(words_, i)) return add(0, end, "contributor");
    }
  }

  [[nodiscard]] std::optional<int> year_near(std::size_t at) const {
    const std::size_t from = words_[at].end;
    const std::size_t stop = std::min(text_.find(". ", from), text_.size());
    const std::string_view rest = text_.substr(from, std::min<std::size_t>(stop - from, 40));
    if (!rest.starts_with(" in ")) return std::nullopt;
    const auto dates = find_dates(rest);
    return dates.empty() || dates.front().range ? std::nullopt : dates.front().period.start;
  }

  /// "X group", "X team": people, not a project.
  [[nodiscard]] bool names_group(std::size_t end) const {
    static const Lexicon kGroups{{1,
                                  "group|team|lab|laboratory|department|committee|society|chapter|club|council|board|"
                                  "division|working group|office|program|programme"}};
    return end < words_.size() && gap(end - 1) == " " && kGroups.match_at(words_, end).has_value();
  }

  void add(std::size_t first, std::size_t end, std::string role) {
    if (names_group(end)) return;
    std::string name = collapse_spaces(printed(first, end));
    if (name.size() < 3 || name.size() > 90) return;
    const auto same = [&](const ProjectMention& other) { return squash(other.name) == squash(name); };
    if (std::any_of(found_.begin(), found_.end(), same)) return;
    const std::size_t last = end < words_.size() && is_project_word(words_[end]) ? end : end - 1;
    found_.push_back({std::move(name), std::move(role), year_near(last)});
  }

  std::string_view text_;
  std::vector<LexWord> words_;
  std::vector<ProjectMention> found_;
};

}  // namespace

std::vector<ProjectMention> projects_in_prose(std::string_view text) { return ProseScanner(text).run(); }

}  // namespace scholargraph
