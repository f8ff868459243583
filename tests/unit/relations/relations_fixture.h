// SPDX-License-Identifier: Apache-2.0
// A CV written in Markdown or plain text inside a test, read as far as its sections.
#pragma once

#include <memory>
#include <string>

#include "extract/cv/cv_text.h"
#include "extract/cv/fields.h"
#include "extract/read/readers.h"

namespace scholargraph {

struct CvFixture {
  explicit CvFixture(std::string source, const DocumentFormat& format = kMarkdownFormat) : bytes(std::move(source)) {
    Diagnostics diagnostics;
    layout = format.read(InputFile{"cv", bytes}, diagnostics);
    text = make_cv_text(layout);
    find_sections(text);
  }
  CvFixture(const CvFixture&) = delete;
  CvFixture& operator=(const CvFixture&) = delete;

  std::string bytes;
  LayoutDocument layout;
  CvText text;
  CvRecord cv;
};

}  // namespace scholargraph
