#!/usr/bin/env bash
# What a durable step costs over its work, beside a bare write of the same bytes at the same durability, in turn.
# From a built checkout: durable-step.sh [ROUNDS] [FOLDER ON THE DISK THAT IS MEASURED] [STORE ...]
# Stores: embedded, redis-always and redis-everysec, by the server's appendfsync. All of them without any named.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/compile.sh"
rounds=${1:-4000}
folder=${2:-/tmp}
stores=("${@:3}")
[ ${#stores[@]} -gt 0 ] || stores=(embedded redis-always redis-everysec)
compile
for store in "${stores[@]}"; do
  measure DurableStep "$store" "$rounds" "$folder"
done
