// SPDX-License-Identifier: Apache-2.0
// Everything the documents of one run say, as mentions and relations between mentions: what resolution works on.
// Columns of small structs and interned strings, so that memory is a few dozen bytes for each mention.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/kinds.h"
#include "model/record.h"
#include "model/string_pool.h"

namespace scholargraph {

using DocumentId = StrongId<struct DocumentTag>;
using EvidenceId = StrongId<struct EvidenceTag>;
using MentionId = StrongId<struct MentionTag>;

struct Document {
  std::string path;
  std::string format;
  std::string hash;
  std::string note;  ///< quality line
  MentionId owner;   ///< the person the document is about; invalid when it has none
};

/// One place of one document. `text` is what stands there, with e-mail addresses and phone numbers masked;
/// empty for records of bibliographic sources, which `key` names.
struct Evidence {
  DocumentId document;
  SourceSpan span;
  StringId key;
  StringId text;
};

/// One place names one thing. Authors and editors of a paper follow its mention in printed order and point to it.
struct Mention {
  NodeKind kind = NodeKind::kPerson;
  std::uint16_t position = 0;  ///< authors: from 1; else 0
  StringId name;               ///< as printed (paper: title; unnamed owner: "owner of FILE")
  StringId family;             ///< only when the source separates the parts
  StringId given;
  MentionId paper;             ///< of an author or editor: the paper mention
  EvidenceId evidence;
  std::int16_t year = 0;       ///< paper: year, 0 unknown
};

/// An identifier printed for a mention. Sorted by mention.
struct MentionIdentifier {
  MentionId mention;
  StringId scheme;  ///< "doi", "orcid", …
  StringId value;
};

/// A typed link between two mentions. AUTHORED is not stored: it is Mention::paper. COAUTHOR is derived later.
struct Relation {
  EdgeKind kind = EdgeKind::kEmployedAt;
  MentionId source;
  MentionId target;
  std::int16_t start = 0;      ///< year, 0 unknown
  std::int16_t end = 0;        ///< year, 0 unknown
  bool present = false;        ///< still going on
  StringId role;               ///< role, degree level, advising level, service role, …
  StringId detail;             ///< field of study, thesis title, …
  MentionId institution;       ///< ADVISED, HOSTED: where
  EvidenceId evidence;
};

struct Corpus {
  StringPool strings;
  std::vector<Document> documents;
  std::vector<Evidence> evidence;
  std::vector<Mention> mentions;
  std::vector<MentionIdentifier> identifiers;
  std::vector<Relation> relations;
  std::vector<std::pair<MentionId, StringId>> paper_status;  ///< "Preprint", …; sorted by mention
  Diagnostics diagnostics;
};

/// Appends all that `record` says. Documents must be added in a fixed order (sorted by path) for equal output.
void add_document(Corpus& corpus, const DocumentRecord& record);

}  // namespace scholargraph
