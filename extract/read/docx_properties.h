// SPDX-License-Identifier: Apache-2.0
// The property elements that styles and the text itself share.
#pragma once

#include <string_view>

#include "extract/read/docx_styles.h"
#include "extract/read/docx_xml.h"

namespace scholargraph {

/// Takes up <b>, <i>, <u>, <strike>, <dstrike>, <vanish>, <sz>, <rStyle>; false for any other element.
bool read_run_property(std::string_view name, const XmlAttributes& attributes, RunProperties& properties);
/// Takes up <pStyle>, <numId>, <ilvl>, <outlineLvl>, <ind>, <spacing>; false for any other element.
bool read_paragraph_property(std::string_view name, const XmlAttributes& attributes, ParagraphProperties& properties);

}  // namespace scholargraph
