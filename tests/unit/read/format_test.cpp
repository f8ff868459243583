// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "catch.h"
#include "extract/format.h"

using namespace scholargraph;
using namespace std::string_literals;

namespace {

/// The name of the format, or the diagnostics.
std::string detected(const std::string& path, const std::string& bytes) {
  Diagnostics diagnostics;
  if (const auto* format = detect_format({path, bytes}, diagnostics)) return std::string(format->name);
  std::string out;
  for (const auto& diagnostic : diagnostics) out += to_string(diagnostic);
  return out;
}

}  // namespace

TEST_CASE("detection: what is no document is refused with its reason") {
  CHECK(detected("a.txt", "").find("expected a document, found an empty file") != std::string::npos);
  CHECK(detected("a.txt", " \n\n").find("found nothing but blanks") != std::string::npos);
  CHECK(detected("a.txt", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s).find("found a PNG image (readable formats: ") !=
        std::string::npos);
  CHECK(detected("a.md", std::string(200, '\x01')).find("found binary data of an unknown kind") != std::string::npos);
}

TEST_CASE("detection: data that is text is no document") {
  const std::string json = "expected a document, found JSON of no known source ('scholargraph formats' lists what can be read)";
  const std::string xml = "expected a document, found XML of no known source ('scholargraph formats' lists what can be read)";
  CHECK(detected("a.json", " {\n \"owner\": null}").find(json) != std::string::npos);
  CHECK(detected("a.json", "[{\"a\": 1}]").find(json) != std::string::npos);
  CHECK(detected("a.xml", "<?xml version=\"1.0\"?>\n<settings/>").find(xml) != std::string::npos);
  CHECK(detected("a.md", "[[redacted]](#) Jane Roe\n") == "markdown");
  CHECK(detected("a.txt", "[1] J. Roe, On tides, 2001.\n") == "text");
  CHECK(detected("a.html", "<?xml version=\"1.0\"?><html xmlns=\"x\"><body>Jane</body></html>") == "html");
}

TEST_CASE("detection: plain text") {
  CHECK(detected("cv.txt", "Ada Vold\nReader in Ice Physics\n") == "text");
  CHECK(detected("cv", "Ada Vold\nReader in Ice Physics\n") == "text");
}
