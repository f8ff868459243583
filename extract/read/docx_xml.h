// SPDX-License-Identifier: Apache-2.0
// The XML of Office documents, event by event.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace scholargraph {

/// Attributes by local name ("val" for w:val).
class XmlAttributes {
 public:
  void add(std::string_view name, std::string_view value) { all_.emplace_back(name, value); }
  /// The value, or nothing.
  [[nodiscard]] std::string_view get(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] int number(std::string_view name, int otherwise = 0) const;
  /// An on/off property element: present without a value means on.
  [[nodiscard]] bool on() const;

 private:
  std::vector<std::pair<std::string_view, std::string_view>> all_;
};

class DocxXmlHandler {
 public:
  virtual ~DocxXmlHandler() = default;
  virtual void start(std::string_view local_name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view local_name) = 0;
  virtual void text(std::string_view utf8) = 0;
};

/// Feeds `xml` to `handler`. Returns an empty string, or what ended it: XML that is not well-formed, a document
/// type declaration (Office documents have none; entity bombs do), elements nested deeper than 400.
std::string parse_office_xml(std::string_view xml, DocxXmlHandler& handler);

}  // namespace scholargraph
