// SPDX-License-Identifier: Apache-2.0
// Scopus CSV exports: a header row names the columns. Authors come as "Doe J.; Roe A." or "Doe, J., Roe, A.", their full
// names with ids in "Author full names", affiliations per author in "Authors with affiliations".
// Source: RFC 4180 for the syntax; the column names of Scopus exports of 2015 to 2025.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "extract/source/record_builder.h"
#include "extract/source/source_format.h"
#include "extract/source/tagged_lines.h"

namespace scholargraph {

namespace {

enum Column : int {
  kAuthors, kFullNames, kIds, kTitle, kYear, kVenue, kDoi, kAffiliations, kWithAffiliations, kType, kEid, kPmid,
  kColumns
};
constexpr std::string_view kNames[kColumns] = {
    "Authors", "Author full names", "Author(s) ID", "Title", "Year", "Source title", "DOI", "Affiliations",
    "Authors with affiliations", "Document Type", "EID", "PubMed ID",
};

/// Spreadsheets save tables with the separator of their language.
constexpr std::string_view kSeparators = ",;\t";

/// Reads one row from `text` at `pos`; false at the end. `closed` is false when a quoted cell never ended.
bool read_row(std::string_view text, std::size_t& pos, char separator, std::vector<std::string>& cells, bool& closed) {
  cells.clear();
  closed = true;
  if (pos >= text.size()) return false;
  std::string cell;
  bool quoted = false;
  for (; pos < text.size(); ++pos) {
    const char c = text[pos];
    if (quoted) {
      if (c != '"') {
        cell += c;
      } else if (pos + 1 < text.size() && text[pos + 1] == '"') {
        cell += '"';
        ++pos;
      } else {
        quoted = false;
      }
    } else if (c == '"' && trim(cell).empty()) {
      cell.clear();
      quoted = true;
    } else if (c == separator) {
      cells.push_back(std::exchange(cell, {}));
    } else if (c == '\n') {
      ++pos;
      break;
    } else if (c != '\r') {
      cell += c;
    }
  }
  closed = !quoted;
  cells.push_back(std::move(cell));
  return true;
}

/// What stands between separators outside parentheses, without what is empty. What nothing closes is no parenthesis.
std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::size_t closed = 0;  // behind the parenthesis that was opened last
  for (std::size_t begin = 0, at = 0; at <= text.size(); ++at) {
    if (at < text.size() && text[at] == '(' && at >= closed) closed = text.find(')', at) + 1;
    if (at < text.size() && (text[at] != separator || at < closed)) continue;
    if (const std::string_view part = trim(text.substr(begin, at - begin)); !part.empty()) parts.emplace_back(part);
    begin = at + 1;
  }
  return parts;
}

/// Where `text` goes on behind `name`, in which commas and blanks do not count: "Doe, J., Institute" and "Doe J."; 0 when
/// it does not begin so.
std::size_t behind_name(std::string_view text, std::string_view name) {
  const auto passed_over = [](char c) { return c == ',' || c == ' '; };
  std::size_t at = 0;
  for (const char c : name) {
    if (passed_over(c)) continue;
    while (at < text.size() && passed_over(text[at])) ++at;
    if (at == text.size() || text[at++] != c) return 0;
  }
  return at == text.size() || passed_over(text[at]) ? at : 0;
}

class ScopusReader {
 public:
  ScopusReader(const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics)
      : context_(context), sink_(sink), diagnostics_(diagnostics) {
    columns_.fill(-1);
  }

  void run(std::string_view text) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    std::size_t pos = 0;
    bool closed = true;
    const char separator = read_header(text, pos);
    std::vector<std::string> cells;
    std::uint64_t line = context_.first_line;
    std::size_t counted = 0;
    while (pos < text.size()) {
      const std::size_t start = pos;
      line += static_cast<std::uint64_t>(
          std::count(text.begin() + static_cast<long>(counted), text.begin() + static_cast<long>(start), '\n'));
      counted = start;
      if (!read_row(text, pos, separator, cells, closed)) break;
      if (closed) {
        row(cells, line);
        continue;
      }
      reject(line, "expected '\"' at the end of a cell, found the end of the file");
    }
  }

 private:
  /// Finds the columns; the separator is the one that gives the most. `pos` is behind the header then.
  char read_header(std::string_view text, std::size_t& pos) {
    char best = kSeparators.front();
    long most = -1;
    for (const char separator : kSeparators) {
      std::size_t behind = 0;
      bool closed = true;
      std::vector<std::string> cells;
      read_row(text, behind, separator, cells, closed);
      const auto columns = columns_of(cells);
      const long count = std::count_if(columns.begin(), columns.end(), [](int column) { return column >= 0; });
      if (count <= most) continue;
      most = count;
      best = separator;
      columns_ = columns;
      pos = behind;
    }
    return best;
  }

  static std::array<int, kColumns> columns_of(const std::vector<std::string>& cells) {
    std::array<int, kColumns> columns;
    for (std::size_t column = 0; column < kColumns; ++column) {
      const auto called = [&](const std::string& cell) { return trim(cell) == kNames[column]; };
      const auto at = std::find_if(cells.rbegin(), cells.rend(), called);
      columns[column] = static_cast<int>(cells.rend() - at) - 1;
    }
    return columns;
  }

  void reject(std::uint64_t line, std::string message) {
    sink_.skip();
    diagnostics_.push_back({std::string(context_.path), static_cast<int>(line), 0, std::move(message), "the row was skipped",
                            Severity::kWarning});
  }

  std::string_view cell(const std::vector<std::string>& cells, Column column) const {
    const int at = columns_[column];
    return at < 0 || static_cast<std::size_t>(at) >= cells.size() ? std::string_view{} : trim(cells[static_cast<std::size_t>(at)]);
  }

  void row(const std::vector<std::string>& cells, std::uint64_t line) {
    if (cells.size() == 1 && trim(cells[0]).empty()) return;
    builder_.reset();
    PaperView& paper = builder_.paper;
    paper.title = builder_.keep_collapsed(cell(cells, kTitle));
    paper.line = line;
    if (paper.title.empty()) {
      reject(line, "expected a title, found none");
      return;
    }
    paper.venue = cell(cells, kVenue);
    paper.type = cell(cells, kType);
    paper.year = year_of_date(cell(cells, kYear));
    builder_.add_id("doi", bare_id(cell(cells, kDoi)));
    builder_.add_id("pmid", cell(cells, kPmid));
    paper.key = cell(cells, kEid);
    if (paper.key.empty()) paper.key = builder_.keep("line " + std::to_string(line));
    add_authors(cells);
    builder_.emit_paper(sink_);
  }

  void add_authors(const std::vector<std::string>& cells) {
    const std::vector<std::string> authors = author_names(cell(cells, kAuthors));
    const auto full_names = parts_of(cell(cells, kFullNames), ';');
    const auto ids = parts_of(cell(cells, kIds), ';');
    const auto places = places_of(authors, cell(cells, kWithAffiliations));
    const auto known = parts_of(cell(cells, kAffiliations), ';');
    const bool full = full_names.size() == authors.size();
    for (std::size_t i = 0; i < authors.size(); ++i) {
      if (authors[i].starts_with("[No author")) continue;
      builder_.begin_author();
      if (full)
        set_full_name(full_names[i]);
      else
        set_name(authors[i]);
      if (!(full && add_ids(full_names[i])) && ids.size() == authors.size())
        builder_.add_person_id("scopus", builder_.keep(ids[i]));
      add_affiliations(places[i], known);
      builder_.drop_nameless();
    }
  }

  /// "Doe, Jane (5700; 5701)"
  void set_full_name(std::string_view name) {
    name = name.substr(0, name.find(" ("));
    builder_.set_inverted_name(name);
    PersonView& person = builder_.person();
    if (person.family.empty()) person.family = std::exchange(person.full, {});
  }

  bool add_ids(std::string_view name) {
    const std::size_t open = name.rfind('(');
    if (open == std::string_view::npos || !name.ends_with(')')) return false;
    for (const std::string& id : parts_of(name.substr(open + 1, name.size() - open - 2), ';'))
      builder_.add_person_id("scopus", builder_.keep(id));
    return true;
  }

  /// What "Doe J., Institute, City; Roe A., Place; Annex" says of each of `authors`; an address may hold a semicolon.
  static std::vector<std::string> places_of(const std::vector<std::string>& authors, std::string_view text) {
    std::vector<std::string> places(authors.size());
    std::size_t next = 0;
    for (const std::string& part : parts_of(text, ';')) {
      std::size_t at = next;
      while (at < authors.size() && behind_name(part, authors[at]) == 0) ++at;
      if (at < authors.size()) {
        places[at] = part.substr(behind_name(part, authors[at]));
        next = at + 1;
      } else if (next > 0) {
        places[next - 1] += "; " + part;
      }
    }
    return places;
  }

  /// Several affiliations stand one behind the other; the export lists them all (`known`) in a column of their own.
  void add_affiliations(std::string_view text, const std::vector<std::string>& known) {
    const auto skip = [&] { text.remove_prefix(std::min(text.find_first_not_of(", ;"), text.size())); };
    for (skip(); !text.empty(); skip()) {
      std::size_t longest = 0;
      for (const std::string& one : known)
        if (text.starts_with(one) && (text.size() == one.size() || text[one.size()] == ','))
          longest = std::max(longest, one.size());
      if (longest == 0) longest = text.size();
      builder_.add_affiliation(builder_.keep(std::string(text.substr(0, longest))));
      text.remove_prefix(longest);
    }
  }

  /// "Doe J.; Roe A." or, in older exports, "Doe J., Roe A." and "Doe, J., Roe, A.".
  static std::vector<std::string> author_names(std::string_view text) {
    if (text.find(';') != std::string_view::npos) return parts_of(text, ';');
    std::vector<std::string> names;
    for (const std::string& part : parts_of(text, ',')) {
      const bool initials = part.ends_with('.') && part.find(' ') == std::string::npos;
      if (initials && !names.empty())
        names.back() += ", " + part;
      else
        names.push_back(part);
    }
    return names;
  }

  /// "van Doe J.A.", "van Doe, J.A." or "van Doe J.A., Jr."
  void set_name(std::string_view name) {
    const std::string_view kept = builder_.keep(std::string(trim(name)));
    PersonView& person = builder_.person();
    const std::size_t comma = kept.find(',');
    const std::string_view behind = comma == std::string_view::npos ? kept.substr(0, 0) : trim(kept.substr(comma + 1));
    if (!behind.empty() && !is_generation_mark(behind)) return builder_.set_inverted_name(kept);
    // The last word is the initials.
    const std::string_view words = trim(kept.substr(0, comma));
    const std::size_t blank = words.rfind(' ');
    const bool initials = blank != std::string_view::npos && words.ends_with('.');
    person.family = initials ? words.substr(0, blank) : words;
    if (initials) person.given = words.substr(blank + 1);
    if (!behind.empty()) person.family = builder_.keep(std::string(person.family) + " " + std::string(behind));
  }

  const BlockContext& context_;
  RecordSink& sink_;
  Diagnostics& diagnostics_;
  RecordBuilder builder_;
  std::array<int, kColumns> columns_{};
};

double sniff(std::string_view head) {
  if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
  const std::string_view row = head.substr(0, head.find('\n'));
  const bool columns = row.find("Authors") < 3 && row.find("Source title") != std::string_view::npos;
  return columns && row.find("Title") != std::string_view::npos ? 0.95 : 0;
}

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  ScopusReader(context, sink, diagnostics).run(block);
}

}  // namespace

extern const SourceFormat kScopusCsvSource;
const SourceFormat kScopusCsvSource{"scopus-csv", "Scopus CSV exports", {".csv"}, sniff, nullptr, parse};

}  // namespace scholargraph
