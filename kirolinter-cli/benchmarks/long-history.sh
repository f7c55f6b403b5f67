#!/usr/bin/env bash
# How long prediction takes over a long history: a cold process that reads all of it, the next one on the same commit, and
# one after some more commits. The repository is made here, the same each time.
# Usage: long-history.sh [COMMITS] [MORE]
# Needs a built checkout (kirolinter-cli/bin/kirolinter --version builds it) and python3.
set -euo pipefail
commits=${1:-100000}
more=${2:-1000}
launcher=$(cd "$(dirname "${BASH_SOURCE[0]}")/../bin" && pwd)/kirolinter
"$launcher" --version
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export KIROLINTER_HOME=$work/home
git init -q -b main "$work/repository"

write() { # FROM COUNT: commits as git fast-import reads them
  python3 - "$1" "$2" <<'PY'
import random, sys

first, count = int(sys.argv[1]), int(sys.argv[2])
FILES, HOUR = 4_000, 3_600
out = sys.stdout.write


def path(number):
    return f"src/main/java/p{number % 60}/q{number % 7}/C{number}.java"


def code(number, version):
    body = "".join(f"  int m{i}(int a) {{ return a + {i * number % 97}; }}\n" for i in range(number % 40))
    return f"package p{number % 60}.q{number % 7};\n\nclass C{number} {{\n  int version = {version};\n{body}}}\n"


for commit in range(first, first + count):
    chance = random.Random(commit)
    subject = "Fix a fault" if chance.random() < 0.2 else "Work"
    moment = 1_500_000_000 + commit * HOUR // 2
    out(f"commit refs/heads/main\ncommitter p{chance.randrange(300)} <p{chance.randrange(300)}@example.org> {moment} +0000\n")
    out(f"data {len(subject)}\n{subject}\n")
    if commit == first and first > 0:
        out("from refs/heads/main^0\n")
    for _ in range(1 + int(chance.paretovariate(1.5)) % 12):
        number = min(int(chance.paretovariate(0.6)), FILES) if chance.random() < 0.5 else chance.randrange(FILES)
        text = code(number, commit)
        out(f"M 100644 inline {path(number)}\ndata {len(text)}\n{text}\n")
PY
}

predict() { # LABEL
  local start
  start=$(date +%s%N)
  "$launcher" agent predict --repo "$work/repository" --quiet --format json >"$work/out"
  echo "$1: $((($(date +%s%N) - start) / 1000000)) ms, $(python3 -c 'import json, sys
told = json.load(open(sys.argv[1]))
print(told.get("commitsRead"), "commits")' "$work/out")"
}

write 0 "$commits" | git -C "$work/repository" fast-import --quiet
git -C "$work/repository" reset -q --hard
echo "$(git -C "$work/repository" rev-list --count HEAD) commits, $(git -C "$work/repository" ls-files | wc -l) files"
predict "the first time"
predict "again"
write "$commits" "$more" | git -C "$work/repository" fast-import --quiet
git -C "$work/repository" reset -q --hard
predict "after $more more"
