// SPDX-License-Identifier: Apache-2.0
// What an extractor says about one document: plain values, every one with the lines it came from.
// Text is as printed, without markup, valid UTF-8, blanks collapsed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace scholargraph {

/// Where something is printed. Lines count from 1 within the file, or within `page` when page > 0.
/// For DOCX a "line" is a paragraph, or what stands between its line breaks. 0 means unknown. first_line <= last_line.
struct SourceSpan {
  int page = 0;
  int first_line = 0;
  int last_line = 0;
};

/// A stretch of time as printed. A single printed date sets `end` (education) or both (employment).
struct Period {
  std::optional<int> start;  ///< year
  std::optional<int> end;    ///< year; unset when `present`
  int start_month = 0;       ///< 1..12, 0 unknown
  int end_month = 0;
  bool present = false;      ///< still going on
};

enum class DegreeLevel { kOther, kBachelors, kMasters, kPhd };
enum class EmploymentKind { kJob, kInternship, kVisit, kExchange, kContribution };
enum class AdvisingLevel { kUnknown, kPhd, kMasters, kBachelors, kPostdoc, kInternship };

std::string_view to_string(DegreeLevel level);        ///< "PhD", "Masters", "Bachelors", "Other"
std::string_view to_string(EmploymentKind kind);      ///< "job", "internship", "visit", "exchange", "contribution"
std::string_view to_string(AdvisingLevel level);      ///< "PhD", "Masters", "Bachelors", "postdoc", "internship", ""

/// An identifier that a source prints: scheme in {"doi","arxiv","pmid","acl","dblp","openalex","s2","orcid","ror"…}.
struct ExternalId {
  std::string scheme;
  std::string value;
};

/// A person as one place of a document names them.
struct PersonName {
  std::string full;    ///< as printed, in reading order, without footnote signs and titles
  std::string given;   ///< only when the source separates the parts; never guessed
  std::string family;
  std::vector<std::string> affiliations;
  std::vector<ExternalId> ids;
  bool is_owner = false;  ///< this name is the owner of the document (bold self, matching name)
};

struct EducationRecord {
  std::string institution;
  std::string unit;  ///< department or school inside the institution, when printed
  DegreeLevel degree = DegreeLevel::kOther;
  std::string degree_text;  ///< "Ph.D.", "Laurea" as printed
  std::string field;
  std::string thesis_title;
  Period period;
  std::vector<std::string> advisors;
  SourceSpan span;
};

struct EmploymentRecord {
  std::string institution;
  std::string unit;
  std::string role;
  EmploymentKind kind = EmploymentKind::kJob;
  Period period;
  std::vector<std::string> supervisors;
  SourceSpan span;
};

struct PaperRecord {
  std::string key;  ///< the source's own key: BibTeX key, ACL id, OpenAlex W…; empty for CVs
  std::string title;
  std::vector<PersonName> authors;  ///< in printed order
  std::vector<PersonName> editors;
  std::string venue;
  std::string status;  ///< "Preprint", "Submitted to X", "under review"; empty when published
  std::string type;    ///< article, book, thesis, … when the source says so
  std::optional<int> year;
  std::vector<ExternalId> ids;
  std::vector<ExternalId> references;
  SourceSpan span;
};

/// The text says that one of the two advised, supervised or mentored the other.
struct AdvisingRecord {
  std::string person;            ///< the other one
  bool owner_is_advisor = false; ///< false: `person` advised the owner
  AdvisingLevel level = AdvisingLevel::kUnknown;
  std::string institution;
  Period period;
  SourceSpan span;
};

struct HostRecord {
  std::string person;
  std::string institution;
  std::optional<int> year;
  SourceSpan span;
};

struct ServiceRecord {
  std::string role;  ///< "reviewer", "session chair", "associate editor", …
  std::string venue;
  std::vector<int> years;
  SourceSpan span;
};

struct AwardRecord {
  std::string name;
  std::string organisation;
  std::vector<int> years;
  SourceSpan span;
};

struct ProjectRecord {
  std::string name;
  std::string role;
  Period period;
  SourceSpan span;
};

/// Everything one CV says about its owner.
struct CvRecord {
  std::string owner;                        ///< empty when the document does not say
  std::vector<std::string> owner_variants;  ///< other printed forms: "A. Xu"
  SourceSpan owner_span;
  std::vector<ExternalId> owner_ids;        ///< ORCID and the like; never e-mail, phone or address
  std::vector<EducationRecord> education;
  std::vector<EmploymentRecord> employment;
  std::vector<PaperRecord> papers;
  std::vector<AdvisingRecord> advising;
  std::vector<HostRecord> hosts;
  std::vector<ServiceRecord> service;
  std::vector<AwardRecord> awards;
  std::vector<ProjectRecord> projects;
};

/// How well a document could be read, for the quality line of each document.
struct DocumentQuality {
  int pages = 0;             ///< 0 where the format has none
  std::size_t characters = 0;
  double text_share = 1.0;   ///< share of pages with a text layer
  bool is_cv = true;         ///< false: no person's curriculum vitae was recognised
  std::string note;          ///< one line for people: "2 pages, no text layer: scanned?"
};

/// One printed line, kept so that evidence can quote it; e-mail addresses and phone numbers are masked.
struct PrintedLine {
  int page = 0;
  int line = 0;
  std::string text;
};

/// The result of extracting one document.
struct DocumentRecord {
  std::string path;      ///< as the user gave it
  std::string format;    ///< name in the format table: "markdown", "pdf", …
  std::string hash;      ///< content hash, 16 hex digits
  CvRecord cv;
  DocumentQuality quality;
  std::vector<PrintedLine> lines;  ///< sorted by (page, line)
  Diagnostics diagnostics;
};

}  // namespace scholargraph
