// SPDX-License-Identifier: Apache-2.0
// Problem: authors, title, venue and year stand in any order, between any signs, and half of the venues and authors
// are words that could as well be titles.
// Idea: a chain model. Each atom gets one part; the score of a reading adds what each atom looks like, what it costs
// to read on or to change the part at each border, and the order of the parts. Authors, title and venue are each one
// stretch. The weights are fixed and general; what a list does the same way in every entry (order, signs, marks of
// the title) is counted in first readings and added as habits for second ones: one step of hard expectation
// maximisation, enough because lists are regular.
// Stop rule: exact maximisation by dynamic programming over (part, set of parts used).
// Cost: 40 states for each atom.
#include "extract/cv/citation_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "extract/layout.h"

namespace scholargraph {

namespace {

using Part = CitationPart;
constexpr int kParts = kCitationPartCount;
constexpr int kSets = 8;  ///< which of authors, title and venue have been seen
constexpr double kNever = -1e9;

int index(Part part) { return static_cast<int>(part); }
int index(Border border) { return static_cast<int>(border); }

CitationMark mark_of(const CitationAtom& atom) {
  if (atom.quoted) return CitationMark::kQuoted;
  if (atom.bracketed) return CitationMark::kBracketed;
  if (atom.styles & kLink) return CitationMark::kLink;
  if (atom.styles & kBold) return CitationMark::kBold;
  if (atom.styles & kItalic) return CitationMark::kItalic;
  return CitationMark::kPlain;
}

// ---- what an atom looks like ----

/// A lone family name is believed beside other names.
bool beside_names(const CitationAtoms& atoms, std::size_t i) {
  const auto joined = [&](std::size_t k) {
    const Border border = atoms[k].border;
    const bool one_face = ((atoms[k].styles ^ atoms[k - 1].styles) & kItalic) == 0;
    return one_face && (border == Border::kComma || border == Border::kAnd || border == Border::kSemicolon);
  };
  const bool before = i > 0 && joined(i) && atoms[i - 1].name >= 0.3;
  const bool after = i + 1 < atoms.size() && joined(i + 1) && atoms[i + 1].name >= 0.3;
  return before || after;
}

double author_score(const CitationAtoms& atoms, std::size_t i) {
  const CitationAtom& a = atoms[i];
  if (a.date || a.numbers || a.address || a.quoted || a.link_label) return -6;
  if (a.et_al) return 1.5;
  if (a.editors) return -2;
  if (a.owner) return 3.5;
  if (a.with && a.name >= 0.8 && !a.bracketed) return 3.2;
  if (a.with && a.name >= 0.6 && a.border == Border::kBy) return 2.6;  // "co-authored with X"
  const bool next_initials = i + 1 < atoms.size() && atoms[i + 1].initials && atoms[i + 1].border == Border::kComma;
  if (a.family && next_initials && a.name > 0.05) return 2.5;
  if (a.initials) return i > 0 && atoms[i - 1].family ? 2.5 : i == 0 ? 0.3 : -0.5;
  if (a.name >= 0.9) return 2.5;
  if (a.name >= 0.8) return 2.0;
  if (a.name >= 0.6) return a.joined && beside_names(atoms, i) ? 1.8 : 1.0;
  if (a.name >= 0.3) return beside_names(atoms, i) ? -0.2 : a.with && a.bracketed ? 0.0 : -1.8;
  return a.family && a.name > 0 ? -2.5 : -5;
}

/// "SyntaxNet: Parsing …": what stands before a colon at the start of a part.
bool before_colon(const CitationAtoms& atoms, std::size_t i) {
  return i + 1 < atoms.size() && atoms[i + 1].border == Border::kColon && !atoms[i].date && !atoms[i].numbers &&
         !atoms[i].editors && atoms[i].border != Border::kComma && atoms[i].border != Border::kAnd &&
         !atoms[i].initials;
}

double title_score(const CitationAtom& a) {
  if (a.address || a.link_label) return -6;
  if (a.period) return 0.8;
  if (a.date || a.numbers) return -4;
  double score = -0.4 + 0.14 * std::min(a.words, 9);
  if (a.quoted) score += 3;
  if (a.styles & kLink) score += 0.6;
  if (a.styles & kBold) score += 0.4;
  if (a.styles & kItalic) score += 0.3;
  score -= 1.6 * a.venue;
  if (a.name >= 0.8)
    score -= 1.6;
  else if (a.name >= 0.6)
    score -= 0.4;
  if (a.initials) score -= 1.5;
  if (a.in) score -= 2;
  if (a.status && a.words <= 6) score -= 2.5;
  if (a.bracketed) score -= 2;
  if (a.et_al || a.editors) score -= 3;
  if (a.with) score -= 1;
  if (a.owner) score -= 2;
  return score;
}

double venue_part_score(const CitationAtoms& atoms, std::size_t i) {
  const CitationAtom& a = atoms[i];
  if (a.address) return -6;
  if (a.link_label && !(a.venue > 0.4 && a.square)) return -4;
  if (a.date) return -2.5;
  if (a.numbers) return -3;
  double score = -0.4 + 2.6 * a.venue;
  if (a.styles & kItalic) score += 0.6;
  if (a.in) score += 2;
  if (i + 1 < atoms.size() && (atoms[i + 1].numbers || (atoms[i + 1].date && atoms[i + 1].border == Border::kComma)))
    score += 0.6;
  if (a.quoted) score -= 3;
  if (a.name >= 0.9)
    score -= 2.5;
  else if (a.name >= 0.8)
    score -= 1.2;
  if (a.initials) score -= 2;
  if (a.words > 14) score -= 0.8;
  if (a.status) score += a.status_of && !a.bracketed ? 0.8 : -1.6;
  if (a.small_start && !a.in) score -= 1.6;
  if (a.et_al || a.editors) score -= 2.5;
  if (a.with) score -= 2;
  if (a.owner) score -= 3;
  if (a.family && a.words == 1 && a.venue < 0.3 && !(a.styles & kItalic) && beside_names(atoms, i)) score -= 0.7;
  if (a.note || (a.square && a.status)) score -= 4;
  if (before_colon(atoms, i) && a.venue < 0.4) score -= 0.6;
  if (i + 1 < atoms.size() && atoms[i + 1].border == Border::kQuestion) score -= 2;
  if (i > 0 && atoms[i - 1].editors && a.name < 0.3) score += 1.5;
  return score;
}

double other_score(const CitationAtom& a) {
  if (a.address || a.link_label) return 3;
  if (a.numbers) return 2;
  if (a.status) return 1.5;
  if (a.editors) return 1.2;
  if (a.publisher) return 0.3;
  if (a.date) return 0.5;
  return -0.8 - 0.02 * std::min(a.words, 20) - (a.owner ? 3 : 0);
}

double look(const CitationAtoms& atoms, std::size_t i, Part part) {
  const CitationAtom& a = atoms[i];
  switch (part) {
    case Part::kAuthor:
      return author_score(atoms, i) - (before_colon(atoms, i) ? 0.5 : 0);
    case Part::kTitle:
      return title_score(a) + (before_colon(atoms, i) ? 0.6 : 0);
    case Part::kVenue:
      return venue_part_score(atoms, i);
    case Part::kYear:
      return a.date ? 2.5 : -9;
    case Part::kOther:
      return other_score(a);
  }
  return kNever;
}

// ---- borders ----

//                                   start space  and  comma weak  colon dash  semi  brack dot   quest by    bar   quote
//                                   break
constexpr double kStayAuthor[] = {0, -0.6, 0, 0, -0.8, -3, -2, 0, -0.8, -2.6, -4, -0.2, -2, -5, -1.2};
constexpr double kStayTitle[] = {0, -0.6, -0.1, -0.6, -0.9, -0.1, -0.5, -0.9, -1.0, -2.4, -0.4, -1.5, -4, -8, -2.6};
constexpr double kStayVenue[] = {0, -0.5, -0.1, -0.4, -0.1, -0.4, -0.5, -1.0, -0.7, -1.4, -2, -2, -3, -3, -1.8};
constexpr double kChange[] = {0, -0.5, -2.5, -0.5, -0.5, -0.7, -0.4, -0.6, -0.1, 0, -0.8, 0, 0, 0, 0};

/// Two pieces of one styled stretch, in an entry that is not styled throughout.
bool one_stretch(const CitationAtom& before, const CitationAtom& a) {
  constexpr std::uint8_t kTitleStyles = kItalic | kBold | kLink;
  return !a.style_edge && (a.styles & before.styles & kTitleStyles) != 0;
}

double stay(const CitationAtom& a, Part part) {
  switch (part) {
    case Part::kAuthor:
      return kStayAuthor[index(a.border)];
    case Part::kTitle:
      return kStayTitle[index(a.border)] - (a.style_edge ? 1.0 : 0);
    case Part::kVenue:
      return kStayVenue[index(a.border)] - (a.style_edge ? 0.6 : 0);
    case Part::kYear:
      return -0.3;
    case Part::kOther:
      return 0;
  }
  return 0;
}

double change(const CitationAtom& a, Part from, Part to) {
  if (a.style_edge) return std::max(kChange[index(a.border)], -0.2);
  if (from == Part::kAuthor && a.border == Border::kColon) return -0.7;
  if (from == Part::kTitle && to == Part::kVenue && a.border == Border::kColon && a.venue < 0.4) return -2.2;
  if (to == Part::kYear || from == Part::kYear) return 0.5 * kChange[index(a.border)];
  return kChange[index(a.border)];
}

// ---- order ----

//                                          author title venue year  other
constexpr double kFirst[] = {0, -0.6, -2.2, -0.8, -2.0};
constexpr double kOrder[kParts][kParts] = {{0, 0, -2.5, 0, -1.0},      // behind authors
                                           {-0.6, 0, 0, 0, -0.2},      // behind the title
                                           {-2.2, -3.0, 0, 0, 0},      // behind the venue
                                           {-0.8, 0, -0.2, 0, 0},      // behind the year
                                           {-1.2, -1.2, -0.4, 0, 0}};  // behind anything else

int bit(Part part);

double order(Part from, Part to, int used) {
  const bool title_seen = (used & bit(Part::kTitle)) != 0;
  if (from == Part::kAuthor && to == Part::kVenue && title_seen) return 0;
  if (from == Part::kYear && to == Part::kVenue && title_seen) return -0.6;
  if (from == Part::kVenue && to == Part::kTitle && (used & bit(Part::kAuthor)) == 0) return -1.5;
  return kOrder[index(from)][index(to)];
}

int bit(Part part) { return part <= Part::kVenue ? 1 << index(part) : 0; }

double finish(int used) {
  return ((used & bit(Part::kTitle)) ? 0 : -4.0) + ((used & bit(Part::kAuthor)) ? 0 : -0.4) +
         ((used & bit(Part::kVenue)) ? 0 : -0.3);
}

struct Cell {
  double score = kNever;
  std::int8_t part = -1;  ///< of the atom before
  std::int8_t used = 0;
};

using Row = std::array<std::array<Cell, kSets>, kParts>;

/// The first atom of the first stretch in italics behind the start; 0 when there is none.
std::size_t italic_venue_at(const CitationAtoms& atoms) {
  if (atoms.empty() || (atoms[0].styles & kItalic) != 0) return 0;
  for (std::size_t i = 1; i < atoms.size(); ++i)
    if ((atoms[i].styles & kItalic) != 0 && atoms[i].style_edge) return i;
  return 0;
}

class Chain {
 public:
  Chain(const CitationAtoms& atoms, const CitationHabits& habits)
      : atoms_(atoms), habits_(habits), rows_(atoms.size()) {
    for (const auto& atom : atoms) styled_ |= atom.style_edge && atom.border != Border::kStart;
    if (habits.italic_venue) before_venue_ = italic_venue_at(atoms);
  }

  CitationParts run(double* score) {
    start();
    for (std::size_t i = 1; i < atoms_.size(); ++i) advance(i);
    return trace(score);
  }

 private:
  double seen(std::size_t i, Part part) const {
    constexpr double kTooEarly = -2.5;
    const bool early = part == Part::kVenue && i < before_venue_ && !atoms_[i].in;
    return look(atoms_, i, part) + habits_.mark[index(part)][static_cast<int>(mark_of(atoms_[i]))] +
           (early ? kTooEarly * (1 - atoms_[i].venue) : 0);
  }

  [[nodiscard]] double enter(Part part) const { return part == Part::kAuthor ? habits_.people : 0; }

  /// A title runs on to the venue in italics, over full stops.
  [[nodiscard]] double stay_title(std::size_t i) const {
    const double step = stay(atoms_[i], Part::kTitle);
    return i < before_venue_ && step < 0 && !atoms_[i].in ? 0.6 * step : step;
  }

  void start() {
    for (int p = 0; p < kParts; ++p) {
      const auto part = static_cast<Part>(p);
      rows_[0][p][bit(part)] = {kFirst[p] + habits_.next[kParts][p] + seen(0, part) + enter(part) +
                                  (part == Part::kAuthor ? habits_.people_first : 0),
                              -1, 0};
    }
  }

  void advance(std::size_t i) {
    for (int to = 0; to < kParts; ++to) {
      const auto part = static_cast<Part>(to);
      const double here = seen(i, part);
      for (int from = 0; from < kParts; ++from) {
        if (from == to)
          read_on(i, part, here);
        else
          turn(i, static_cast<Part>(from), part, here);
      }
    }
  }

  /// The atom belongs to the same part as the one before.
  void read_on(std::size_t i, Part part, double here) {
    const CitationAtom& a = atoms_[i];
    constexpr double kTwoFaces = -1.5;
    double step = 0;
    if (part == Part::kVenue && i == before_venue_ && i > 0 && !atoms_[i - 1].in) step = kTwoFaces;
    step += part == Part::kTitle ? stay_title(i) + habits_.inside_title[index(a.border)] : stay(a, part);
    if (part == Part::kTitle && styled_ && one_stretch(atoms_[i - 1], a)) step *= 0.3;
    constexpr double kEdition = 3.5;  // "(second edition)" belongs to the title or venue in front of it
    if (a.edition && (part == Part::kTitle || part == Part::kVenue)) step = kEdition;
    for (int used = 0; used < kSets; ++used) reach(i, part, part, used, used, step + here);
  }

  /// A new part begins with the atom.
  void turn(std::size_t i, Part from, Part to, double here) {
    const CitationAtom& a = atoms_[i];
    double step = from == Part::kTitle && styled_ && one_stretch(atoms_[i - 1], a) ? -1.0 : 0;
    step += change(a, from, to) + habits_.next[index(from)][index(to)] + habits_.leave[index(from)][index(a.border)] +
            enter(to);
    for (int used = 0; used < kSets; ++used)
      if ((used & bit(to)) == 0) reach(i, from, to, used, used | bit(to), step + order(from, to, used) + here);
  }

  void reach(std::size_t i, Part from, Part to, int used, int after, double step) {
    const double before = rows_[i - 1][index(from)][used].score;
    if (before <= kNever) return;
    Cell& cell = rows_[i][index(to)][after];
    if (before + step > cell.score)
      cell = {before + step, static_cast<std::int8_t>(index(from)), static_cast<std::int8_t>(used)};
  }

  CitationParts trace(double* score) const {
    CitationParts parts(atoms_.size());
    int best_part = 0;
    int best_used = 0;
    double best = kNever * 2;
    for (int p = 0; p < kParts; ++p)
      for (int used = 0; used < kSets; ++used) {
        const double value = rows_.back()[p][used].score + finish(used);
        if (value > best) best = value, best_part = p, best_used = used;
      }
    if (score != nullptr) *score = best;
    for (std::size_t i = atoms_.size(); i-- > 0;) {
      parts[i] = static_cast<Part>(best_part);
      const Cell& cell = rows_[i][best_part][best_used];
      best_part = cell.part;
      best_used = cell.used;
    }
    return parts;
  }

  const CitationAtoms& atoms_;
  const CitationHabits& habits_;
  bool styled_ = false;  ///< styles change inside the entry
  std::size_t before_venue_ = 0;  ///< atoms in front of the venue in italics, where the list sets venues so
  std::vector<Row> rows_;
};

/// Turns counts into scores around zero: a habit never seen costs, one seen always pays.
template <std::size_t N>
void to_scores(std::array<double, N>& counts, double weight, double most, double least) {
  double total = 0;
  for (const double c : counts) total += c;
  if (total < 2) {
    counts.fill(0);
    return;
  }
  constexpr double kSmoothing = 0.4;
  for (double& c : counts) {
    const double share = (c + kSmoothing) / (total + kSmoothing * N);
    c = std::clamp(weight * std::log(share * N), least, most);
  }
}

/// Where hardly an entry prints people, capitalised phrases are not read as people.
double people_habit(const std::vector<CitationParts>& readings) {
  constexpr std::size_t kFewest = 6;
  constexpr std::size_t kSeldom = 5;
  const auto with_people = static_cast<std::size_t>(
      std::count_if(readings.begin(), readings.end(), [](const CitationParts& parts) {
        return std::find(parts.begin(), parts.end(), Part::kAuthor) != parts.end();
      }));
  return readings.size() >= kFewest && with_people * kSeldom <= readings.size() ? -2.0 : 0;
}

/// Where hardly an entry begins with people, capitals at the start are those of a title.
double people_first_habit(const std::vector<CitationParts>& readings) {
  constexpr std::size_t kFewest = 6;
  constexpr std::size_t kSeldom = 4;
  const auto leading = static_cast<std::size_t>(
      std::count_if(readings.begin(), readings.end(),
                    [](const CitationParts& parts) { return !parts.empty() && parts.front() == Part::kAuthor; }));
  return readings.size() >= kFewest && leading * kSeldom <= readings.size() ? -2.5 : 0;
}

/// Most entries begin their venue in italics, and hardly a title is set so.
bool sets_venues_in_italics(const std::vector<CitationAtoms>& entries, const std::vector<CitationParts>& readings) {
  constexpr std::size_t kFewest = 4;
  std::size_t venues = 0;
  std::size_t titles = 0;
  for (std::size_t e = 0; e < entries.size(); ++e) {
    bool venue = false;
    bool title = false;
    for (std::size_t i = 0; i < entries[e].size(); ++i) {
      const bool italic = (entries[e][i].styles & kItalic) != 0;
      venue |= italic && readings[e][i] == Part::kVenue;
      title |= italic && readings[e][i] == Part::kTitle;
    }
    venues += venue ? 1 : 0;
    titles += title ? 1 : 0;
  }
  return venues >= kFewest && venues * 2 > entries.size() && titles * 3 <= venues;
}

}  // namespace

CitationParts best_parts(const CitationAtoms& atoms, const CitationHabits& habits, double* score) {
  if (score != nullptr) *score = 0;
  if (atoms.empty()) return {};
  return Chain(atoms, habits).run(score);
}

CitationHabits learn_habits(const std::vector<CitationAtoms>& entries, const std::vector<CitationParts>& readings) {
  CitationHabits habits;
  for (std::size_t e = 0; e < entries.size(); ++e) {
    const auto& atoms = entries[e];
    const auto& parts = readings[e];
    for (std::size_t i = 0; i < atoms.size(); ++i) {
      const int part = index(parts[i]);
      if (i == 0)
        habits.next[kParts][part] += 1;
      else if (parts[i - 1] != parts[i]) {
        habits.next[index(parts[i - 1])][part] += 1;
        habits.leave[index(parts[i - 1])][index(atoms[i].border)] += 1;
      } else if (parts[i] == Part::kTitle) {
        habits.inside_title[index(atoms[i].border)] += 1;
      }
      habits.mark[part][static_cast<int>(mark_of(atoms[i]))] += 1;
    }
  }
  constexpr double kEnough = 8;  // entries that make a habit sure
  const double trust = std::min(1.0, static_cast<double>(entries.size()) / kEnough);
  for (auto& row : habits.next) to_scores(row, 0.7 * trust, 1.0, -1.6);
  for (auto& row : habits.mark) to_scores(row, 0.6 * trust, 0.9, -1.6);
  for (auto& row : habits.leave) to_scores(row, 0.5 * trust, 1.2, -0.9);
  habits.inside_title.fill(0);
  habits.people = people_habit(readings);
  habits.people_first = people_first_habit(readings);
  habits.italic_venue = sets_venues_in_italics(entries, readings);
  return habits;
}

}  // namespace scholargraph
