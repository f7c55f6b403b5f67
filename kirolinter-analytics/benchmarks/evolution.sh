#!/usr/bin/env bash
# Lives of lineages in worlds whose truth is known: how often the gate errs, what is found, and what it costs; the
# tables of docs/evolution.md. From a built checkout: evolution.sh [LIVES], 1000 by default; some minutes.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/compile.sh"

compile EvolutionSimulation "$tests"
"$java" -cp "$classes" EvolutionSimulation "${1:-1000}"
