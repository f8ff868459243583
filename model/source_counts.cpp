// SPDX-License-Identifier: Apache-2.0
#include "model/source_counts.h"

namespace scholargraph {

SourceCounts& SourceCounts::operator+=(const SourceCounts& other) {
  papers += other.papers;
  volumes += other.volumes;
  authors += other.authors;
  editors += other.editors;
  people += other.people;
  institutions += other.institutions;
  venues += other.venues;
  others += other.others;
  skipped += other.skipped;
  return *this;
}

}  // namespace scholargraph
