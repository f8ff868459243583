// SPDX-License-Identifier: Apache-2.0
// dblp_like PAPERS [SEED]: writes XML like the DBLP dump to standard output; all people and titles are made up.
// Problem: the load must look like the real one: few people with many papers, teams that publish together, homonyms.
// Idea: a Yule-Simon process. An author is new with a fixed chance, else taken from a paper that an earlier authorship
// drawn at random belongs to; so the numbers of papers of people follow a power law (exponent 2.2, as in bibliographies
// of computer science), and coauthors meet again. Family and given names are drawn with a skew, so that frequent ones
// make homonyms, which carry DBLP's numbers. Some 3.4 authors a paper. Memory: 4 bytes an authorship and 90 MB.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
  bool chance(unsigned percent) { return next() % 100 < percent; }
  /// Small numbers more often.
  std::size_t skewed(std::size_t count) {
    const double unit = static_cast<double>(next() >> 11) * 0x1.0p-53;
    return std::min(static_cast<std::size_t>(static_cast<double>(count) * unit * unit * unit), count - 1);
  }

 private:
  std::uint64_t state_;
};

constexpr std::size_t kFamilies = 60'000;
constexpr std::size_t kGiven = 1'500;
constexpr std::size_t kWords = 20'000;
constexpr std::size_t kVenues = 8'000;
constexpr unsigned kNewPercent = 16;

std::string made_word(Random& random, std::size_t syllables, bool name) {
  static const char* const kStarts[] = {"b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "ch", "st", "br"};
  static const char* const kVowels[] = {"a", "e", "i", "o", "u", "ai", "ei", "ou"};
  std::string word;
  for (std::size_t i = 0; i < syllables; ++i) {
    word += kStarts[random.below(std::size(kStarts))];
    word += name && random.chance(1) ? "&eacute;" : kVowels[random.below(std::size(kVowels))];
    if (random.chance(30)) word += "nrlsm"[random.below(5)];
  }
  if (name) word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

std::vector<std::string> made_words(Random& random, std::size_t count, std::size_t syllables, bool name) {
  std::vector<std::string> words(count);
  for (auto& word : words) word = made_word(random, syllables + random.below(2), name);
  return words;
}

class Generator {
 public:
  explicit Generator(std::uint64_t seed)
      : random_(seed), families_(made_words(random_, kFamilies, 2, true)), given_(made_words(random_, kGiven, 2, true)),
        words_(made_words(random_, kWords, 2, false)), taken_(kFamilies * kGiven, 0) {}

  void run(std::size_t papers) {
    std::puts("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!DOCTYPE dblp SYSTEM \"dblp.dtd\">\n<dblp>");
    for (std::size_t i = 0; i < papers; ++i) write_paper(i);
    std::puts("</dblp>");
    std::fprintf(stderr, "%zu papers, %zu authorships, %zu people\n", papers, authorships_.size(), people_.size());
  }

 private:
  /// A name number, with the number among its homonyms in the low byte.
  std::uint64_t new_person() {
    const std::size_t name = random_.skewed(kFamilies) * kGiven + random_.skewed(kGiven);
    const std::uint8_t homonym = taken_[name];
    if (taken_[name] < 255) ++taken_[name];
    return (std::uint64_t{name} << 8) | homonym;
  }

  void choose_authors() {
    authors_.clear();
    std::size_t wanted = 1 + random_.below(3) + random_.below(4);
    if (random_.chance(3)) wanted += random_.below(20);
    const std::size_t first = authorships_.empty() ? 0 : paper_of(random_.below(authorships_.size()));
    while (authors_.size() < wanted) {
      std::uint32_t person = 0;
      if (authorships_.empty() || random_.chance(kNewPercent)) {
        person = static_cast<std::uint32_t>(people_.size());
        people_.push_back(new_person());
      } else {
        const std::size_t paper = random_.chance(75) ? first : paper_of(random_.below(authorships_.size()));
        person = authorships_[begins_[paper] + random_.below(end_of(paper) - begins_[paper])];
      }
      if (std::find(authors_.begin(), authors_.end(), person) == authors_.end()) authors_.push_back(person);
      else if (random_.chance(30)) --wanted;
      if (wanted == 0) break;
    }
  }

  std::size_t paper_of(std::size_t authorship) const {
    return static_cast<std::size_t>(std::upper_bound(begins_.begin(), begins_.end(), authorship) - begins_.begin()) - 1;
  }
  std::size_t end_of(std::size_t paper) const {
    return paper + 1 < begins_.size() ? begins_[paper + 1] : authorships_.size();
  }

  void write_paper(std::size_t number) {
    choose_authors();
    begins_.push_back(static_cast<std::uint32_t>(authorships_.size()));
    authorships_.insert(authorships_.end(), authors_.begin(), authors_.end());
    const bool article = random_.chance(40);
    const char* kind = article ? "article" : "inproceedings";
    const std::size_t venue = random_.skewed(kVenues);
    out_ = std::string("<") + kind + " mdate=\"2024-01-01\" key=\"" + (article ? "journals/v" : "conf/v") +
           std::to_string(venue) + "/p" + std::to_string(number) + "\">\n";
    for (const std::uint32_t person : authors_) out_ += "<author>" + name_of(person) + "</author>\n";
    out_ += "<title>";
    for (std::size_t i = 0, words = 5 + random_.below(8); i < words; ++i)
      out_.append(i == 0 ? "" : " ").append(words_[random_.skewed(kWords)]);
    out_ += ".</title>\n<year>" + std::to_string(2024 - random_.skewed(50)) + "</year>\n";
    out_ += article ? "<journal>J. " : "<booktitle>";
    out_ += words_[venue] + " " + words_[(venue * 7 + 1) % kWords];
    out_ += article ? "</journal>\n" : "</booktitle>\n";
    out_ += "<ee>https://doi.org/10.5555/" + std::to_string(number) + "</ee>\n</";
    out_.append(kind).append(">\n");
    std::fwrite(out_.data(), 1, out_.size(), stdout);
  }

  std::string name_of(std::uint32_t person) const {
    const std::uint64_t code = people_[person];
    const std::size_t name = static_cast<std::size_t>(code >> 8);
    std::string text = given_[name % kGiven] + " " + families_[name / kGiven];
    if ((code & 255) > 0) {
      char number[8];
      std::snprintf(number, sizeof number, " %04u", static_cast<unsigned>(code & 255));
      text += number;
    }
    return text;
  }

  Random random_;
  std::vector<std::string> families_, given_, words_;
  std::vector<std::uint8_t> taken_;
  std::vector<std::uint64_t> people_;
  std::vector<std::uint32_t> authorships_, begins_, authors_;
  std::string out_;
};

}  // namespace

int main(int argc, char** argv) {
  const long papers = argc > 1 ? std::atol(argv[1]) : 0;
  if (papers <= 0) {
    std::fputs("usage: dblp_like PAPERS [SEED]\n", stderr);
    return 2;
  }
  Generator(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1).run(static_cast<std::size_t>(papers));
  return 0;
}
