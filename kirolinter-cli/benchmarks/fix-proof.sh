#!/usr/bin/env bash
# Puts all safe fixes into a real project and proves that nothing broke.
#
# Usage: fix-proof.sh REPOSITORY BUILD [TEST] [FOLDER]
#   BUILD  compiles what is committed, main and test code, e.g. 'mvn -o -q test-compile'
#   TEST   runs its tests, e.g. 'mvn -o surefire:test'; run before and after; its own exit code may be a failure both times
#   FOLDER of the build inside the repository
# Works in a clone, which is committed to after the fixes, so that nothing stands in the way of the second run. Prints one
# row: project, commit, lines, findings, fixes, dropped, compiles, new findings, tests before and after, fixes of the second
# run; then the changed lines, what was dropped, what is new. Ends with 1 if anything broke.
# A finding is new if its rule reports more in its file than before: one that only moved is not.
# KEEP=FOLDER keeps everything there: before, fix, after, second (.json), fixes.diff, logs.
set -euo pipefail
repository=$(cd "$1" && pwd) build=$2 test=${3:-} folder=${4:-.}
launcher=$(cd "$(dirname "${BASH_SOURCE[0]}")/../bin" && pwd)/kirolinter
work=${KEEP:-$(mktemp -d)}
[ -n "${KEEP:-}" ] || trap 'rm -rf "$work"' EXIT
mkdir -p "$work"
export KIROLINTER_HOME=$work/home
copy=$work/copy
name=$(basename "${repository%/repo}")
git clone -q "$repository" "$copy"
commit=$(git -C "$copy" rev-parse --short=10 HEAD)
cd "$copy/$folder"

compile() { (eval "$build") >"$work/compile-$1.log" 2>&1; }

# The results as the build tool writes them: one line a class that ran, and one a test that failed.
tests() {
  [ -n "$test" ] || return 0
  find . -path '*/surefire-reports/*' -delete
  (eval "$test") >"$work/tests-$1.log" 2>&1 || true
  python3 - "$work/tests-$1.json" <<'PY'
import glob, json, sys
import xml.etree.ElementTree as xml
cases = [(case.get("classname") + "#" + case.get("name"), [child.tag for child in case])
         for report in glob.glob("**/surefire-reports/TEST-*.xml", recursive=True)
         for case in xml.parse(report).getroot().iter("testcase")]
bad = sorted({name for name, tags in cases if "failure" in tags or "error" in tags})
skipped = sum("skipped" in tags for _, tags in cases)
json.dump({"run": len(cases), "skipped": skipped, "failed": bad, "names": sorted({n for n, _ in cases})}, open(sys.argv[1], "w"))
PY
}

compile before || { echo "$name: does not compile before"; tail -5 "$work/compile-before.log"; exit 3; }
tests before
if [ -n "$test" ] && grep -q '"run": 0,' "$work/tests-before.json"; then
  echo "$name: ran no tests before"
  tail -5 "$work/tests-before.log"
  exit 3
fi
# What the build left behind (reports, formatted files) is no part of the proof.
git stash -q --include-untracked 2>/dev/null || true
"$launcher" analyze . --quiet --no-cache --format json >"$work/before.json"
"$launcher" fix . --quiet --format json >"$work/fix.json"
git diff >"$work/fixes.diff"
git -c user.name=proof -c user.email=proof@localhost commit -q --no-verify --all --allow-empty -m "Fix"
# What the first run of the tests left in the folders of the build must not decide the second.
git clean -qfdx
compiles=yes
compile after || compiles=NO
tests after
git stash -q --include-untracked 2>/dev/null || true
"$launcher" analyze . --quiet --no-cache --format json >"$work/after.json"
"$launcher" fix . --quiet --format json >"$work/second.json"
python3 - "$name" "$commit" "$work" "$compiles" "$(git diff --shortstat HEAD~ HEAD)" "$(git diff --shortstat)" <<'PY'
import collections, json, os, sys
name, commit, work, compiles, changed, changed_again = sys.argv[1:7]

def load(file):
    path = f"{work}/{file}.json"
    return json.load(open(path)) if os.path.exists(path) else None

def told(tests):
    return f"{tests['run']} run, {len(tests['failed'])} failed" if tests else "not run"

before, after, fix, second = load("before"), load("after"), load("fix"), load("second")
tested, retested = load("tests-before"), load("tests-after")
count = lambda review: collections.Counter((f["rule"], f["path"]) for f in review["findings"])
new = count(after) - count(before)
broken = sorted(set(retested["failed"]) - set(tested["failed"])) if tested else []
lost = sorted(set(tested["names"]) - set(retested["names"])) if tested else []
print(f"| {name} | {commit} | {before['lines']} | {len(before['findings'])} | {len(fix['applied'])} | {len(fix['dropped'])} "
      f"| {compiles} | {sum(new.values())} | {told(tested)} → {told(retested)} | {len(second['applied'])} |")
print("  changed:" + (changed or " nothing") + (";" + changed_again + " by the second run" if changed_again else ""))
print(f"  left with a safe fix: {fix['left']['safe']}; files left alone: {len(fix['leftAlone'])}; "
      f"files that could not be analysed: {len(fix['problems'])}")
for one in fix["dropped"]:
    print(f"  DROPPED {one['rule']} {one['path']}: {one['reason'][:300]}")
for (rule, path), times in sorted(new.items()):
    print(f"  NEW {rule} {path}: {times}")
for one in second["applied"]:
    print(f"  AGAIN {one['rule']} {one['path']}:{one['line']}")
for one in broken:
    print(f"  REGRESSION {one}")
for one in lost:
    print(f"  NOT RUN ANY MORE {one}")
for rule, times in collections.Counter(one["rule"] for one in fix["applied"]).most_common():
    print(f"  RULE {rule}: {times}")
sound = compiles == "yes" and not new and not broken and not lost and not second["applied"] and not changed_again
sys.exit(0 if sound else 1)
PY
