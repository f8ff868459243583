# SPDX-License-Identifier: Apache-2.0
"""run_case.py PROGRAM CASE [--update]: replays a transcript and compares every byte.

A case is a text file. Lines that begin with "$ " are shell commands; what follows each is its expected outcome:
standard output as it is, standard error with "! " before each line, and "[N]" for an exit code other than 0.
Lines that begin with "#" before the first command, and blank lines before a command, are comments. In expected
lines "..." stands for any text within the line. "[signal N]" stands for a death by signal.

Commands run with sh in a fresh folder that holds a copy of documents/, with the program on PATH as `scholargraph`.
With --update the case is written anew with what really came out.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


class Step:
    def __init__(self, command):
        self.command = command
        self.expected = []


def parse(text):
    head, steps = [], []
    for line in text.split("\n")[:-1]:
        if line.startswith("$ "):
            steps.append(Step(line[2:]))
        elif steps:
            steps[-1].expected.append(line)
        else:
            head.append(line)
    for step in steps:
        while step.expected and not step.expected[-1]:
            step.expected.pop()
    return head, steps


def environment(program, folder):
    kept = {key: os.environ[key] for key in ("LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS") if key in os.environ}
    bin_folder = folder / ".bin"
    bin_folder.mkdir()
    (bin_folder / "scholargraph").symlink_to(program)
    path = f"{bin_folder}:{os.environ.get('PATH', '/usr/bin:/bin')}"
    return {**kept, "PATH": path, "HOME": str(folder), "LC_ALL": "C.UTF-8", "TERM": "xterm"}


def run(command, folder, env):
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=100, check=False)
    out = done.stdout.decode("utf-8", "backslashreplace")
    err = done.stderr.decode("utf-8", "backslashreplace")
    lines = out.split("\n")
    lines = lines[:-1] if lines[-1] == "" else lines[:-1] + [lines[-1] + "\\no line end"]
    lines += ["! " + line for line in err.split("\n")[:-1]] if err else []
    if done.returncode < 0:
        lines.append(f"[signal {-done.returncode}]")
    elif done.returncode > 0:
        lines.append(f"[{done.returncode}]")
    return lines


def matches(expected, line):
    if "..." not in expected:
        return expected == line
    pattern = ".*".join(re.escape(part) for part in expected.split("..."))
    return re.fullmatch(pattern, line) is not None


def same(expected, lines):
    return len(expected) == len(lines) and all(matches(e, l) for e, l in zip(expected, lines))


def main(program, case, update):
    head, steps = parse(case.read_text(encoding="utf-8"))
    assert steps, f"{case}: no command"
    failures = 0
    with tempfile.TemporaryDirectory(prefix="scholargraph cli ") as name:
        folder = pathlib.Path(name)
        env = environment(program, folder)
        shutil.copytree(pathlib.Path(__file__).parent / "documents", folder / "documents")
        for step in steps:
            lines = run(step.command, folder, env)
            if same(step.expected, lines):
                continue
            failures += 1
            if not update:
                print(f"$ {step.command}\n--- expected")
                print("\n".join(step.expected))
                print("--- came out")
                print("\n".join(lines))
            step.expected = lines
    if update:
        blocks = ["\n".join([f"$ {step.command}"] + step.expected) for step in steps]
        case.write_text("\n".join(head + ["\n\n".join(blocks)]) + "\n", encoding="utf-8")
    elif failures:
        print(f"{case.name}: {failures} of {len(steps)} commands differ")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]), "--update" in sys.argv[3:]))
