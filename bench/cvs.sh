#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# bench/cvs.sh [COUNT]: builds a graph of COUNT (10,000) text CVs, the reference documents repeated under changed
# names, in a temporary folder, and prints time and memory. The documents lie in $SCHOLARGRAPH_CVS or ../shared/data/cv.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
count=${1:-10000}
reference=${SCHOLARGRAPH_CVS:-$root/../shared/data/cv}/reference
program=${SCHOLARGRAPH:-$root/build/cli/scholargraph}
if [ ! -d "$reference" ]; then
  echo "cvs: skipped: no corpus at $reference (set SCHOLARGRAPH_CVS)"
  exit 0
fi
[ -x "$program" ] || { echo "cvs: build the program first (scripts/demo), or set SCHOLARGRAPH" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$root/bench/make_cvs.py" "$reference" "$work/cvs" "$count"
echo "documents: $count, $(du -sm --apparent-size "$work/cvs" | cut -f1) MB"
status=0
if [ -x /usr/bin/time ]; then
  /usr/bin/time -v -o "$work/time" "$program" build "$work/cvs" -o "$work/graph.db" || status=$?
  sed -n 's/^\t\(Elapsed.*\|User time.*\|System time.*\|Maximum resident.*\)/\1/p' "$work/time"
else
  time "$program" build "$work/cvs" -o "$work/graph.db" || status=$?
fi
echo "graph: $(du -sm --apparent-size "$work/graph.db" | cut -f1) MB, exit status $status"
exit "$status"
