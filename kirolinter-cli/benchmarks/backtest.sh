#!/usr/bin/env bash
# The tables of docs/prediction.md: how well the predictor foretells the past of real repositories.
# Usage: backtest.sh CLONE ... [-- CLONE ...]   clones with their whole history; each of the first is judged by a model that
# was fitted on the others, those behind '--' by a model of all the first.
# Needs a built checkout (kirolinter-cli/bin/kirolinter --version builds it). The clones are only read.
set -euo pipefail
[ $# -gt 1 ] || { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }
source "$(dirname "${BASH_SOURCE[0]}")/compile.sh"
compile BacktestTables
export KIROLINTER_HOME=$work/home
names=()
for clone in "$@"; do
  if [ "$clone" = -- ]; then
    names+=(--)
    continue
  fi
  name=$(basename "$clone" .git)
  start=$(date +%s%N)
  "$launcher" agent predict --repo "$clone" --export-windows "$work/$name.jsonl" --quiet
  echo "$name: $(wc -l <"$work/$name.jsonl") windows in $((($(date +%s%N) - start) / 1000000)) ms" >&2
  names+=("$name")
done
"$java" -cp "$classes" BacktestTables "$work" "${names[@]}"
