// SPDX-License-Identifier: Apache-2.0
// Problem: people print the names of institutions in many ways, and different institutions bear one name.
// Idea: look the printed name up among all names of the registry, folded like institutions are compared anyway
// (model/institution_name.h), and take the answer only when one organisation is left: first by the country that is
// printed, then by who shows the name first. An address is tried part by part, but only with names of several words,
// since "Cambridge" in it is a town. Cost: one lookup for each part of each distinct printed name.
#include "resolve/ror_registry.h"

#include <algorithm>
#include <array>

#include "base/files.h"
#include "base/text.h"
#include "model/institution_name.h"

namespace scholargraph {

namespace {

/// Folded names of countries that the registry does not use itself.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kOtherCountryNames = {{
    {"usa", "US"},          {"us", "US"},         {"u s a", "US"},           {"united states of america", "US"},
    {"uk", "GB"},           {"u k", "GB"},        {"great britain", "GB"},   {"england", "GB"},
    {"scotland", "GB"},     {"wales", "GB"},      {"northern ireland", "GB"}, {"pr china", "CN"},
    {"p r china", "CN"},    {"people s republic of china", "CN"},            {"korea", "KR"},
    {"republic of korea", "KR"}, {"russian federation", "RU"},               {"czech republic", "CZ"},
    {"the netherlands", "NL"}, {"holland", "NL"}, {"viet nam", "VN"},        {"deutschland", "DE"},
}};

/// "Otis (United States)" -> "Otis".
std::string_view without_bracket(std::string_view name) {
  name = trim(name);
  if (!name.ends_with(')')) return name;
  return trim(name.substr(0, name.rfind('(')));
}

bool has_several_words(std::string_view name) {
  const std::string key = institution_key(name);
  return key.find(' ') != std::string::npos || std::any_of(key.begin(), key.end(), [](char c) { return (c & 0x80) != 0; });
}

std::uint64_t name_hash(std::string_view name) { return content_hash(institution_key(name)); }

}  // namespace

void RorRegistry::institution(const InstitutionRecordView& record) {
  const auto ror = std::find_if(record.ids.begin(), record.ids.end(), [](const IdView& id) { return id.scheme == "ror"; });
  if (ror == record.ids.end()) return;
  const auto organisation = static_cast<std::uint32_t>(organisations_.size());
  if (!by_id_.emplace(ror->value, organisation).second) return;
  organisations_.push_back({std::string(ror->value), std::string(record.country)});
  if (!record.country_name.empty()) country_codes_.emplace(fold(record.country_name), record.country);
  add_name(record.name, organisation, true);
  add_name(without_bracket(record.name), organisation, false);
  for (const std::string_view alias : record.aliases) add_name(alias, organisation, false);
}

void RorRegistry::add_name(std::string_view name, std::uint32_t organisation, bool shown) {
  if (fold(name).empty()) return;
  auto& bearers = by_name_[name_hash(name)];
  const bool known = std::any_of(bearers.begin(), bearers.end(),
                                 [&](const Bearer& bearer) { return bearer.organisation == organisation; });
  if (!known) bearers.push_back({organisation, shown});
}

std::string_view RorRegistry::country_at_end(std::string_view printed) const {
  const auto comma = printed.rfind(',');
  if (comma == std::string_view::npos) return {};
  const std::string last = fold(printed.substr(comma + 1));
  const auto other = std::find_if(kOtherCountryNames.begin(), kOtherCountryNames.end(),
                                  [&](const auto& row) { return row.first == last; });
  if (other != kOtherCountryNames.end()) return other->second;
  const auto known = country_codes_.find(last);
  return known == country_codes_.end() ? std::string_view{} : std::string_view(known->second);
}

std::optional<std::string_view> RorRegistry::bearer_of(std::string_view name, std::string_view country) const {
  const auto entry = by_name_.find(name_hash(name));
  if (entry == by_name_.end()) return std::nullopt;
  std::vector<Bearer> left;
  for (const Bearer& bearer : entry->second) {
    const std::string& own = organisations_[bearer.organisation].country;
    if (country.empty() || own.empty() || own == country) left.push_back(bearer);
  }
  // "Institute of Physics" is also what many places call a part of theirs.
  if (left.size() > 1 && is_institution_unit(name)) return std::nullopt;
  if (left.size() > 1) std::erase_if(left, [](const Bearer& bearer) { return !bearer.shown; });
  if (left.size() != 1) return std::nullopt;
  return organisations_[left.front().organisation].id;
}

std::optional<std::string_view> RorRegistry::find(std::string_view printed) const {
  const std::string_view country = country_at_end(printed);
  if (const auto whole = bearer_of(printed, country)) return whole;
  const auto parts = split(printed, ',');
  if (parts.size() < 2) return std::nullopt;
  for (const bool units : {false, true})
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::string_view part = trim(parts[i]);
      if (is_institution_unit(part) != units || (i > 0 && !has_several_words(part))) continue;
      if (const auto found = bearer_of(part, country)) return found;
    }
  return std::nullopt;
}

namespace {

/// Institutions that may get an identifier: those without a ROR id that are no part of another one.
std::vector<MentionId> unidentified(const Corpus& corpus) {
  std::vector<bool> passed_over(corpus.mentions.size());
  for (const MentionIdentifier& id : corpus.identifiers)
    if (corpus.strings.view(id.scheme) == "ror") passed_over[id.mention.value] = true;
  for (const Relation& relation : corpus.relations)
    if (relation.kind == EdgeKind::kPartOf) passed_over[relation.source.value] = true;
  std::vector<MentionId> mentions;
  for (std::uint32_t m = 0; m < corpus.mentions.size(); ++m)
    if (corpus.mentions[m].kind == NodeKind::kInstitution && !passed_over[m]) mentions.push_back(MentionId(m));
  return mentions;
}

}  // namespace

std::size_t identify_institutions(Corpus& corpus, const RorRegistry& registry) {
  const StringId scheme = corpus.strings.intern("ror");
  std::unordered_map<std::uint32_t, StringId> found;  // by name; invalid: none
  std::vector<MentionIdentifier> added;
  for (const MentionId m : unidentified(corpus)) {
    const StringId name = corpus.names.text(corpus.mentions[m.value].name);
    const auto [entry, fresh] = found.emplace(name.value, StringId{});
    if (fresh)
      if (const auto ror = registry.find(corpus.strings.view(name))) entry->second = corpus.strings.intern(*ror);
    if (entry->second.valid()) added.push_back({m, scheme, entry->second});
  }
  const auto middle = static_cast<std::ptrdiff_t>(corpus.identifiers.size());
  corpus.identifiers.insert(corpus.identifiers.end(), added.begin(), added.end());
  std::inplace_merge(corpus.identifiers.begin(), corpus.identifiers.begin() + middle, corpus.identifiers.end(),
                     [](const MentionIdentifier& a, const MentionIdentifier& b) { return a.mention < b.mention; });
  return added.size();
}

}  // namespace scholargraph
