#!/usr/bin/env bash
# Times a whole full_review: a cold process on a repository it has never seen, then on the same code.
# Usage: full-review.sh REPOSITORY [ROUNDS]
set -euo pipefail
repository=$1
rounds=${2:-5}
launcher=$(cd "$(dirname "${BASH_SOURCE[0]}")/../bin" && pwd)/kirolinter
"$launcher" --version

run() { # LABEL: one run in $KIROLINTER_HOME, on the copy in $copy
  local start end
  start=$(date +%s%N)
  "$launcher" agent workflow --repo "$copy" --template full_review --quiet --format json >"$out"
  end=$(date +%s%N)
  python3 - "$1" "$(((end - start) / 1000000))" "$out" <<'PY'
import json, sys
label, wall, run = sys.argv[1], sys.argv[2], json.load(open(sys.argv[3]))
steps = ", ".join(f"{s['name']} {s['millis']}" for s in run["steps"])
print(f"{label}: {wall} ms wall ({steps}); {run['status']}, "
      f"{run['findings']} findings, {run['fixes']['applied']} fixed")
PY
}

for round in $(seq "$rounds"); do
  work=$(mktemp -d)
  export KIROLINTER_HOME=$work/home
  copy=$work/copy
  out=$work/out.json
  git clone -q "$repository" "$copy"
  run "round $round, first run "
  run "round $round, second run"
  rm -rf "$work"
done
