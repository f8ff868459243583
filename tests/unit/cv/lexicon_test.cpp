// SPDX-License-Identifier: Apache-2.0
#include "catch.h"

#include "extract/cv/lexicon.h"
#include "extract/cv/stem_set.h"
#include "extract/extract_mask.h"

using namespace scholargraph;

TEST_CASE("headings tell what they announce") {
  struct Case {
    const char* heading;
    SectionKind kind;
  };
  const Case cases[] = {
      {"EDUCATION", SectionKind::kEducation},
      {"2. Academic Appointments", SectionKind::kEmployment},
      {"Selected Publications", SectionKind::kPapers},
      {"Honors and Awards", SectionKind::kAwards},
      {"Teaching Experience", SectionKind::kTeaching},
      {"Research Interests", SectionKind::kInterests},
      {"Berufserfahrung", SectionKind::kEmployment},
      {"Formation académica", SectionKind::kEducation},
      {"Expérience professionnelle", SectionKind::kEmployment},
      {"Formação acadêmica", SectionKind::kEducation},
      {"Supervision of Student Work", SectionKind::kAdvising},
      {"学歴", SectionKind::kEducation},
      {"工作经历", SectionKind::kEmployment},
      {"Pasantías de investigación", SectionKind::kVisits},
      {"Visites", SectionKind::kVisits},
      {"研究滞在歴", SectionKind::kVisits},
      {"Visiting scientists", SectionKind::kOther},
      {"Educational Experience", SectionKind::kEducation},
      {"Gastaufenthalte", SectionKind::kVisits},
      {"Professional Affiliation", SectionKind::kMembership},
      {"Professional Preparation", SectionKind::kEducation},
      {"所属学会", SectionKind::kMembership},
      {"학력", SectionKind::kEducation},
      {"The weather in spring", SectionKind::kUnknown},
  };
  for (const Case& c : cases) {
    INFO(c.heading);
    CHECK(heading_meaning(c.heading).kind == c.kind);
  }
  CHECK(heading_meaning("Honors and Awards").coverage == 1.0);
  CHECK(heading_meaning("The weather in spring").coverage == 0.0);
}

TEST_CASE("degrees are found with their level") {
  struct Case {
    const char* text;
    int found;
    DegreeLevel level;
  };
  const Case cases[] = {
      {"Ph.D. in Astronomy", 1, DegreeLevel::kPhd},
      {"Doctor of Philosophy", 1, DegreeLevel::kPhd},
      {"A. B. (Biology)", 1, DegreeLevel::kBachelors},
      {"M.Sc., Mathematics", 1, DegreeLevel::kMasters},
      {"Dr. rer. nat.", 1, DegreeLevel::kPhd},
      {"Laurea magistrale in Fisica", 1, DegreeLevel::kMasters},
      {"Doctor of Medicine", 1, DegreeLevel::kOther},
      {"修士 (経済学)", 1, DegreeLevel::kMasters},
      {"M.E. in Ice", 1, DegreeLevel::kMasters},
      {"to me in Maine, ME", 0, DegreeLevel::kOther},
      {"Classes prépas (MPSI)", 1, DegreeLevel::kOther},
      {"MA in History", 1, DegreeLevel::kMasters},
      {"Boston, MA", 0, DegreeLevel::kOther},
      {"an LLM team at JD Labs", 0, DegreeLevel::kOther},
      {"I master the piano", 0, DegreeLevel::kOther},
      {"某大学 博士后", 0, DegreeLevel::kOther},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const auto degrees = find_degrees(c.text);
    REQUIRE(static_cast<int>(degrees.size()) == c.found);
    if (c.found > 0) CHECK(degrees[0].level == c.level);
  }
  CHECK(find_degrees("PhD student")[0].student);
}

TEST_CASE("labels open lines inside entries") {
  CHECK(entry_label("Advisor: Ada Example").first == EntryLabel::kAdvisor);
  CHECK(entry_label("Supervised by Dr. Ada Example").first == EntryLabel::kAdvisor);
  CHECK(entry_label("Dissertation: On Nothing").first == EntryLabel::kThesis);
  CHECK(entry_label("Thesis: On Nothing").first == EntryLabel::kThesis);
  CHECK(entry_label("指导教师：某某").first == EntryLabel::kAdvisor);
  CHECK(entry_label("Director of Studies, Example College").first == EntryLabel::kNone);
  CHECK(entry_label("Advisory Board").first == EntryLabel::kNone);
}

TEST_CASE("labels inside lines stand behind an institution or a degree") {
  const std::string run_on = "University of Sampletown Department of Tides Thesis: On Nothing";
  CHECK(run_on.substr(inner_label(run_on)) == "Thesis: On Nothing");
  for (std::string_view line : {"Reader, 2012 Thesis: On Nothing", "University of Sampletown, thesis: On Nothing",
                                "Sampletown University: a Thesis"}) {
    INFO(line);
    CHECK(inner_label(line) == line.size());
  }
}

TEST_CASE("stems are found wherever they stand") {
  const StemSet stems{"advis", "pi:", "导", "con "};
  for (std::string_view text : {"co-advised by", "pi: ann hill", "博士导师", "laureata con lode", "adadvis"}) {
    INFO(text);
    CHECK(stems.found_in(text));
  }
  for (std::string_view text : {"", "a", "advice", "pi", "with p", "con", "博士"}) {
    INFO(text);
    CHECK_FALSE(stems.found_in(text));
  }
}

TEST_CASE("contact data is masked") {
  CHECK(mask_contact_data("Write to ada@example.org or call +44 20 7946 0000.") == "Write to [masked] or call [masked].");
  CHECK(mask_contact_data("Phone: (555) 010-0199, office 4") == "Phone: [masked], office 4");
  CHECK(mask_contact_data("Tel. 030 1234567") == "Tel. [masked]");
  CHECK(mask_contact_data("12 Example Street, Sampletown") == "[masked]");
  CHECK(mask_contact_data("Journal of Examples 12, 2010-2012, doi 10.1000/182") == "Journal of Examples 12, 2010-2012, doi 10.1000/182");
}
