# SPDX-License-Identifier: Apache-2.0
"""who_is_who_test.py PROGRAM FOLDER: what the graph of an invented group must say of its people. The samples hold
homonyms, initials, an unnamed owner and three generations of advisors."""
import pathlib
import sqlite3
import subprocess
import sys
import tempfile


def people(graph, label):
    return [row[0] for row in graph.execute("SELECT id FROM people WHERE label = ? ORDER BY id", (label,))]


def advised(graph):
    return set(graph.execute("SELECT source_label, target_label FROM edges WHERE kind = 'ADVISED'"))


def check_generations(graph):
    links = advised(graph)
    chain = ["Edith Harcourt-Vance", "Tobias Lindqvaller", "Ingrid Sørholt", "Marek Havlíček", "Solveig Aanerud"]
    for advisor, advisee in zip(chain, chain[1:]):
        assert (advisor, advisee) in links, (advisor, advisee)


def check_homonyms(graph):
    """The roboticist and the chemist stay two; every paper of a Wei Li belongs to one of them."""
    both = people(graph, "Wei Li")
    assert len(both) == 2, both
    papers = [{row[0] for row in graph.execute("SELECT target_label FROM edges WHERE kind = 'AUTHORED' AND source = ?",
                                               (person,))} for person in both]
    assert not papers[0] & papers[1], papers
    assert sorted(map(len, papers)) == [2, 3], papers


def check_unnamed_owner(graph):
    """The document without a name is that of the one author common to its papers."""
    (document,) = graph.execute("SELECT cv FROM people WHERE label = 'Rurik Dahlqvist'").fetchone()
    assert '11_unnamed.md' in document, document


def check_author_lists(graph):
    """No two authors of one printed list are one person."""
    repeated = graph.execute(
        "SELECT count(*) FROM (SELECT 1 FROM mention m WHERE m.position > 0 AND m.kind = 0 "
        "GROUP BY m.paper, m.node HAVING count(*) > 1)").fetchone()[0]
    assert repeated == 0, repeated


def check_contact_data(path):
    content = path.read_bytes()
    for secret in (b"ingrid.sorholt@", b"0100 4401", b"amara@", b"z.brzozka@"):
        assert secret not in content, secret


def main(program, samples):
    with tempfile.TemporaryDirectory() as name:
        path = pathlib.Path(name) / "graph.db"
        subprocess.run([program, "build", "-q", samples, "-o", path], check=True)
        graph = sqlite3.connect(path)
        for check in (check_generations, check_homonyms, check_unnamed_owner, check_author_lists):
            check(graph)
        graph.close()
        check_contact_data(path)


main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve())
