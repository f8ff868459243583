// SPDX-License-Identifier: Apache-2.0
// Rows of what was read: "INSTITUTION | DEGREE or ROLE | START-END | LINES".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.h"

namespace scholargraph {

inline std::string years(const Period& period) {
  std::string out = period.start ? std::to_string(*period.start) : "";
  out += "-";
  out += period.present ? "present" : period.end ? std::to_string(*period.end) : "";
  return out;
}

inline std::string lines(const SourceSpan& span) { return std::to_string(span.first_line) + "-" + std::to_string(span.last_line); }

inline std::vector<std::string> degrees(const CvRecord& cv) {
  std::vector<std::string> rows;
  for (const EducationRecord& r : cv.education) {
    rows.push_back(r.institution + " | " + std::string(to_string(r.degree)) + " | " + years(r.period) + " | " + lines(r.span));
  }
  return rows;
}

inline std::vector<std::string> positions(const CvRecord& cv) {
  std::vector<std::string> rows;
  for (const EmploymentRecord& r : cv.employment) {
    rows.push_back(r.institution + " | " + r.role + " | " + std::string(to_string(r.kind)) + " | " + years(r.period) + " | " + lines(r.span));
  }
  return rows;
}

inline CvRecord read(std::string_view text) { return extract_document({"cv.md", text}).cv; }

using Rows = std::vector<std::string>;

}  // namespace scholargraph
