#!/usr/bin/env bash
# Kills a full_review with SIGKILL at random moments and lets `agent resume` end it each time. Checks that the
# branch has the commits of an undisturbed run, and each once. Usage: kill.sh REPOSITORY [KILLS] [SEED]
set -euo pipefail
repository=$1
kills=${2:-20}
RANDOM=${3:-1}
launcher=$(cd "$(dirname "${BASH_SOURCE[0]}")/../bin" && pwd)/kirolinter
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

commits() { # of the only kirolinter branch of a repository
  git -C "$1" for-each-ref --format='%(refname)' 'refs/heads/kirolinter/*' | while read -r ref; do
    git -C "$1" log --format='%s %T' "$(git -C "$1" merge-base HEAD "$ref")..$ref"
  done
}

export KIROLINTER_HOME=$work/home-reference
git clone -q "$repository" "$work/reference"
start=$(date +%s%N)
"$launcher" agent workflow --repo "$work/reference" --template full_review --quiet >/dev/null
length=$((($(date +%s%N) - start) / 1000000))
expected=$(commits "$work/reference")
echo "undisturbed: $length ms, $(wc -l <<<"$expected") commits"

for kill in $(seq "$kills"); do
  export KIROLINTER_HOME=$work/home-$kill
  copy=$work/copy-$kill
  git clone -q "$repository" "$copy"
  moment=$((RANDOM % length))
  "$launcher" agent workflow --repo "$copy" --template full_review --quiet >/dev/null 2>&1 &
  process=$!
  sleep "$(printf '%d.%03d' $((moment / 1000)) $((moment % 1000)))"
  kill -9 "$process" 2>/dev/null || true
  wait "$process" 2>/dev/null || true
  run=$("$launcher" agent runs --format json | python3 -c \
    'import json,sys; runs = json.load(sys.stdin); print(runs[0]["runId"] if runs else "")')
  if [ -n "$run" ]; then
    status=$("$launcher" agent resume "$run" --quiet --format json | python3 -c \
      'import json,sys; print(json.load(sys.stdin)["status"])')
  else
    status=$("$launcher" agent workflow --repo "$copy" --template full_review --quiet --format json |
      python3 -c 'import json,sys; print(json.load(sys.stdin)["status"])')
  fi
  [ "$status" = succeeded ] || { echo "kill $kill after $moment ms: $status"; exit 1; }
  [ "$(commits "$copy")" = "$expected" ] || { echo "kill $kill after $moment ms: other commits"; exit 1; }
  [ -z "$(git -C "$copy" status --porcelain)" ] || { echo "kill $kill: checkout touched"; exit 1; }
  echo "kill $kill after $moment ms: run ${run:-not begun}, then succeeded with the same commits"
  rm -rf "$copy" "$KIROLINTER_HOME"
done
