#!/usr/bin/env bash
# How long 'agent analytics' takes over many stored runs: inside one process, and as whole processes.
# Usage: analytics.sh [RUNS] [MEMORY ...]   with each MEMORY as --memory takes it: embedded, redis://HOST:PORT
# Needs a built checkout (kirolinter-cli/bin/kirolinter --version builds it). Fills the store first, in a folder or a
# database of its own: a Redis that is named must be empty.
set -euo pipefail
runs=${1:-100000}
memories=("${@:2}")
[ ${#memories[@]} -gt 0 ] || memories=(embedded)
source "$(dirname "${BASH_SOURCE[0]}")/compile.sh"
compile StoredRuns
git init -q "$work/repository"
git -C "$work/repository" -c user.name=a -c user.email=a@example.org commit -q --allow-empty -m empty
export KIROLINTER_HOME=$work/home

whole() { # MEMORY [OPTION ...]: a whole process
  local start=$(date +%s%N)
  "$launcher" agent analytics --repo "$work/repository" --workflows --since 400d --memory "$@" >"$work/out"
  echo "a whole process$([ $# -gt 1 ] && echo " with ${*:2}"): $((($(date +%s%N) - start) / 1000000)) ms"
}

for memory in "${memories[@]}"; do
  echo "== ${memory%%:*}"
  if [ "$memory" = embedded ]; then
    "$java" -cp "$classes" StoredRuns fill "$memory" "$work/repository" $((runs / 50))
    "$java" -cp "$classes" StoredRuns multiply "$memory" "$work/repository" 50
  else
    "$java" -cp "$classes" StoredRuns fill "$memory" "$work/repository" "$runs"
  fi
  "$java" -cp "$classes" StoredRuns read "$memory" "$work/repository" 5
  for _ in 1 2 3 4 5; do whole "$memory"; done
  head -3 "$work/out"
done
