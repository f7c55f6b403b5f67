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

# From the start of the process until it looks at the jobs: its own start time, and when it says so.
echo "start of the process until it is ready, ms (the command 'daemon start' as a whole, ms):"
for _ in $(seq "$rounds"); do
  rm -f "$KIROLINTER_HOME/daemon/daemon.json"
  before=$(millis)
  "$kirolinter" daemon start >/dev/null
  after=$(millis)
  id=$(pid)
  boot=$(awk '/btime/ { print $2 }' /proc/stat)
  started=$(awk -v boot="$boot" -v hz="$(getconf CLK_TCK)" '{ printf "%d", (boot + $22 / hz) * 1000 }' "/proc/$id/stat")
  ready=$(($(stat -c %.3Y "$KIROLINTER_HOME/daemon/daemon.json" | tr -d .)))
  echo "  $((ready - started)) ($((after - before)))"
  "$kirolinter" daemon stop >/dev/null
done

"$kirolinter" daemon start >/dev/null
id=$(pid)
sleep 20 # the first runs of the jobs
first=$(ticks "$id")
sleep $((minutes * 60))
last=$(ticks "$id")
hz=$(getconf CLK_TCK)
awk -v used=$((last - first)) -v hz="$hz" -v minutes="$minutes" 'BEGIN {
  printf "processor time, idle: %.2f s in %d min, which is %.2f s an hour\n", used / hz, minutes, used / hz * 60 / minutes }'
echo "resident memory, after its runs: $(kb "$id" VmRSS status) kB, of which private: $(kb "$id" Private_Dirty smaps_rollup) kB"

echo "one more commit, until its run has started, ms:"
before=$(millis)
count=$(grep -c ' started$' "$KIROLINTER_HOME/daemon/daemon.log")
git -c user.name=bench -c user.email=bench@localhost commit -q --allow-empty -m second
until [ "$(grep -c ' started$' "$KIROLINTER_HOME/daemon/daemon.log")" -gt "$count" ]; do sleep 0.05; done
echo "  $(($(millis) - before))"
