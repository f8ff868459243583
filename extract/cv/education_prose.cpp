// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/education_prose.h"

#include <algorithm>

#include "base/text.h"
#include "extract/cv/entries_fragments.h"

namespace scholargraph {
std::vector<Sentence> narrative(const CvText& text) {
  std::vector<Sentence> sentences;
  for (const Section& section : text.sections) {
    if (section.kind != SectionKind::kHeader && section.kind != SectionKind::kSummary && section.kind != SectionKind::kUnknown &&
        section.kind != SectionKind::kEducation && section.kind != SectionKind::kEmployment && section.kind != SectionKind::kInterests) {
      continue;
    }
    for (int i = section.begin; i < section.end;) {
      int j = i + 1;
      while (j < section.end && !text.lines[static_cast<std::size_t>(j)].first_in_block) ++j;
      const std::string block = joined_text(text, i, j);
      std::size_t begin = 0;
      for (std::size_t pos = 0; pos <= block.size(); ++pos) {
        const bool stop = pos == block.size() ||
                          (block[pos] == '.' && pos + 1 < block.size() && block[pos + 1] == ' ' && pos > 3 && block[pos - 2] != '.' && block[pos - 2] != ' ' &&
                           block.compare(pos - 2, 2, "Dr") != 0 && block.compare(pos - 4, 4, "Prof") != 0 && block.compare(pos - 2, 2, "St") != 0);
        if (!stop) continue;
        if (pos > begin + 10) sentences.push_back({block.substr(begin, pos - begin), i, j});
        begin = pos + 1;
      }
      i = j;
    }
  }
  return sentences;
}

bool speaks_of_owner(const std::string& folded, const CvRecord& cv) {
  const std::string padded = " " + folded + " ";
  for (std::string_view word : {" i ", " my ", " i m ", " he ", " she ", " his ", " her ", " they ", " ich ", " je "}) {
    if (padded.find(word) != std::string::npos) return true;
  }
  const std::string owner = fold(cv.owner);
  const std::size_t blank = owner.rfind(' ');
  return !owner.empty() && padded.find(" " + owner.substr(blank == std::string::npos ? 0 : blank + 1) + " ") != std::string::npos;
}

std::string institution_behind(std::string_view text, std::size_t from) {
  for (const Fragment& fragment : text_fragments(text.substr(from))) {
    if (fragment.kind == FragmentKind::kInstitution && fragment.strength >= 1.5) {
      std::string name = fragment.text;
      for (std::string_view stop : {" with ", " where ", " under ", " in 1", " in 2", " advised ", " and I ", " and my ", " supervised ", " working "}) {
        const std::size_t at = name.find(stop);
        if (at != std::string::npos && at > 3) name.resize(at);
      }
      for (std::string_view tail : {" in", " from", " since", " until", " on", " and"}) {
        if (name.ends_with(tail)) name.resize(name.size() - tail.size());
      }
      // Small words in front belong to the sentence.
      const auto words = lex_words(name);
      std::size_t k = 0;
      while (k < words.size() && !words[k].capital && words[k].folded != "the") ++k;
      if (k > 0 && k < words.size()) name = name.substr(words[k].begin);
      return name;
    }
  }
  return {};
}

namespace {

/// Sentences print "master" and "bachelor" in small letters: "my master at X".
std::vector<DegreeMention> degrees_in_sentence(std::string_view text) {
  std::vector<DegreeMention> degrees = find_degrees(text);
  for (std::string_view word : {"my master ", "my master's ", "a master ", "a master's ", "his master ", "her master ", "my masters "}) {
    const std::size_t at = text.find(word);
    if (at == std::string_view::npos) continue;
    DegreeMention mention;
    mention.level = DegreeLevel::kMasters;
    mention.begin = text.find(' ', at) + 1;
    mention.end = at + word.size() - 1;
    degrees.push_back(mention);
  }
  std::sort(degrees.begin(), degrees.end(), [](const DegreeMention& a, const DegreeMention& b) { return a.begin < b.begin; });
  return degrees;
}

/// "in 2016", "(2016", "since 2016": the date stands on its own and is no part of a name ("TAC 2016").
bool dates_clause(std::string_view before) {
  for (std::string_view end : {" in ", "(", ", ", "from ", "since ", "until ", "between ", "during ", "seit ", "en ", "im "}) {
    if (before.ends_with(end)) return true;
  }
  return false;
}

bool says_ongoing(const std::string& folded) {
  const std::string padded = " " + folded + " ";
  for (std::string_view word : {" i am ", " i m ", " is a ", " currently ", " am a ", " is an "}) {
    if (padded.find(word) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

std::string capital_run(std::string_view text) {
  const auto words = lex_words(text.substr(0, 120));
  std::size_t end = 0;
  std::size_t last = 0;
  for (const LexWord& word : words) {
    const std::string_view between = text.substr(last, word.begin - last);
    if (between.find_first_not_of(" &/-") != std::string_view::npos) break;
    last = word.end;
    if (word.capital) end = word.end;
    else if (word.folded != "and" && word.folded != "of") break;
  }
  return std::string(text.substr(0, end));
}

void find_education_in_prose(const CvText& text, CvRecord& cv) {
  for (const Sentence& sentence : narrative(text)) {
    const std::string folded = fold(sentence.text);
    if (!speaks_of_owner(folded, cv)) continue;
    const auto degrees = degrees_in_sentence(sentence.text);
    for (std::size_t d = 0; d < degrees.size(); ++d) {
      const std::size_t stop = d + 1 < degrees.size() ? degrees[d + 1].begin : sentence.text.size();
      EducationRecord record;
      record.institution = institution_behind(std::string_view(sentence.text).substr(0, stop), degrees[d].end);
      if (record.institution.empty()) continue;
      record.degree = degrees[d].level;
      record.degree_text = sentence.text.substr(degrees[d].begin, degrees[d].end - degrees[d].begin);
      const std::string_view behind = std::string_view(sentence.text).substr(degrees[d].end, stop - degrees[d].end);
      const auto dates = find_dates(behind);
      if (!dates.empty() && dates_clause(behind.substr(0, dates[0].begin))) {
        record.period = dates[0].period;
        if (!dates[0].range) record.period.start.reset();
      } else if (degrees[d].student && says_ongoing(folded)) {
        record.period.present = true;
      }
      record.span = span_of(text, sentence.begin, sentence.end);
      const bool known = std::any_of(cv.education.begin(), cv.education.end(), [&](const EducationRecord& r) {
        return r.degree == record.degree && fold(r.institution) == fold(record.institution);
      });
      if (!known) cv.education.push_back(std::move(record));
    }
  }
}

}  // namespace scholargraph
