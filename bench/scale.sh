# SPDX-License-Identifier: Apache-2.0
# bench/scale.sh [PAPERS]: builds a graph of a made DBLP-like dump of PAPERS (700,000; the bar is for 7,000,000: at
# most 180 s and 6 GB on 2 idle cores) in a temporary folder and prints time and memory.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
papers=${1:-700000}
program=${SCHOLARGRAPH:-$root/build/cli/scholargraph}
generator=${DBLP_LIKE:-$root/build/bench/dblp_like}
[ -x "$program" ] || { echo "scale: build the program first (scripts/demo), or set SCHOLARGRAPH" >&2; exit 1; }
[ -x "$generator" ] || cmake --build "$root/build" --target dblp_like >/dev/null

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$generator" "$papers" >"$work/dblp.xml"
echo "dump: $(du -sm --apparent-size "$work/dblp.xml" | cut -f1) MB"
status=0
if [ -x /usr/bin/time ]; then
  /usr/bin/time -v -o "$work/time" "$program" build "$work/dblp.xml" -o "$work/graph.db" || status=$?
  sed -n 's/^\t\(Elapsed.*\|User time.*\|System time.*\|Maximum resident.*\)/\1/p' "$work/time"
else
  time "$program" build "$work/dblp.xml" -o "$work/graph.db" || status=$?
fi
echo "graph: $(du -sm --apparent-size "$work/graph.db" | cut -f1) MB, exit status $status"
exit "$status"
