# SPDX-License-Identifier: Apache-2.0
# Shared by the scripts of this folder, which source it from the top of the project. Sets `root`; POSIX sh.
root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)

say() { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "$(basename -- "$0")" "$*" >&2; exit 1; }

# run_quietly COMMAND…: shows the output only when the command fails.
run_quietly() {
  log=$(mktemp)
  if "$@" >"$log" 2>&1 </dev/null; then
    rm -f "$log"
  else
    status=$?
    cat "$log" >&2
    rm -f "$log"
    fail "'$*' ended with status $status"
  fi
}

# configure FOLDER [CMAKE_OPTION…]: once; later calls only let ninja find out what changed.
configure() {
  folder=$1
  shift
  [ -f "$folder/build.ninja" ] || run_quietly cmake -S "$root" -B "$folder" -G Ninja "$@"
}
