#!/usr/bin/env bash
# The promises of a full_review on a real repository: the checkout stays as it is although it is dirty, the branch
# compiles, and reviewing the branch again fixes nothing more.
# Usage: acceptance.sh REPOSITORY COMPILE_COMMAND
set -euo pipefail
repository=$1
compile=$2
launcher=$(cd "$(dirname "${BASH_SOURCE[0]}")/../bin" && pwd)/kirolinter
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export KIROLINTER_HOME=$work/home
copy=$work/copy

state() { # all that must not change, byte for byte: HEAD, branch, index, stash, and every file outside .git
  git -C "$copy" rev-parse HEAD
  git -C "$copy" symbolic-ref HEAD
  git -C "$copy" stash list
  sha256sum "$copy/.git/index"
  (cd "$copy" && find . -path ./.git -prune -o -type f -print0 | sort -z | xargs -0 sha256sum)
}

git clone -q "$repository" "$copy"
file=$(git -C "$copy" ls-files '*.java' | sed -n 1p)
git -C "$copy" -c user.name=t -c user.email=t@localhost stash list >/dev/null
echo "// stashed" >>"$copy/$file"
git -C "$copy" -c user.name=t -c user.email=t@localhost stash -q
echo "// staged" >>"$copy/$file"
git -C "$copy" add "$file"
echo "// dirty" >>"$copy/$file"
echo "untracked" >"$copy/untracked.txt"
git -C "$copy" status --porcelain >"$work/status"

state >"$work/before"
"$launcher" agent workflow --repo "$copy" --template full_review --max-lines none --max-files none --quiet \
  --format json >"$work/run.json"
state >"$work/after"
cmp "$work/before" "$work/after"
git -C "$copy" status --porcelain | cmp - "$work/status"

field() { python3 -c "import json,sys; print(json.load(open('$work/$1'))$2)"; }
branch=$(field run.json "['branch']")
applied=$(field run.json "['fixes']['applied']")
echo "$(field run.json "['status']"): $(field run.json "['findings']") findings, $applied fixed, \
$(field run.json "['fixes']['dropped']") dropped; dirty checkout, index and stash untouched"
git -C "$copy" log --format='  %s' "HEAD..$branch"

git clone -q --branch "$branch" "$copy" "$work/fixed"
(cd "$work/fixed" && bash -c "$compile") >"$work/compile.log" 2>&1 ||
  { tail -20 "$work/compile.log"; echo "the branch does not compile"; exit 1; }
echo "the branch compiles: $compile"

KIROLINTER_HOME=$work/home2 "$launcher" agent workflow --repo "$work/fixed" --template full_review --dry-run --quiet \
  --format json >"$work/again.json"
[ "$(field again.json "['fixes']['applied']")" = 0 ] || { echo "a second review fixes more"; exit 1; }
left=$(field again.json "['findings']")
[ "$left" = "$(($(field run.json "['findings']") - applied))" ] || { echo "$left findings are left"; exit 1; }
echo "reviewed again: $left findings left, nothing more to fix"
