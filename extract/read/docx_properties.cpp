// SPDX-License-Identifier: Apache-2.0
#include "extract/read/docx_properties.h"

namespace scholargraph {
namespace {

constexpr float kTwip = 1.0f / 20;

void read_length(const XmlAttributes& attributes, std::string_view name, float factor, std::optional<float>& length) {
  if (attributes.has(name)) length = static_cast<float>(attributes.number(name)) * factor;
}

}  // namespace

bool read_run_property(std::string_view name, const XmlAttributes& attributes, RunProperties& properties) {
  if (name == "b") properties.bold = attributes.on();
  else if (name == "i") properties.italic = attributes.on();
  else if (name == "u") properties.underline = attributes.on();
  else if (name == "strike" || name == "dstrike") properties.strike = attributes.on();
  else if (name == "vanish") properties.hidden = attributes.on();
  else if (name == "sz") properties.size = static_cast<float>(attributes.number("val")) / 2;
  else if (name == "rStyle") properties.style = std::string(attributes.get("val"));
  else return false;
  return true;
}

bool read_paragraph_property(std::string_view name, const XmlAttributes& attributes, ParagraphProperties& properties) {
  if (name == "pStyle") properties.style = std::string(attributes.get("val"));
  else if (name == "numId") properties.list = attributes.number("val");
  else if (name == "ilvl") properties.list_level = attributes.number("val");
  else if (name == "outlineLvl") properties.outline = attributes.number("val", 9);
  else if (name == "ind") {
    read_length(attributes, "left", kTwip, properties.left);
    read_length(attributes, "start", kTwip, properties.left);
    read_length(attributes, "firstLine", kTwip, properties.first);
    read_length(attributes, "hanging", -kTwip, properties.first);
  } else if (name == "spacing") {
    read_length(attributes, "before", kTwip, properties.before);
    read_length(attributes, "after", kTwip, properties.after);
  } else {
    return false;
  }
  return true;
}

}  // namespace scholargraph
