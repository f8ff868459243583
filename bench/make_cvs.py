# SPDX-License-Identifier: Apache-2.0
"""make_cvs.py REFERENCE OUT COUNT: COUNT text documents in OUT, the ones of REFERENCE in turn, each with its own people.

Every word of a name that the label file lists (owner, authors, advisors) gets an ending that depends on the copy, so that
the copies name other people. The result depends on the arguments only.
"""
import json
import pathlib
import re
import sys

SYLLABLES = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "da", "fe", "gi", "ho", "ju", "pa"]


def name_words(label):
    people = [label.get("owner") or ""]
    people += [author for paper in label.get("papers", []) for author in paper.get("authors", [])]
    people += label.get("advisors", []) + label.get("advisees", [])
    people += [person for row in label.get("education", []) for person in row.get("advisors", [])]
    words = {word for person in people for word in re.findall(r"[^\W\d_]{3,}", person) if word[0].isupper()}
    return sorted(words, key=len, reverse=True)


def suffix(number):
    text = ""
    while True:
        text += SYLLABLES[number % len(SYLLABLES)]
        number //= len(SYLLABLES)
        if number == 0:
            return text


def main():
    reference, out, count = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
    originals = []
    for label_file in sorted(reference.glob("*.gold.json")):
        stem = label_file.name[: -len(".gold.json")]
        document = next(f for f in sorted(reference.glob(stem + ".*")) if f != label_file)
        words = name_words(json.loads(label_file.read_text(encoding="utf-8")))
        pattern = re.compile(r"\b(" + "|".join(map(re.escape, words)) + r")\b")
        originals.append((document.suffix, document.read_text(encoding="utf-8", errors="replace"), pattern))
    for i in range(count):
        suffix_text, text, pattern = originals[i % len(originals)]
        folder = out / f"{i // 1000:03d}"
        folder.mkdir(parents=True, exist_ok=True)
        ending = suffix(i // len(originals))
        changed = pattern.sub(lambda match: match.group(1) + ending, text)
        (folder / f"{i:06d}{suffix_text}").write_text(changed, encoding="utf-8")


main()
