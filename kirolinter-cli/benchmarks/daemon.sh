#!/usr/bin/env bash
# What an idle daemon costs: its start, processor time, and memory, with a few jobs of which one watches commits.
# Usage: daemon.sh [MINUTES [ROUNDS]]; processor time of an hour is extrapolated from the minutes, 5 if left out.
set -euo pipefail

minutes=${1:-5}
rounds=${2:-7}
here=$(cd "$(dirname "$0")" && pwd)
kirolinter=$here/../bin/kirolinter
work=$(mktemp -d)
export KIROLINTER_HOME=$work/home
trap '"$kirolinter" daemon stop --cancel >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

git init -q "$work/repository"
cd "$work/repository"
mkdir -p src/main/java/a
echo 'package a; class A {}' >src/main/java/a/A.java
git add . && git -c user.name=bench -c user.email=bench@localhost commit -qm first

pid() { sed -n 's/.*"pid":\([0-9]*\).*/\1/p' "$KIROLINTER_HOME/daemon/daemon.json"; }
ticks() { cut -d' ' -f14,15 "/proc/$1/stat" | tr ' ' '+' | bc; }
kb() { awk -v key="$2:" '$1 == key { print $2 }' "/proc/$1/$3"; }
millis() { echo $(($(date +%s%N) / 1000000)); }

"$kirolinter" --version >/dev/null # builds and prepares, where that is still to be done
for template in monitor maintenance security_focus; do
  "$kirolinter" agent workflow --template $template --mode background --interval 24h --on-commit --no-daemon >/dev/null
done

ready=$KIROLINTER_HOME/daemon/daemon.json
echo "from the call of 'daemon run' until it looks at the jobs, ms, and its processor time until then, s:"
for _ in $(seq "$rounds"); do
  rm -f "$ready"
  before=$(millis)
  setsid "$kirolinter" daemon run --log "$work/log" &
  until [ -e "$ready" ]; do sleep 0.005; done
  after=$(millis)
  id=$(pid)
  echo "  $((after - before)), $(awk -v used="$(ticks "$id")" -v hz="$(getconf CLK_TCK)" 'BEGIN { print used / hz }')"
  "$kirolinter" daemon stop >/dev/null
done

"$kirolinter" daemon start >/dev/null
id=$(pid)
"$kirolinter" agent jobs --format json | sed -n 's/^  "id" : "\(.*\)",$/\1/p' | while read -r job; do
  "$kirolinter" agent jobs run-now "$job" >/dev/null
done
sleep 30 # their runs
first=$(ticks "$id")
sleep $((minutes * 60))
last=$(ticks "$id")
hz=$(getconf CLK_TCK)
awk -v used=$((last - first)) -v hz="$hz" -v minutes="$minutes" 'BEGIN {
  printf "processor time, idle: %.2f s in %d min, which is %.2f s an hour\n", used / hz, minutes, used / hz * 60 / minutes }'
echo "resident memory, after its runs: $(kb "$id" VmRSS status) kB, of which private: $(kb "$id" Private_Dirty smaps_rollup) kB"

echo "one more commit, until its run has started, ms:"
before=$(millis)
started() { grep -c ' started$' "$KIROLINTER_HOME/daemon/daemon.log" || true; }
count=$(started)
git -c user.name=bench -c user.email=bench@localhost commit -q --allow-empty -m second
until [ "$(started)" -gt "$count" ]; do sleep 0.05; done
echo "  $(($(millis) - before))"
