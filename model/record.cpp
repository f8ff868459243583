// SPDX-License-Identifier: Apache-2.0
#include "model/record.h"

namespace scholargraph {

std::string_view to_string(DegreeLevel level) {
  switch (level) {
    case DegreeLevel::kPhd: return "PhD";
    case DegreeLevel::kMasters: return "Masters";
    case DegreeLevel::kBachelors: return "Bachelors";
    case DegreeLevel::kOther: return "Other";
  }
  return "Other";
}

std::string_view to_string(EmploymentKind kind) {
  switch (kind) {
    case EmploymentKind::kJob: return "job";
    case EmploymentKind::kInternship: return "internship";
    case EmploymentKind::kVisit: return "visit";
    case EmploymentKind::kExchange: return "exchange";
    case EmploymentKind::kContribution: return "contribution";
  }
  return "job";
}

std::string_view to_string(AdvisingLevel level) {
  switch (level) {
    case AdvisingLevel::kPhd: return "PhD";
    case AdvisingLevel::kMasters: return "Masters";
    case AdvisingLevel::kBachelors: return "Bachelors";
    case AdvisingLevel::kPostdoc: return "postdoc";
    case AdvisingLevel::kInternship: return "internship";
    case AdvisingLevel::kUnknown: return "";
  }
  return "";
}

}  // namespace scholargraph
