#!/usr/bin/env bash
# Lives of lineages in worlds whose truth is known: how often the gate errs, what is found, and what it costs; the
# tables of docs/evolution.md. From a built checkout: evolution.sh [LIVES], 1000 by default; some minutes.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
module=$root/kirolinter-analytics
built=$module/target/benchmarks
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
if [ ! -d "$module/target/test-classes" ]; then
  echo "Cannot measure: nothing is built yet. Run first: mvn -q -DskipTests package" >&2
  exit 2
fi
mkdir -p "$built"
libraries=$(find "$root/kirolinter-cli/target/lib" -name '*.jar' ! -name 'kirolinter-*' | tr '\n' ':')
classes=$built:$module/target/classes:$module/target/test-classes:$root/kirolinter-core/target/classes:$libraries
"${java}c" --release 17 -proc:none -nowarn -d "$built" -cp "$classes" "$module/benchmarks/EvolutionSimulation.java"
"$java" -cp "$classes" EvolutionSimulation "${1:-1000}"
