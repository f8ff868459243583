// SPDX-License-Identifier: Apache-2.0
#include "cli/record_text.h"

#include "base/text.h"

namespace scholargraph {

namespace {

std::string place(const SourceSpan& span) {
  if (span.first_line == 0) return {};
  std::string out = span.page > 0 ? "page " + std::to_string(span.page) + ", " : "";
  out += span.first_line == span.last_line ? "line " : "lines ";
  out += std::to_string(span.first_line);
  if (span.last_line != span.first_line) out += "-" + std::to_string(span.last_line);
  return out;
}

std::string years(const Period& period) {
  std::string end = period.present ? "present" : period.end ? std::to_string(*period.end) : "";
  if (!period.start) return end;
  const std::string start = std::to_string(*period.start);
  return start == end ? start : start + "-" + end;
}

std::string years(const std::vector<int>& list) {
  std::vector<std::string> out;
  for (const int year : list) out.push_back(std::to_string(year));
  return join(out, " ");
}

std::string list_of(const std::vector<PersonName>& people) {
  std::vector<std::string> names;
  for (const PersonName& person : people) names.push_back(person.full);
  return join(names, ", ");
}

/// Collects the facts of one heading; nothing is printed for an empty one.
class Group {
 public:
  Group(std::string title, const Palette& palette) : title_(std::move(title)), palette_(palette) {}

  void add(const std::vector<std::string>& parts, const SourceSpan& span) {
    std::vector<std::string> known;
    for (const std::string& part : parts)
      if (!part.empty()) known.push_back(part);
    body_ += "  " + printable(join(known, "; "));
    if (const std::string where = place(span); !where.empty())
      body_.append("  ").append(palette_.dim).append("[" + where + "]").append(palette_.reset);
    body_ += "\n";
  }

  [[nodiscard]] std::string text() const {
    if (body_.empty()) return {};
    return std::string(palette_.bold) + title_ + std::string(palette_.reset) + "\n" + body_;
  }

 private:
  std::string title_;
  const Palette& palette_;
  std::string body_;
};

std::string labelled(const std::string& label, const std::vector<std::string>& people) {
  return people.empty() ? std::string() : label + " " + join(people, ", ");
}

std::string careers(const CvRecord& cv, const Palette& palette) {
  Group education("Education", palette);
  for (const EducationRecord& item : cv.education)
    education.add({item.institution, item.unit, std::string(to_string(item.degree)), item.field, years(item.period),
                   labelled("advised by", item.advisors)}, item.span);
  Group employment("Employment", palette);
  for (const EmploymentRecord& item : cv.employment)
    employment.add({item.institution, item.unit, item.role, std::string(to_string(item.kind)), years(item.period),
                    labelled("supervised by", item.supervisors)}, item.span);
  Group advising("Advising", palette);
  for (const AdvisingRecord& item : cv.advising)
    advising.add({(item.owner_is_advisor ? "advised " : "advised by ") + item.person, std::string(to_string(item.level)),
                  item.institution, years(item.period)}, item.span);
  return education.text() + employment.text() + advising.text();
}

std::string papers(const CvRecord& cv, const Palette& palette) {
  Group group("Papers", palette);
  for (const PaperRecord& item : cv.papers)
    group.add({item.title, list_of(item.authors), item.venue, item.status, item.year ? std::to_string(*item.year) : ""},
              item.span);
  return group.text();
}

std::string other_facts(const CvRecord& cv, const Palette& palette) {
  Group hosts("Hosts", palette);
  for (const HostRecord& item : cv.hosts)
    hosts.add({item.person, item.institution, item.year ? std::to_string(*item.year) : ""}, item.span);
  Group service("Service", palette);
  for (const ServiceRecord& item : cv.service) service.add({item.role, item.venue, years(item.years)}, item.span);
  Group awards("Awards", palette);
  for (const AwardRecord& item : cv.awards) awards.add({item.name, item.organisation, years(item.years)}, item.span);
  Group projects("Projects", palette);
  for (const ProjectRecord& item : cv.projects) projects.add({item.name, item.role, years(item.period)}, item.span);
  return hosts.text() + service.text() + awards.text() + projects.text();
}

}  // namespace

std::string record_text(const DocumentRecord& record, const Palette& palette) {
  std::string out = std::string(palette.bold) + printable(record.path) + std::string(palette.reset);
  if (!record.format.empty()) out += " (" + record.format + ")";
  out += "\nOwner: " + (record.cv.owner.empty() ? "not named" : printable(record.cv.owner)) + "\n";
  if (!record.quality.note.empty()) out += "Note: " + printable(record.quality.note) + "\n";
  return out + careers(record.cv, palette) + papers(record.cv, palette) + other_facts(record.cv, palette);
}

}  // namespace scholargraph
