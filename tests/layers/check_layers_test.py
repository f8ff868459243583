# SPDX-License-Identifier: Apache-2.0
"""The rules of check_layers.py find what they must and let pass what they may."""
import unittest

import check_layers as rules


def messages(path, line):
    return list(rules.source_errors(path, line + "\n"))


class LayersTest(unittest.TestCase):
    def test_includes(self):
        for path, line, expected in [
            ("base/a.cpp", '#include "model/record.h"', "base/a.cpp:1: base/ must not include model/record.h"),
            ("extract/a.cpp", '#include "graph/schema.h"', "extract/a.cpp:1: extract/ must not include graph/schema.h"),
            ("store/a.cpp", '#include "export/exporter.h"', "store/a.cpp:1: store/ must not include export/exporter.h"),
            ("graph/a.h", "#include <boost/graph/adjacency_list.hpp>",
             "graph/a.h:1: boost/graph/adjacency_list.hpp is not for this file"),
            ("store/store.h", "#include <sqlite3.h>", "store/store.h:1: sqlite3.h is not for this file"),
            ("model/a.cpp", "#include <CLI/CLI.hpp>", "model/a.cpp:1: CLI/CLI.hpp is not for this file"),
            ("tests/unit/a.cpp", "# include <regex>",
             "tests/unit/a.cpp:1: <regex> is slow and overflows the stack; write a scanner"),
            ("cli/a.cpp", '#include "console.h"', "cli/a.cpp:1: include console.h by its path from the top"),
        ]:
            self.assertEqual(messages(path, line), [expected])

    def test_allowed(self):
        for path, line in [
            ("cli/a.cpp", '#include "store/store.h"'),
            ("store/a.cpp", "#include <sqlite3.h>"),
            ("graph/a.cpp", "#include <boost/graph/adjacency_list.hpp>"),
            ("extract/a.cpp", '#include "model/record.h"'),
            ("base/a.cpp", "// #include <regex>"),
        ]:
            self.assertEqual(messages(path, line), [])

    def test_length(self):
        self.assertEqual(list(rules.source_errors("base/a.cpp", "\n" * 600)), [])
        self.assertEqual(list(rules.source_errors("base/a.cpp", "\n" * 601)),
                         ["base/a.cpp: 601 lines; at most 600, split it"])

    def test_spdx(self):
        self.assertEqual(list(rules.spdx_errors("a.cpp", "// SPDX-License-Identifier: Apache-2.0\n")), [])
        self.assertEqual(list(rules.spdx_errors("a", "#!/bin/sh\n# SPDX-License-Identifier: Apache-2.0\n")), [])
        self.assertEqual(len(list(rules.spdx_errors("a.cpp", "#pragma once\n"))), 1)

    def test_classes(self):
        headers = [("a/a.h", "class Hand;\nclass Hand final : public Limb {\n};\nstruct Hand::Inner {\n"),
                   ("b/b.h", "class Limb;\nstruct Limb {\nenum class Foot : int {\n"),
                   ("c/c.h", "struct Hand::Inner {\n  class Limb {\nenum class Foot {\n")]
        self.assertEqual(list(rules.class_errors(headers)),
                         ["c/c.h: Foot is also the name of a class in b/b.h; rename one"])
        self.assertEqual(list(rules.class_errors(headers[:2] + [("d/d.h", "class Hand {\n")])),
                         ["d/d.h: Hand is also the name of a class in a/a.h; rename one"])

    def test_registry_names(self):
        self.assertEqual(rules.registered("// X(a)\nSCHOLARGRAPH_EXPORTER(Neo4jCsv)\n", r"SCHOLARGRAPH_\w+"), ["Neo4jCsv"])
        self.assertEqual(rules.snake("kNeo4jCsvExporter"), "neo4j_csv")
        self.assertEqual(rules.snake("kPlainTextFormat"), "plain_text")


if __name__ == "__main__":
    unittest.main()
