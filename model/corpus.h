// SPDX-License-Identifier: Apache-2.0
// Everything the documents of one run say, as mentions and relations between mentions: what resolution works on.
// Columns of small structs and interned strings, so that memory is a few dozen bytes for each mention.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/kinds.h"
#include "model/name_pool.h"
#include "model/record.h"
#include "model/source_counts.h"
#include "model/source_record.h"
#include "model/string_pool.h"

namespace scholargraph {

using DocumentId = StrongId<struct DocumentTag>;
using EvidenceId = StrongId<struct EvidenceTag>;
using MentionId = StrongId<struct MentionTag>;

struct Document {
  std::string path;
  std::string format;
  std::string hash;
  std::string note;          ///< quality line
  MentionId owner;           ///< the person the document is about; invalid when it has none
  bool owner_named = false;  ///< false: the owner's mention is called "owner of FILE"
  MentionId first_mention;   ///< the mentions of a document are one run, up to the next document's first
  SourceCounts counts{};     ///< of a CV: papers, authors and editors
};

/// One place of one document. `text` is what stands there, with e-mail addresses and phone numbers masked;
/// empty for records of bibliographic sources, which `key` names.
struct Evidence {
  DocumentId document;
  SourceSpan span;
  StringId key;
  StringId text;
};

/// One place names one thing. Authors, then editors, of a paper follow its mention in printed order and point to it.
struct Mention {
  static constexpr std::uint32_t kLastPosition = (1U << 15) - 1;
  static constexpr std::uint32_t kLastYear = (1U << 14) - 1;

  NodeKind kind : 3 = NodeKind::kPerson;
  std::uint32_t year : 14 = 0;      ///< of the paper, for its authors and editors too; 0 unknown
  std::uint32_t position : 15 = 0;  ///< authors: from 1, and kLastPosition for all that follow; all others: 0
  NameId name;
  MentionId paper;  ///< of an author or editor: the paper mention
  EvidenceId evidence;
};
static_assert(sizeof(Mention) == 16, "a large corpus is mentions, most of all");

/// An identifier printed for a mention. Sorted by mention.
struct MentionIdentifier {
  MentionId mention;
  StringId scheme;  ///< "doi", "orcid", …
  StringId value;
};

/// A typed link between two mentions, one for each printed fact. AUTHORED and EDITED are not stored: they are
/// Mention::paper. COAUTHOR is derived later. Absent strings are invalid ids.
///
///   kind             role            detail                                note            institution
///   EDUCATED_AT      degree level    field                                 thesis title    the unit
///   EMPLOYED_AT      role            "job", "internship", "visit", …       -               the unit
///   ADVISED          level or none   -                                     -               where
///   HOSTED           -               -                                     -               where
///   SERVED           role            -                                     -               -
///   WORKED_ON        role            -                                     -               -
///   PUBLISHED_IN     -               venue as printed, with year           -               -
struct Relation {
  EdgeKind kind = EdgeKind::kEmployedAt;
  bool present = false;          ///< still going on
  std::uint8_t start_month = 0;  ///< 1..12, 0 unknown
  std::uint8_t end_month = 0;
  std::int16_t start = 0;        ///< year, 0 unknown; SERVED, RECEIVED, HOSTED: the one year
  std::int16_t end = 0;          ///< year, 0 unknown
  MentionId source;
  MentionId target;
  StringId role;
  StringId detail;
  StringId note;
  MentionId institution;
  EvidenceId evidence;
};

/// A paper that another one cites, by an identifier; it may or may not be in the corpus.
struct Reference {
  MentionId paper;
  StringId scheme;
  StringId value;
};

struct Corpus {
  StringPool strings;
  NamePool names;
  std::vector<Document> documents;
  std::vector<Evidence> evidence;
  std::vector<Mention> mentions;
  std::vector<MentionIdentifier> identifiers;
  std::vector<Relation> relations;
  std::vector<Reference> references;
  std::vector<std::pair<MentionId, StringId>> paper_status;  ///< "Preprint", …; sorted by mention
  std::vector<std::pair<MentionId, StringId>> paper_type;    ///< "article", …; sorted by mention
  std::vector<std::pair<MentionId, MentionId>> stated_same;  ///< the document itself says: one person; sorted
  Diagnostics diagnostics;
};

/// Appends all that `record` says. Contact data (words with an @, identifiers of the schemes email and phone) does
/// not enter. Documents are added in a fixed order (sorted by path) for equal output.
void add_document(Corpus& corpus, const DocumentRecord& record);

/// Opens a document to which papers are then added one by one; add_document calls it itself.
DocumentId begin_document(Corpus& corpus, std::string path, std::string format, std::string hash);

/// Appends one paper of `document`, the last one begun: the work, its authors and editors, their affiliations, its
/// venue and references. `evidence` invalid: one is made from the record's key and line. Returns the paper's mention.
MentionId add_paper(Corpus& corpus, const PaperView& paper, DocumentId document, EvidenceId evidence = {});

}  // namespace scholargraph
