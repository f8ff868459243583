# SPDX-License-Identifier: Apache-2.0
"""interrupt_test.py PROGRAM: Ctrl-C while a build waits for input ends it with status 130 and leaves nothing behind."""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile


def catches_interrupt(pid):
    """True once the program has installed its handler; the signal would kill it before."""
    status = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    caught = next(line for line in status.splitlines() if line.startswith("SigCgt:"))
    return int(caught.split()[1], 16) >> (signal.SIGINT - 1) & 1


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        with subprocess.Popen([program, "build", "-", "-o", "graph.db"], cwd=folder, stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            while not catches_interrupt(process.pid):
                os.sched_yield()
            process.send_signal(signal.SIGINT)
            # The input stays open: only the signal can end the program.
            process.wait(timeout=60)
            out, err = process.stdout.read(), process.stderr.read()
        left = os.listdir(folder)
    assert process.returncode == 130, process.returncode
    assert (out, err) == (b"", b"scholargraph: error: interrupted\n"), (out, err)
    assert left == [], left


main(pathlib.Path(sys.argv[1]).resolve())
