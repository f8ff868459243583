// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"
#include "export/exporter.h"

namespace scholargraph {

#define SCHOLARGRAPH_EXPORTER(name) extern const Exporter k##name##Exporter;
#include "export/exporters.def"
#undef SCHOLARGRAPH_EXPORTER

const std::vector<const Exporter*>& exporters() {
  static const std::vector<const Exporter*> table = {
#define SCHOLARGRAPH_EXPORTER(name) &k##name##Exporter,
#include "export/exporters.def"
#undef SCHOLARGRAPH_EXPORTER
  };
  return table;
}

const Exporter* find_exporter(std::string_view name) {
  for (const Exporter* exporter : exporters())
    if (exporter->name == name) return exporter;
  return nullptr;
}

ExportReport run_export(const Exporter& exporter, const ExportInput& input, const ExportOptions& options) {
  if (exporter.folder && options.output == "-")
    throw Error(ExitCode::kUsage, std::string(exporter.name) + " is a folder of files and cannot go to standard output",
                "name a folder with -o");
  return exporter.run(input, options);
}

}  // namespace scholargraph
