// SPDX-License-Identifier: Apache-2.0
#include "extract/source/record_builder.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/text.h"
#include "extract/source/plain_title.h"

namespace scholargraph {

void RecordBuilder::reset() {
  paper = {};
  people_.clear();
  affiliations_.clear();
  person_ids_.clear();
  ids_.clear();
  references_.clear();
  parents_.clear();
  aliases_.clear();
  stays_.clear();
  stay_ranges_.clear();
  stay_ids_.clear();
  kept_used_ = 0;
  authors_ = 0;
}

void RecordBuilder::begin_person(bool editor) {
  people_.push_back({{}, affiliations_.size(), 0, person_ids_.size(), 0, editor});
  if (!editor) ++authors_;
}

void RecordBuilder::add_affiliation(std::string_view affiliation) {
  Person& person = people_.back();
  const auto first = affiliations_.begin() + static_cast<long>(person.first_affiliation);
  const bool known = std::find(first, affiliations_.end(), affiliation) != affiliations_.end();
  if (affiliation.empty() || known) return;
  affiliations_.push_back(affiliation);
  ++person.affiliation_count;
}

void RecordBuilder::set_inverted_name(std::string_view name) {
  PersonView& view = person();
  const std::size_t comma = name.find(',');
  if (comma == std::string_view::npos) {
    view.full = keep_collapsed(name);
    return;
  }
  const std::string_view family = trim(name.substr(0, comma)), rest = name.substr(comma + 1);
  const std::size_t second = rest.find(',');
  const std::string_view suffix = second == std::string_view::npos ? std::string_view{} : trim(rest.substr(second + 1));
  view.given = keep_collapsed(rest.substr(0, second));
  view.family = keep_collapsed(suffix.empty() ? std::string(family) : std::string(family) + " " + std::string(suffix));
}

void RecordBuilder::add_suffix(std::string_view suffix) {
  PersonView& view = person();
  if (!suffix.empty() && !view.family.empty()) view.family = keep(std::string(view.family) + " " + std::string(suffix));
}

bool RecordBuilder::has_author_called(std::string_view word) const {
  return std::any_of(people_.begin(), people_.end(), [&](const Person& person) {
    const std::string_view family = person.view.family;
    return !person.editor && !word.empty() && family.substr(0, family.find(' ')) == word;
  });
}

void RecordBuilder::share_affiliations(std::span<const std::string_view> affiliations) {
  const std::size_t first = affiliations_.size();
  affiliations_.insert(affiliations_.end(), affiliations.begin(), affiliations.end());
  for (Person& person : people_) {
    if (person.editor || person.affiliation_count > 0) continue;
    person.first_affiliation = first;
    person.affiliation_count = affiliations.size();
  }
}

void RecordBuilder::add_person_id(std::string_view scheme, std::string_view value) {
  if (value.empty()) return;
  person_ids_.push_back({scheme, value});
  ++people_.back().id_count;
}

namespace {

/// "10.1/(SICI)%3C1::AID%3E" as addresses print it -> "10.1/(SICI)<1::AID>".
std::string without_percents(std::string_view doi) {
  std::string out;
  for (std::size_t at = 0; at < doi.size(); ++at) {
    unsigned value = 0;
    const char* const digits = doi.data() + at + 1;
    if (doi[at] == '%' && at + 2 < doi.size() && std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2 &&
        value > ' ' && value < 0x7f) {
      out += static_cast<char>(value);
      at += 2;
    } else {
      out += doi[at];
    }
  }
  return out;
}

}  // namespace

void RecordBuilder::drop_nameless() {
  if (people_.empty()) return;
  const PersonView& view = people_.back().view;
  if (!view.full.empty() || !view.family.empty() || !view.given.empty()) return;
  affiliations_.resize(people_.back().first_affiliation);
  person_ids_.resize(people_.back().first_id);
  if (!people_.back().editor) --authors_;
  people_.pop_back();
}

std::vector<PersonView> RecordBuilder::people_after_first() const {
  std::vector<PersonView> rest;
  for (std::size_t i = 1; i < people_.size(); ++i) rest.push_back(people_[i].view);
  return rest;
}

void RecordBuilder::keep_first_person() {
  while (people_.size() > 1) {
    affiliations_.resize(people_.back().first_affiliation);
    person_ids_.resize(people_.back().first_id);
    if (!people_.back().editor) --authors_;
    people_.pop_back();
  }
}

void RecordBuilder::add_id(std::string_view scheme, std::string_view value) {
  if (scheme == "doi") {
    if (!value.starts_with("10.")) return;
    value = value.substr(0, value.find(' '));
    if (value.find('%') != std::string_view::npos) value = keep(without_percents(value));
  }
  if (scheme == "pmcid" && !value.empty() && is_ascii_digit(value.front())) value = keep("PMC" + std::string(value));
  const auto same = [&](const IdView& id) { return id.value == value && id.scheme == scheme; };
  if (!value.empty() && std::none_of(ids_.begin(), ids_.end(), same)) ids_.push_back({scheme, value});
}

void RecordBuilder::add_reference(std::string_view scheme, std::string_view value) {
  if (!value.empty()) references_.push_back({scheme, value});
}

void RecordBuilder::add_alias(std::string_view alias) {
  if (!alias.empty()) aliases_.push_back(alias);
}

void RecordBuilder::add_parent(std::string_view scheme, std::string_view value) {
  if (!value.empty()) parents_.push_back({scheme, value});
}

StayView& RecordBuilder::add_stay() {
  stay_ranges_.push_back({stay_ids_.size()});
  return stays_.emplace_back();
}

void RecordBuilder::add_stay_id(std::string_view scheme, std::string_view value) {
  if (value.empty()) return;
  stay_ids_.push_back({scheme, value});
  ++stay_ranges_.back().count;
}

std::string_view RecordBuilder::keep(std::string text) {
  if (kept_used_ == kept_.size()) kept_.emplace_back();
  std::string& slot = kept_[kept_used_++];
  slot = std::move(text);
  return slot;
}

std::string_view RecordBuilder::keep_collapsed(std::string_view text) {
  if (kept_used_ == kept_.size()) kept_.emplace_back();
  std::string& slot = kept_[kept_used_++];
  slot.clear();
  const auto blank = [&](std::size_t i) { return text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r'; };
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && blank(at)) ++at;
    // As far as only single spaces stand between the words, which is mostly to the end.
    const std::size_t begin = at;
    while (at < text.size() && !(blank(at) && (text[at] != ' ' || at + 1 == text.size() || blank(at + 1)))) ++at;
    if (at > begin && !slot.empty()) slot += ' ';
    slot.append(text, begin, at - begin);
  }
  return slot;
}

void RecordBuilder::make_plain(std::string_view& text) {
  if (may_have_markup(text)) text = keep(plain_title(text));
}

void RecordBuilder::place_people() {
  for (std::string_view& affiliation : affiliations_) make_plain(affiliation);
  placed_.clear();
  for (const bool editors : {false, true}) {
    for (Person& person : people_) {
      if (person.editor != editors) continue;
      for (std::string_view* const name : {&person.view.full, &person.view.family, &person.view.given})
        if (name->find('&') != std::string_view::npos) make_plain(*name);
      person.view.affiliations = {affiliations_.data() + person.first_affiliation, person.affiliation_count};
      person.view.ids = {person_ids_.data() + person.first_id, person.id_count};
      placed_.push_back(person.view);
    }
  }
}

void RecordBuilder::emit_paper(RecordSink& sink) {
  place_people();
  make_plain(paper.title);
  make_plain(paper.venue);
  paper.authors = {placed_.data(), authors_};
  paper.editors = {placed_.data() + authors_, placed_.size() - authors_};
  paper.ids = ids_;
  paper.references = references_;
  sink.paper(paper);
}

void RecordBuilder::emit_person(RecordSink& sink) {
  place_people();
  for (std::size_t i = 0; i < stays_.size(); ++i)
    stays_[i].institution_ids = {stay_ids_.data() + stay_ranges_[i].first, stay_ranges_[i].count};
  sink.person({paper.key, placed_.empty() ? PersonView{} : placed_.front(), aliases_, paper.line}, stays_);
}

void RecordBuilder::emit_institution(RecordSink& sink, std::string_view name, std::string_view country,
                                     std::string_view country_name) {
  sink.institution({paper.key, name, aliases_, country, country_name, ids_, parents_, paper.line});
}

void RecordBuilder::emit_venue(RecordSink& sink, std::string_view name) {
  sink.venue({paper.key, name, aliases_, ids_, paper.line});
}

Diagnostic keyless_diagnostic(std::string_view path, std::uint64_t line, std::string_view key) {
  return {std::string(path), static_cast<int>(line), 0, "expected a record with " + std::string(key) + ", found none",
          "the record was skipped", Severity::kWarning};
}

void add_named_id(NamedIds& institutions, std::string_view id, std::string_view name) {
  const auto known = [&](const auto& institution) { return institution.first == id; };
  if (!name.empty() && !id.empty() && std::none_of(institutions.begin(), institutions.end(), known))
    institutions.emplace_back(id, name);
}

void emit_ror_institutions(const NamedIds& institutions, std::uint64_t line, RecordSink& sink) {
  for (const auto& [id, name] : institutions) {
    const IdView ror{"ror", id};
    const std::string plain = plain_title(name);
    InstitutionRecordView view;
    view.key = id;
    view.name = plain;
    view.ids = {&ror, 1};
    view.line = line;
    sink.institution(view);
  }
}

bool is_generation_mark(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  constexpr std::string_view kSuffixes[] = {"Jr", "Sr", "II", "III", "IV", "2nd", "3rd", "4th"};
  return std::find(std::begin(kSuffixes), std::end(kSuffixes), word) != std::end(kSuffixes);
}

std::string_view bare_id(std::string_view text) {
  text = trim(text);
  if (const std::size_t scheme = text.find("://"); scheme != std::string_view::npos) {
    text.remove_prefix(scheme + 3);
    const std::size_t slash = text.find('/');
    text = slash == std::string_view::npos ? std::string_view{} : text.substr(slash + 1);
    for (const std::string_view folder : {"abs/", "pdf/", "paper/", "author/"})
      if (text.starts_with(folder)) text.remove_prefix(folder.size());
    while (text.ends_with('/')) text.remove_suffix(1);
  }
  for (const std::string_view prefix : {"doi:", "arxiv:", "pmid:", "orcid:"})
    if (starts_with_ignore_case(text, prefix)) return trim(text.substr(prefix.size()));
  return text;
}

}  // namespace scholargraph
