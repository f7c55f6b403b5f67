#!/usr/bin/env bash
# Puts all safe fixes into a real project and proves that nothing broke.
#
# Usage: fix-proof.sh REPOSITORY BUILD [TEST] [FOLDER]
#   BUILD  compiles, e.g. 'mvn -o -q compiler:compile'; TEST runs its tests and is run before and after; FOLDER of the build.
# Works in a clone. Prints one row: project, lines, fixes, dropped, compile errors, new findings, test results, second run.
set -euo pipefail
repository=$1 build=$2 test=${3:-} folder=${4:-.}
launcher=$(cd "$(dirname "${BASH_SOURCE[0]}")/../bin" && pwd)/kirolinter
work=$(mktemp -d)
[ -n "${KEEP:-}" ] || trap 'rm -rf "$work"' EXIT
export KIROLINTER_HOME=$work/home
copy=$work/copy
git clone -q "$repository" "$copy"
name=$(basename "${repository%/repo}")
cd "$copy/$folder"

tests() { # LABEL: the build tool's own words about how many tests ran and failed
  [ -n "$test" ] || return 0
  (eval "$test") >"$work/tests-$1.log" 2>&1 || true
  grep -aE '^\S*(\[\S+\] )?Tests run:.*Failures' "$work/tests-$1.log" | grep -av 'Time elapsed' | tail -1 |
    sed 's/.*Tests run/Tests run/' >"$work/tests-$1"
  grep -aE '^\S*\[\S*ERROR\S*\]   ?\S+\.\S+:|<<< (FAILURE|ERROR)' "$work/tests-$1.log" | sed 's/Time elapsed: [0-9.]* s//' |
    sort -u >"$work/failed-$1" || true
}

compile() { (eval "$build") >"$work/compile-$1.log" 2>&1; }

compile before || { echo "$name: does not compile before"; tail -5 "$work/compile-before.log"; exit 3; }
tests before
git stash -q --include-untracked 2>/dev/null || true
"$launcher" analyze . --quiet --format json >"$work/before.json"
"$launcher" fix . --quiet --format json >"$work/fix.json"
git diff --stat | tail -1 >"$work/stat"
compile after && compiles=yes || compiles=NO
tests after
"$launcher" analyze . --quiet --format json >"$work/after.json"
"$launcher" fix . --allow-dirty --quiet --format json >"$work/second.json"
python3 - "$name" "$work" "$compiles" <<'PY'
import collections, json, os, sys
name, work, compiles = sys.argv[1:4]
load = lambda f: json.load(open(f"{work}/{f}.json"))
before, after, fix, second = load("before"), load("after"), load("fix"), load("second")
old = collections.Counter((f["rule"], f["path"]) for f in before["findings"])
new = collections.Counter((f["rule"], f["path"]) for f in after["findings"]) - old
read = lambda f: open(f"{work}/{f}").read().strip() if os.path.exists(f"{work}/{f}") else "not run"
applied = lambda one: one["applied"] if isinstance(one["applied"], int) else len(one["applied"])
dropped = fix["dropped"] if isinstance(fix["dropped"], int) else len(fix["dropped"])
regressions = set(read("failed-after").split("\n")) - set(read("failed-before").split("\n")) - {""}
print(f"| {name} | {before['lines']} | {len(before['findings'])} | {applied(fix)} | {dropped} | {compiles} | {sum(new.values())} "
      f"| {read('tests-before')} → {read('tests-after')} ({len(regressions)} new failures) | {applied(second)} |")
print("  " + read("stat"))
for key, count in new.items():
    print("  NEW", key, count)
for one in sorted(regressions):
    print("  REGRESSION", one)
PY
