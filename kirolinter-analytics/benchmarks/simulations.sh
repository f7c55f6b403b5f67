#!/usr/bin/env bash
# Prints the tables of docs/statistics.md. Takes minutes on one core; with arguments, only those
# tables: aa power durations planning blocks. From a built checkout.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/compile.sh"

compile Simulations
nice "$java" -XX:+UseSerialGC -cp "$classes" Simulations "$@"
