// SPDX-License-Identifier: Apache-2.0
#include "model/corpus_writer.h"

#include <utility>

#include "base/text.h"
#include "model/contact.h"
#include "model/identifier.h"
#include "model/institution_name.h"
#include "model/venue_name.h"

namespace scholargraph {

std::int16_t short_year(int year) { return year > 0 && year < 10000 ? static_cast<std::int16_t>(year) : std::int16_t{0}; }

int printed_year(std::string_view text) {
  const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  int year = 0;
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    if (!digit(i) || (i > 0 && digit(i - 1)) || digit(i + 4)) continue;
    if (!digit(i + 1) || !digit(i + 2) || !digit(i + 3)) continue;
    const int value = (text[i] - '0') * 1000 + (text[i + 1] - '0') * 100 + (text[i + 2] - '0') * 10 + text[i + 3] - '0';
    if (value >= 1900 && value < 2100) year = value;
  }
  return year;
}

namespace {

bool may_hold_contact(std::string_view text) {
  return text.find('@') != std::string_view::npos || text.find('+') != std::string_view::npos;
}

bool is_only_contact(std::string_view text) {
  return is_contact(trim(text)) || (may_hold_contact(text) && without_contact(text).empty());
}

}  // namespace

StringId CorpusWriter::text(std::string_view text) {
  if (text.empty()) return {};
  if (!may_hold_contact(text)) return corpus_.strings.intern(text);
  const std::string kept = without_contact(text);
  return kept.empty() ? StringId{} : corpus_.strings.intern(kept);
}

MentionId CorpusWriter::mention(NodeKind kind, std::string_view name, int year) {
  Mention mention;
  mention.kind = kind;
  StringId printed = text(name);
  if (!printed.valid()) printed = corpus_.strings.intern("?");
  mention.name = corpus_.names.intern({printed, {}, {}});
  mention.evidence = evidence_;
  mention.year = static_cast<std::uint32_t>(short_year(year)) & Mention::kLastYear;
  corpus_.mentions.push_back(mention);
  return MentionId(corpus_.mentions.size() - 1);
}

void CorpusWriter::separate(MentionId mention, std::string_view family, std::string_view given) {
  if (family.empty() && given.empty()) return;
  NameId& name = corpus_.mentions[mention.value].name;
  const StringId family_text = text(family);
  name = corpus_.names.intern({corpus_.names.text(name), family_text, text(given)});
}

void CorpusWriter::identifier(MentionId mention, std::string_view scheme, std::string_view value) {
  if (is_contact_scheme(scheme)) return;
  const std::string bare = bare_identifier(scheme, value);
  if (!bare.empty()) corpus_.identifiers.push_back({mention, corpus_.strings.intern(scheme), corpus_.strings.intern(bare)});
}

Relation& CorpusWriter::relation(EdgeKind kind, MentionId source, MentionId target) {
  Relation relation;
  relation.kind = kind;
  relation.source = source;
  relation.target = target;
  relation.evidence = evidence_;
  corpus_.relations.push_back(relation);
  return corpus_.relations.back();
}

MentionId CorpusWriter::venue(std::string_view printed, int year) {
  const VenueName parts = split_venue(printed);
  if (is_only_contact(parts.name)) return {};
  const MentionId venue = mention(NodeKind::kVenue, parts.name, year);
  separate(venue, {}, parts.acronym);
  return venue;
}

CorpusWriter::Place CorpusWriter::place(std::string_view name, std::string_view unit) {
  if (trim(name).empty()) name = std::exchange(unit, {});
  if (trim(name).empty()) return {};
  const InstitutionName parts = split_institution(name);
  if (is_only_contact(parts.name)) return {};
  if (trim(unit).empty()) unit = parts.unit;
  Place place;
  place.institution = mention(NodeKind::kInstitution, parts.name);
  separate(place.institution, {}, parts.acronym);
  if (unit.empty() || is_only_contact(unit) || fold(unit) == fold(parts.name)) return place;
  place.unit = mention(NodeKind::kInstitution, unit);
  relation(EdgeKind::kPartOf, place.unit, place.institution);
  return place;
}

}  // namespace scholargraph
