// SPDX-License-Identifier: Apache-2.0
#include "extract/read/docx_xml.h"

#include <expat.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace scholargraph {
namespace {

constexpr int kMaxDepth = 400;
/// expat takes lengths as int.
constexpr std::size_t kChunk = std::size_t{1} << 24;

struct Feed {
  DocxXmlHandler* handler = nullptr;
  XML_Parser parser = nullptr;
  int depth = 0;
  const char* refused = nullptr;

  void refuse(const char* why) {
    refused = why;
    XML_StopParser(parser, XML_FALSE);
  }
};

std::string_view local_name(const char* name) {
  const std::string_view whole(name);
  const std::size_t bar = whole.rfind('|');
  return bar == std::string_view::npos ? whole : whole.substr(bar + 1);
}

void on_start(void* data, const char* name, const char** attributes) {
  Feed& feed = *static_cast<Feed*>(data);
  if (++feed.depth > kMaxDepth) return feed.refuse("elements are nested more than 400 deep");
  XmlAttributes list;
  for (; *attributes != nullptr; attributes += 2) list.add(local_name(attributes[0]), attributes[1]);
  feed.handler->start(local_name(name), list);
}

void on_end(void* data, const char* name) {
  Feed& feed = *static_cast<Feed*>(data);
  --feed.depth;
  feed.handler->end(local_name(name));
}

void on_text(void* data, const char* text, int length) {
  static_cast<Feed*>(data)->handler->text({text, static_cast<std::size_t>(length)});
}

void on_doctype(void* data, const char*, const char*, const char*, int) {
  static_cast<Feed*>(data)->refuse("it has a document type declaration");
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
  for (const auto& [key, value] : all_) {
    if (key == name) return value;
  }
  return {};
}

bool XmlAttributes::has(std::string_view name) const {
  return std::any_of(all_.begin(), all_.end(), [&](const auto& pair) { return pair.first == name; });
}

int XmlAttributes::number(std::string_view name, int otherwise) const {
  const std::string_view text = get(name);
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool XmlAttributes::on() const {
  const std::string_view value = get("val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

std::string parse_office_xml(std::string_view xml, DocxXmlHandler& handler) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreateNS(nullptr, '|'), XML_ParserFree);
  Feed feed{&handler, parser.get(), 0, nullptr};
  XML_SetUserData(parser.get(), &feed);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  XML_Status status = XML_STATUS_OK;
  do {
    const std::string_view chunk = xml.substr(0, kChunk);
    xml.remove_prefix(chunk.size());
    status = XML_Parse(parser.get(), chunk.data(), static_cast<int>(chunk.size()), xml.empty() ? 1 : 0);
  } while (status == XML_STATUS_OK && !xml.empty());
  if (feed.refused != nullptr) return feed.refused;
  if (status == XML_STATUS_OK) return {};
  return "line " + std::to_string(XML_GetCurrentLineNumber(parser.get())) + ": " + XML_ErrorString(XML_GetErrorCode(parser.get()));
}

}  // namespace scholargraph
