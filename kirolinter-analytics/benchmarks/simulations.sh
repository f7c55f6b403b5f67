#!/usr/bin/env bash
# Prints the tables of docs/statistics.md. Takes minutes on one core; with arguments, only those
# tables: aa power durations planning blocks.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
built=$root/kirolinter-analytics/target/benchmarks
libraries=$root/kirolinter-cli/target/lib
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

if [ ! -d "$libraries" ]; then
  echo "Cannot simulate: nothing is built yet. Run first: mvn -q -Pquick package" >&2
  exit 2
fi
mkdir -p "$built"
classes=$built:$libraries/*
"${java}c" --release 17 -proc:none -nowarn -d "$built" -cp "$classes" \
  "$root/kirolinter-analytics/benchmarks/Simulations.java"
nice "$java" -XX:+UseSerialGC -cp "$classes" Simulations "$@"
