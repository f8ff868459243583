// SPDX-License-Identifier: Apache-2.0
// What documents and papers become in the corpus. A mention is printed as
// "NUMBER Kind name | family | given | paper | position | year", a relation as
// "KIND source > target | role | detail | note | institution | start-end"; what is absent as "-".
#include "catch.h"

#include <string>
#include <vector>

#include "graph/schema.h"
#include "model/corpus.h"

using namespace scholargraph;

namespace {

using Rows = std::vector<std::string>;

std::string text(const Corpus& corpus, StringId id) {
  return id.valid() ? std::string(corpus.strings.view(id)) : std::string("-");
}

std::string number(MentionId id) { return id.valid() ? std::to_string(id.value) : std::string("-"); }

Rows mentions(const Corpus& corpus) {
  Rows rows;
  for (std::size_t i = 0; i < corpus.mentions.size(); ++i) {
    const Mention& m = corpus.mentions[i];
    const PrintedName name = corpus.names[m.name];
    rows.push_back(std::to_string(i) + " " + std::string(node_info(m.kind).name) + " " + text(corpus, name.text) + " | " +
                   text(corpus, name.family) + " | " + text(corpus, name.given) + " | " + number(m.paper) + " | " +
                   std::to_string(m.position) + " | " + std::to_string(m.year));
  }
  return rows;
}

Rows relations(const Corpus& corpus) {
  Rows rows;
  for (const Relation& r : corpus.relations)
    rows.push_back(std::string(edge_info(r.kind).name) + " " + number(r.source) + " > " + number(r.target) + " | " +
                   text(corpus, r.role) + " | " + text(corpus, r.detail) + " | " + text(corpus, r.note) + " | " +
                   number(r.institution) + " | " + std::to_string(r.start) + "-" +
                   (r.present ? "present" : std::to_string(r.end)));
  return rows;
}

Rows identifiers(const Corpus& corpus) {
  Rows rows;
  for (const MentionIdentifier& id : corpus.identifiers)
    rows.push_back(number(id.mention) + " " + text(corpus, id.scheme) + ":" + text(corpus, id.value));
  return rows;
}

}  // namespace

TEST_CASE("a paper becomes a work, its authors and editors in one run, then places and venue") {
  const std::string_view affiliations[] = {"Department of Nets, University of Norwick"};
  const IdView orcid[] = {{"orcid", "https://orcid.org/0000-0001-2345-6789"}, {"email", "ada@norwick.example"}};
  PersonView authors[2];
  authors[0].given = "Ada";
  authors[0].family = "Lind";
  authors[0].affiliations = affiliations;
  authors[0].ids = orcid;
  authors[1].full = "bo@norwick.example";
  PersonView editors[1];
  editors[0].full = "Cem Orth";
  const IdView ids[] = {{"doi", "https://doi.org/10.1000/NETS.1"}};
  const IdView references[] = {{"doi", "10.1000/old"}, {"doi", ""}};
  PaperView paper;
  paper.key = "lind-2020";
  paper.title = "Nets of Norwick";
  paper.venue = "Proceedings of Nets 2019";
  paper.type = "inproceedings";
  paper.year = 2020;
  paper.authors = authors;
  paper.editors = editors;
  paper.ids = ids;
  paper.references = references;
  paper.line = 7;

  Corpus corpus;
  const DocumentId document = begin_document(corpus, "nets.bib", "bibtex", "00");
  CHECK(add_paper(corpus, paper, document) == MentionId(0));
  CHECK(mentions(corpus) == Rows{"0 Paper Nets of Norwick | - | - | - | 0 | 2020",
                                 "1 Person Ada Lind | Lind | Ada | 0 | 1 | 2020",
                                 "2 Person ? | - | - | 0 | 2 | 2020",
                                 "3 Person Cem Orth | - | - | 0 | 0 | 2020",
                                 "4 Institution University of Norwick | - | - | - | 0 | 0",
                                 "5 Institution Department of Nets | - | - | - | 0 | 0",
                                 "6 Venue Nets | - | - | - | 0 | 2020"});
  CHECK(relations(corpus) == Rows{"PART_OF 5 > 4 | - | - | - | - | 0-0",
                                  "AFFILIATED_WITH 1 > 4 | - | - | - | 5 | 2020-0",
                                  "PUBLISHED_IN 0 > 6 | - | Proceedings of Nets 2019 | - | - | 2019-0"});
  CHECK(identifiers(corpus) == Rows{"0 doi:10.1000/nets.1", "1 orcid:0000-0001-2345-6789"});
  REQUIRE(corpus.references.size() == 1);
  CHECK(text(corpus, corpus.references[0].value) == "10.1000/old");
  REQUIRE(corpus.evidence.size() == 1);
  CHECK(text(corpus, corpus.evidence[0].key) == "lind-2020");
  CHECK(corpus.evidence[0].span.first_line == 7);
}

TEST_CASE("a paper without a title is called by its key") {
  PaperView paper;
  paper.key = "lind-2020";
  paper.title = "  ";
  paper.year = 123456;
  Corpus corpus;
  add_paper(corpus, paper, begin_document(corpus, "nets.bib", "bibtex", "00"));
  CHECK(mentions(corpus) == Rows{"0 Paper lind-2020 | - | - | - | 0 | 0"});
}

TEST_CASE("of a list longer than positions reach all are still authors") {
  const std::vector<PersonView> crowd(40'000, PersonView{"Ada Orth", {}, {}, {}, {}});
  PaperView paper;
  paper.key = "crowd";
  paper.authors = crowd;
  Corpus corpus;
  add_paper(corpus, paper, begin_document(corpus, "a.bib", "bibtex", ""));
  REQUIRE(corpus.mentions.size() == 40'001);
  CHECK(corpus.mentions[32'766].position == 32'766);
  CHECK(corpus.mentions[32'768].position == Mention::kLastPosition);
  CHECK(corpus.mentions[40'000].position == Mention::kLastPosition);
}

TEST_CASE("what is only contact data is no place and no venue") {
  const std::vector<std::string_view> places = {"ada@orth.example", "+47 22 85 50 50"};
  const std::vector<PersonView> authors = {{"Ada Orth", {}, {}, places, {}}};
  PaperView paper;
  paper.key = "k";
  paper.title = "On nets";
  paper.venue = "bo@orth.example";
  paper.authors = authors;
  Corpus corpus;
  add_paper(corpus, paper, begin_document(corpus, "a.bib", "bibtex", ""));
  CHECK(mentions(corpus) == Rows{"0 Paper On nets | - | - | - | 0 | 0", "1 Person Ada Orth | - | - | 0 | 1 | 0"});
  CHECK(corpus.relations.empty());
}

TEST_CASE("a CV becomes its owner and what links the owner to others") {
  DocumentRecord record;
  record.path = "cvs/lind.md";
  record.format = "markdown";
  record.lines = {{0, 3, "PhD with Cem Orth, ada@norwick.example"}, {0, 4, "Prize of Nets 2001, 2003"}};
  CvRecord& cv = record.cv;
  cv.owner = "Ada Lind";
  cv.owner_variants = {"A. Lind", "Ada Lind"};
  EducationRecord degree;
  degree.institution = "University of Norwick";
  degree.unit = "Department of Nets";
  degree.degree = DegreeLevel::kPhd;
  degree.field = "Nets";
  degree.thesis_title = "On nets";
  degree.period.end = 2000;
  degree.advisors = {"Cem Orth"};
  degree.span = {0, 3, 3};
  cv.education = {degree};
  EmploymentRecord job;
  job.institution = "Skerry Labs";
  job.role = "Intern";
  job.kind = EmploymentKind::kInternship;
  job.period.start = 2001;
  job.period.present = true;
  job.supervisors = {"Dov Rill", "Eli Moor"};
  cv.employment = {job};
  AdvisingRecord same;  // the line of the degree, read once more
  same.person = "Cem Orth";
  same.span = {0, 3, 3};
  AdvisingRecord student;
  student.person = "Fay Ness";
  student.owner_is_advisor = true;
  student.level = AdvisingLevel::kMasters;
  student.span = {0, 9, 9};
  cv.advising = {same, student};
  HostRecord host;
  host.person = "Eli Moor";
  host.institution = "Skerry Labs";
  host.year = 2001;
  cv.hosts = {host};
  AwardRecord award;
  award.name = "Prize of Nets";
  award.organisation = "Society of Nets";
  award.years = {2001, 2003};
  award.span = {0, 4, 4};
  cv.awards = {award};
  PaperRecord paper;
  paper.title = "Nets";
  paper.authors.resize(2);
  paper.authors[0].full = "C. Orth";
  paper.authors[1].full = "A. Lind";
  paper.authors[1].is_owner = true;
  cv.papers = {paper};

  Corpus corpus;
  add_document(corpus, record);
  CHECK(mentions(corpus) == Rows{"0 Person Ada Lind | - | - | - | 0 | 0",
                                 "1 Person A. Lind | - | - | - | 0 | 0",
                                 "2 Institution University of Norwick | - | - | - | 0 | 0",
                                 "3 Institution Department of Nets | - | - | - | 0 | 0",
                                 "4 Person Cem Orth | - | - | - | 0 | 0",
                                 "5 Institution Skerry Labs | - | - | - | 0 | 0",
                                 "6 Person Dov Rill | - | - | - | 0 | 0",
                                 "7 Paper Nets | - | - | - | 0 | 0",
                                 "8 Person C. Orth | - | - | 7 | 1 | 0",
                                 "9 Person A. Lind | - | - | 7 | 2 | 0",
                                 "10 Person Fay Ness | - | - | - | 0 | 0",
                                 "11 Institution Skerry Labs | - | - | - | 0 | 0",
                                 "12 Person Eli Moor | - | - | - | 0 | 0",
                                 "13 Award Prize of Nets | - | Society of Nets | - | 0 | 0"});
  CHECK(relations(corpus) == Rows{"PART_OF 3 > 2 | - | - | - | - | 0-0",
                                  "EDUCATED_AT 0 > 2 | PhD | Nets | On nets | 3 | 0-2000",
                                  "ADVISED 4 > 0 | PhD | - | - | 2 | 0-2000",
                                  "EMPLOYED_AT 0 > 5 | Intern | internship | - | - | 2001-present",
                                  "ADVISED 6 > 0 | internship | - | - | 5 | 2001-present",
                                  "ADVISED 0 > 10 | Masters | - | - | - | 0-0",
                                  "HOSTED 12 > 0 | - | - | - | 11 | 2001-0",
                                  "RECEIVED 0 > 13 | - | - | - | - | 2001-0",
                                  "RECEIVED 0 > 13 | - | - | - | - | 2003-0"});
  CHECK(corpus.stated_same == std::vector<std::pair<MentionId, MentionId>>{{MentionId(0), MentionId(1)},
                                                                            {MentionId(0), MentionId(9)}});
  CHECK(corpus.documents[0].owner == MentionId(0));
  CHECK(corpus.documents[0].owner_named);
  CHECK(text(corpus, corpus.evidence[1].text).find('@') == std::string::npos);
  CHECK(text(corpus, corpus.evidence[1].text).starts_with("PhD with Cem Orth"));
}

TEST_CASE("an owner without a name is called by the file, a page that says nothing has none") {
  DocumentRecord record;
  record.path = "cvs/left.md";
  record.cv.awards = {{"Prize of Nets", "", {}, {}}};
  Corpus corpus;
  add_document(corpus, record);
  CHECK(mentions(corpus)[0] == "0 Person owner of left.md | - | - | - | 0 | 0");
  CHECK_FALSE(corpus.documents[0].owner_named);

  Corpus empty;
  add_document(empty, DocumentRecord{});
  CHECK(empty.mentions.empty());
  CHECK_FALSE(empty.documents[0].owner.valid());
}
