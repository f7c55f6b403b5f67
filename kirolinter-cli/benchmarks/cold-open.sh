#!/usr/bin/env bash
# What a cold command pays for its store: `agent runs` on the embedded store, where there are runs already, on a Redis
# and on an address where nobody answers, each beside `--version`, which opens none, in turn.
# From a built checkout, with redis-server on the path or unpacked by a test with Redis: cold-open.sh [ROUNDS]
set -euo pipefail
rounds=${1:-31}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
launcher=$root/kirolinter-cli/bin/kirolinter
limit=60 # seconds after which a command hangs: that is a failure, and nothing to wait for
redis=$(command -v redis-server || find "$root" -maxdepth 3 -path '*/target/redis-server-*' -perm -u+x -print -quit)
if [ -z "$redis" ]; then
  echo "Cannot measure: no redis-server found. Put one on the path, or run a test with Redis, such as SingleRedisTest." >&2
  exit 2
fi
work=$(mktemp -d)
server=
trap 'if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi; rm -rf "$work"' EXIT

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

answers() { # PORT: waits until a Redis answers there; no client of its own is needed
  python3 - "$1" <<'PY'
import socket, sys, time
deadline = time.monotonic() + 30
while time.monotonic() < deadline:
    try:
        with socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=2) as link:
            link.sendall(b"PING\r\n")
            if link.recv(16).startswith(b"+PONG"):
                sys.exit(0)
    except OSError:
        time.sleep(0.05)
sys.exit(1)
PY
}

timed() { # NAME EXPECTED-STATUS COMMAND...: adds seconds of wall, user and system to a list, and checks the exit
  local name=$1 expected=$2 status=0 TIMEFORMAT='%R %U %S'
  shift 2
  { time timeout -k 5 "$limit" "$@" >"$work/output" 2>&1 || status=$?; } 2>>"$work/$name"
  if [ "$status" != "$expected" ]; then
    echo "$name: exit $status in place of $expected:" >&2
    cat "$work/output" >&2
    exit 1
  fi
}

grep -m1 'model name' /proc/cpuinfo | sed 's/.*: //' || true
echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n 3p)"

export KIROLINTER_HOME=$work/home
mkdir -p "$work/repository/src"
printf 'class A {\n  static final long L = 10l;\n}\n' >"$work/repository/src/A.java"
git -C "$work/repository" init -q
git -C "$work/repository" add .
git -C "$work/repository" -c user.name=a -c user.email=a@localhost commit -qm first

port=$(free_port)
"$redis" --port "$port" --bind 127.0.0.1 --save '' --dir "$work" >"$work/redis.log" &
server=$!
if ! answers "$port"; then
  echo "Cannot measure: $redis does not answer within 30 s. It said:" >&2
  cat "$work/redis.log" >&2
  exit 1
fi
redis=redis://127.0.0.1:$port
nobody=redis://127.0.0.1:$(free_port)
silent=redis://10.255.255.1:6379

"$launcher" --version >/dev/null # builds what is not built, which takes as long as it takes
for store in "" "$redis"; do
  timed first 0 "$launcher" agent workflow --repo "$work/repository" --template monitor --quiet ${store:+--memory "$store"}
done

for round in $(seq 0 "$rounds"); do
  timed version 0 "$launcher" --version
  timed embedded 0 "$launcher" agent runs
  timed redis 0 "$launcher" agent runs --memory "$redis"
  timed refused 4 "$launcher" agent runs --memory "$nobody"
  timed silent 4 "$launcher" agent runs --memory "$silent"
  [ "$round" != 0 ] || rm "$work"/{version,embedded,redis,refused,silent} # warming up
done

python3 - "$work" <<'PY'
import statistics, sys
def times(name):
    return [[float(part) * 1000 for part in line.split()] for line in open(f"{sys.argv[1]}/{name}")]
def tell(what, name, bound=None, less=(0.0, 0.0)):
    runs = times(name)
    wall = statistics.median(run[0] for run in runs) - less[0]
    cpu = statistics.median(run[1] + run[2] for run in runs) - less[1]
    worst = max(run[0] for run in runs) - less[0]
    verdict = "" if bound is None else f"   bound {bound} ms: {'kept' if wall <= bound else 'missed'}"
    print(f"  {what:44} median {wall:6.0f} ms   worst {worst:6.0f} ms   CPU {cpu:6.0f} ms{verdict}")
    return wall, cpu
version = tell("--version, which opens no store", "version")
tell("agent runs, embedded", "embedded")
tell("  of it: opening and reading, over --version", "embedded", 150, version)
tell("agent runs, Redis", "redis", 800)
tell("agent runs, an address where nobody listens", "refused", 2000)
tell("agent runs, an address that never answers", "silent", 2000)
PY
