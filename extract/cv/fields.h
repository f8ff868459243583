// SPDX-License-Identifier: Apache-2.0
// The field parsers. Each looks at the sections that concern it and appends to the CvRecord; they run in the order
// given here and may read what earlier ones found (the owner's name, the author lists).
#pragma once

#include <vector>

#include "extract/cv/cv_text.h"
#include "model/record.h"

namespace scholargraph {

struct RowList;

/// Owner, variants, ids; empty owner when the document does not say.
void find_owner(const CvText& text, CvRecord& cv);
/// Appends papers of all publication lists; marks the author that is the owner.
void find_papers(const CvText& text, CvRecord& cv);
/// Degrees and positions, from the lists of row_lists(text).
void find_education(const CvText& text, const std::vector<RowList>& lists, CvRecord& cv);
void find_employment(const CvText& text, const std::vector<RowList>& lists, CvRecord& cv);
/// Advisors named in education and employment entries and anywhere else; advisees and mentees.
void find_advising(const CvText& text, CvRecord& cv);
void find_hosts(const CvText& text, CvRecord& cv);
void find_service(const CvText& text, CvRecord& cv);
void find_awards(const CvText& text, CvRecord& cv);
void find_projects(const CvText& text, CvRecord& cv);
/// Late corrections: the owner from bold selves and common authors, rows found twice, roles of persons.
void reconcile(const CvText& text, CvRecord& cv);

/// True when the document is a contributor profile with monthly summaries; then only `find_profile` runs.
bool is_contributor_profile(const CvText& text);
void find_profile(const CvText& text, CvRecord& cv);

/// Two headings or more of a course ("Grading", "Required texts") or of a manual ("Installation").
bool reads_like_manual_or_course(const CvText& text);

/// False for pages that are no person's CV (a syllabus, a README, a list of lab members).
bool looks_like_cv(const CvText& text, const CvRecord& cv);

}  // namespace scholargraph
