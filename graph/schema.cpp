// SPDX-License-Identifier: Apache-2.0
#include "graph/schema.h"

#include <algorithm>
#include <array>

namespace scholargraph {

namespace {

using enum PropertyType;

constexpr PropertyInfo kName = {"name", kString, "the fullest printed form, equal to the label"};
constexpr PropertyInfo kVariants = {"variants", kStringList, "other printed forms, sorted"};
constexpr PropertyInfo kIdentifiers = {"identifiers", kStringList, "all identifiers as scheme:value, sorted"};
constexpr PropertyInfo kMentions = {"mentions", kInt, "number of places that name it"};
constexpr PropertyInfo kStart = {"start", kInt, "first year"};
constexpr PropertyInfo kEnd = {"end", kInt, "last year; absent while it goes on"};
constexpr PropertyInfo kPresent = {"present", kBool, "true when the text says that it still goes on"};
constexpr PropertyInfo kPeriods = {"periods", kStringList, "one START-END for each fact, sorted"};
constexpr PropertyInfo kFirstYear = {"first_year", kInt, "smallest known year"};
constexpr PropertyInfo kLastYear = {"last_year", kInt, "largest known year"};
constexpr PropertyInfo kYears = {"years", kStringList, "known years, sorted"};
constexpr PropertyInfo kUnits = {"units", kStringList, "departments, schools or groups inside the institution"};

constexpr PropertyInfo kPerson[] = {
    kName, kVariants, {"orcid", kString, "ORCID, without the address in front"}, kIdentifiers,
    {"cv", kStringList, "documents that are about this person"}, kMentions};
constexpr PropertyInfo kInstitution[] = {
    kName, kVariants, {"acronym", kString, "short form printed beside the name"},
    {"ror", kString, "ROR identifier, without the address in front"}, kIdentifiers, kMentions};
constexpr PropertyInfo kPaper[] = {{"title", kString, "title, equal to the label"},
                                   kVariants,
                                   {"year", kInt, "year of publication"},
                                   {"doi", kString, "DOI in lower case, without the address in front"},
                                   {"arxiv", kString, "arXiv identifier"},
                                   {"type", kString, "article, book, thesis, ... when a source says so"},
                                   {"status", kString, "Preprint, submitted, under review, ... when printed"},
                                   kIdentifiers,
                                   {"author_count", kInt, "length of the longest printed author list"},
                                   kMentions};
constexpr PropertyInfo kVenue[] = {kName, kVariants, kIdentifiers, kMentions};
constexpr PropertyInfo kAward[] = {kName, kVariants, {"organisation", kString, "who gives it"}, kMentions};
constexpr PropertyInfo kProject[] = {kName, kVariants, kMentions};

constexpr std::array<NodeInfo, kNodeKindCount> kNodes = {{
    {NodeKind::kPerson, "Person", "people", "a researcher, or the unnamed owner of a document", kPerson},
    {NodeKind::kInstitution, "Institution", "institutions", "a university, company, laboratory or department",
     kInstitution},
    {NodeKind::kPaper, "Paper", "papers", "a published or unpublished work", kPaper},
    {NodeKind::kVenue, "Venue", "venues", "a journal, a series of conferences, a publisher; without a year", kVenue},
    {NodeKind::kAward, "Award", "awards", "a prize, fellowship or grant", kAward},
    {NodeKind::kProject, "Project", "projects", "a project, product or piece of software", kProject},
}};

constexpr PropertyInfo kAuthored[] = {{"position", kInt, "place in the author list, from 1"},
                                      {"printed", kString, "the name as the author list prints it"}};
constexpr PropertyInfo kCoauthor[] = {{"papers", kInt, "number of common papers"}, kFirstYear, kLastYear};
constexpr PropertyInfo kAdvised[] = {{"levels", kStringList, "PhD, Masters, Bachelors, postdoc, internship"},
                                     {"institutions", kStringList, "where, when printed"},
                                     kStart, kEnd, kPresent};
constexpr PropertyInfo kEducated[] = {{"degrees", kStringList, "PhD, Masters, Bachelors, Other"},
                                      {"fields", kStringList, "fields of study"},
                                      kUnits,
                                      {"theses", kStringList, "titles of theses"},
                                      kPeriods, kStart, kEnd, kPresent};
constexpr PropertyInfo kEmployed[] = {{"roles", kStringList, "roles as printed"},
                                      {"kinds", kStringList, "job, internship, visit, exchange, contribution"},
                                      kUnits, kPeriods, kStart, kEnd, kPresent};
constexpr PropertyInfo kAffiliated[] = {{"papers", kInt, "number of papers that print it"},
                                        kUnits, kFirstYear, kLastYear};
constexpr PropertyInfo kPublished[] = {{"year", kInt, "year printed with the venue or the paper"},
                                       {"printed", kString, "the venue as printed"}};
constexpr PropertyInfo kServed[] = {{"roles", kStringList, "reviewer, session chair, ..."}, kYears, kFirstYear,
                                    kLastYear};
constexpr PropertyInfo kReceived[] = {kYears, kFirstYear, kLastYear};
constexpr PropertyInfo kHosted[] = {{"institutions", kStringList, "where, when printed"}, kYears, kFirstYear,
                                    kLastYear};
constexpr PropertyInfo kWorkedOn[] = {{"roles", kStringList, "roles as printed"},
                                      kPeriods,
                                      kStart,
                                      {"start_month", kInt, "month of the start, 1 to 12"},
                                      kEnd,
                                      {"end_month", kInt, "month of the end, 1 to 12"},
                                      kPresent};
constexpr PropertyInfo kEdited[] = {{"year", kInt, "year of the edited work"}};

constexpr std::array<EdgeInfo, kEdgeKindCount> kEdges = {{
    {EdgeKind::kAuthored, "AUTHORED", NodeKind::kPerson, NodeKind::kPaper, "wrote the paper; weight 1", kAuthored},
    {EdgeKind::kCoauthor, "COAUTHOR", NodeKind::kPerson, NodeKind::kPerson,
     "wrote papers together; symmetric, kept once with the smaller id first; weight: sum of 1/(authors - 1)",
     kCoauthor},
    {EdgeKind::kAdvised, "ADVISED", NodeKind::kPerson, NodeKind::kPerson,
     "advised, supervised or mentored; from advisor to advisee", kAdvised},
    {EdgeKind::kEducatedAt, "EDUCATED_AT", NodeKind::kPerson, NodeKind::kInstitution, "studied there", kEducated},
    {EdgeKind::kEmployedAt, "EMPLOYED_AT", NodeKind::kPerson, NodeKind::kInstitution,
     "worked, interned or visited there", kEmployed},
    {EdgeKind::kAffiliatedWith, "AFFILIATED_WITH", NodeKind::kPerson, NodeKind::kInstitution,
     "printed as the affiliation on papers", kAffiliated},
    {EdgeKind::kPublishedIn, "PUBLISHED_IN", NodeKind::kPaper, NodeKind::kVenue, "appeared there", kPublished},
    {EdgeKind::kServed, "SERVED", NodeKind::kPerson, NodeKind::kVenue, "reviewed, organised or edited for it",
     kServed},
    {EdgeKind::kReceived, "RECEIVED", NodeKind::kPerson, NodeKind::kAward, "was given it", kReceived},
    {EdgeKind::kHosted, "HOSTED", NodeKind::kPerson, NodeKind::kPerson, "invited or hosted; from host to guest",
     kHosted},
    {EdgeKind::kWorkedOn, "WORKED_ON", NodeKind::kPerson, NodeKind::kProject, "took part in it", kWorkedOn},
    {EdgeKind::kPartOf, "PART_OF", NodeKind::kInstitution, NodeKind::kInstitution,
     "is a department or unit of it", {}},
    {EdgeKind::kCites, "CITES", NodeKind::kPaper, NodeKind::kPaper, "lists it among its references", {}},
    {EdgeKind::kEdited, "EDITED", NodeKind::kPerson, NodeKind::kPaper, "edited the work or volume", kEdited},
}};

std::string_view type_name(PropertyType type) {
  switch (type) {
    case kString: return "string";
    case kInt: return "integer";
    case kDouble: return "number";
    case kBool: return "boolean";
    case kStringList: return "list of strings";
  }
  return "string";
}

void append_row(std::string& out, std::initializer_list<std::string_view> cells) {
  out += '|';
  for (const auto cell : cells) {
    out += ' ';
    out += cell;
    out += " |";
  }
  out += '\n';
}

void append_properties(std::string& out, std::span<const PropertyInfo> properties) {
  if (properties.empty()) return;
  out += "\n| property | type | meaning |\n|---|---|---|\n";
  for (const auto& property : properties) append_row(out, {property.name, type_name(property.type), property.doc});
}

}  // namespace

const NodeInfo& node_info(NodeKind kind) { return kNodes[static_cast<std::size_t>(kind)]; }
const EdgeInfo& edge_info(EdgeKind kind) { return kEdges[static_cast<std::size_t>(kind)]; }
std::span<const NodeInfo> all_node_infos() { return kNodes; }
std::span<const EdgeInfo> all_edge_infos() { return kEdges; }

std::optional<NodeKind> node_kind_from_name(std::string_view name) {
  const auto found = std::find_if(kNodes.begin(), kNodes.end(), [&](const NodeInfo& info) { return info.name == name; });
  return found == kNodes.end() ? std::nullopt : std::optional(found->kind);
}

std::optional<EdgeKind> edge_kind_from_name(std::string_view name) {
  const auto found = std::find_if(kEdges.begin(), kEdges.end(), [&](const EdgeInfo& info) { return info.name == name; });
  return found == kEdges.end() ? std::nullopt : std::optional(found->kind);
}

std::string schema_markdown() {
  std::string out =
      "# Graph schema\n\n"
      "Generated from `graph/schema.cpp`; a unit test compares this file with it.\n\n"
      "Every node has an `id` (unique over all kinds, stable, without blanks) and a label. There is at most one edge\n"
      "for each kind, source and target: facts that several places state are one edge, whose lists hold what they\n"
      "say. Every edge has an `id`, a `weight` (the number of facts unless said otherwise), a `confidence` from 0 to\n"
      "1, and its evidence: up to 20 places, each with document, page, lines, record key and the text that stands\n"
      "there. Absent properties are left out.\n\n## Nodes\n";
  for (const auto& node : kNodes) {
    out.append("\n### ").append(node.name).append("\n\nTable name `").append(node.plural).append("`: ");
    out.append(node.doc).append(".\n");
    append_properties(out, node.properties);
  }
  out += "\n## Edges\n";
  for (const auto& edge : kEdges) {
    out.append("\n### ").append(edge.name).append("\n\n").append(node_info(edge.source).name).append(" to ");
    out.append(node_info(edge.target).name).append(": ").append(edge.doc).append(".\n");
    append_properties(out, edge.properties);
  }
  return out;
}

}  // namespace scholargraph
