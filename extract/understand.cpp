// SPDX-License-Identifier: Apache-2.0
// From a layout document to the records of a CV: the field parsers, in an order in which each can use what the
// earlier ones found.
#include "extract/cv/cv_text.h"
#include "extract/cv/entries_rows.h"
#include "extract/cv/fields.h"
#include "extract/cv/owner_profile.h"
#include "extract/extract.h"

namespace scholargraph {
namespace {

void find_fields(const CvText& text, CvRecord& cv) {
  find_papers(text, cv);
  const std::vector<RowList> lists = row_lists(text);
  find_education(text, lists, cv);
  find_employment(text, lists, cv);
  find_advising(text, cv);
  find_hosts(text, cv);
  find_service(text, cv);
  find_awards(text, cv);
  find_projects(text, cv);
}

}  // namespace

CvRecord understand_cv(const LayoutDocument& document, DocumentQuality& quality, Diagnostics& diagnostics) {
  CvRecord cv;
  CvText text = make_cv_text(document);
  if (text.lines.empty()) {
    quality.is_cv = false;
    return cv;
  }
  find_sections(text);
  find_owner(text, cv);
  if (is_profile_document(text)) {
    find_profile(text, cv);
    find_sources(text, cv);
    return cv;
  }
  find_fields(text, cv);
  quality.is_cv = looks_like_cv(text, cv);
  if (!quality.is_cv) {
    diagnostics.push_back({"", 0, 0, "no person's curriculum vitae was recognised",
                           "education and employment are read from CVs only", Severity::kNote});
    cv.owner.clear();
    cv.owner_ids.clear();
    cv.education.clear();
    cv.employment.clear();
    cv.advising.clear();
  }
  reconcile(text, cv);
  find_sources(text, cv);
  return cv;
}

}  // namespace scholargraph
