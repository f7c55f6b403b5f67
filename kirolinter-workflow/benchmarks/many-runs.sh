#!/usr/bin/env bash
# Runs of 5 trivial steps through the coordinator, 1, 8 and 64 at a time: how many a second, how long steps wait for
# each other, and whether memory grows. From a built checkout:
# many-runs.sh [RUNS] [FOLDER ON THE DISK THAT IS MEASURED] [STORE ...]
# Stores: embedded, redis-always and redis-everysec, by the server's appendfsync. All of them without any named.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/compile.sh"
runs=${1:-10000}
folder=${2:-/tmp}
stores=("${@:3}")
[ ${#stores[@]} -gt 0 ] || stores=(embedded redis-always redis-everysec)
compile
for store in "${stores[@]}"; do
  for concurrent in 1 8 64; do
    measure ManyRuns "$store" "$runs" "$folder" "$concurrent" own
  done
  measure ManyRuns "$store" "$runs" "$folder" 64 shared
done
