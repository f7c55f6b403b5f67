#!/usr/bin/env bash
# Compares what kirolinter and PMD find with the rules that both have, one by one, on the same files.
#
# Usage: agreement.sh CORPUS [RULE,...|all]    prints a line for each rule, then every place that only one of them
# reports, with the reason as agreement-explained.tsv tells it. Without RULE: those of docs/agreement.md, and the script
# fails if a place has no reason.
# PMD_CLASSPATH names the compiled classes of the corpus, so that PMD knows its types.
# Needs what against-others.sh needs, which fetches PMD.
set -euo pipefail
corpus=$(cd "$1" && pwd)
compared=array-copy-loop,big-decimal-from-double,boolean-return,case-without-locale,collapsible-if,default-constructor
compared+=,empty-block,empty-string-concatenation,equals-without-hash-code,explicit-type-argument,high-complexity
compared+=,lost-cause,missing-override,negated-equality,qualified-imported-type,redundant-field-initializer
compared+=,redundant-modifier,return-in-finally,single-char-append,size-compared-to-zero,string-concatenation-in-loop
compared+=,string-reference-comparison,switch-without-default,too-many-parameters,unnecessary-parentheses
compared+=,unnecessary-return,unused-import,unused-private-field,verbose-annotation
wanted=${2:-$compared}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tools=${KIROLINTER_BENCH_TOOLS:-${TMPDIR:-/tmp}/kirolinter-bench-tools}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export KIROLINTER_HOME=$work/home
pmd=$(find "$tools" -maxdepth 1 -name 'pmd-7*' 2>/dev/null | sort | tail -1)
[ -n "$pmd" ] || { echo "Cannot compare: PMD is not there; expected it in $tools. Run against-others.sh first." >&2; exit 2; }

"$here/../bin/kirolinter" rules --format json >"$work/rules.json"
mkdir -p "$work/categories"
(cd "$work/categories" && unzip -qo "$pmd"/pmd-java-*.jar 'category/java/*.xml')
python3 - "$work" "$wanted" <<'PY'
import glob, json, re, sys
work, wanted = sys.argv[1], set(sys.argv[2].split(","))
# Where both draw a line, PMD draws it where we do.
SAME = {
    "CyclomaticComplexity": {"methodReportLevel": 16, "classReportLevel": 1000000},
    "ExcessiveParameterList": {"minimum": 8},
    "EmptyCatchBlock": {"allowCommentedBlocks": "true"},
}
home = {}
for file in glob.glob(work + "/categories/category/java/*.xml"):
    for name in re.findall(r'<rule\s+name="(\w+)"', open(file).read()):
        home[name] = "category/java/" + file.rsplit("/", 1)[1]
rules = json.load(open(work + "/rules.json"))
rules = rules if isinstance(rules, list) else rules["rules"]
pairs = {}
for rule in rules:
    names = [tag[4:] for tag in rule["tags"] if tag.startswith("pmd:") and tag[4:] in home]
    if names and ("all" in wanted or rule["id"] in wanted):
        pairs[rule["id"]] = names
json.dump(pairs, open(work + "/pairs.json", "w"))
with open(work + "/pmd.xml", "w") as out:
    out.write('<ruleset name="same" xmlns="http://pmd.sourceforge.net/ruleset/2.0.0"><description>same</description>\n')
    for name in sorted({name for names in pairs.values() for name in names}):
        given = "".join(f'<property name="{key}" value="{value}"/>' for key, value in SAME.get(name, {}).items())
        out.write(f'<rule ref="{home[name]}/{name}"><properties>{given}</properties></rule>\n')
    out.write("</ruleset>\n")
open(work + "/ours", "w").write(",".join(pairs))
PY

"$here/../bin/kirolinter" analyze "$corpus" --rules "$(cat "$work/ours")" --include-tests --quiet --format json >"$work/ours.json"
java -cp "$pmd/*" net.sourceforge.pmd.cli.PmdCli check -d "$corpus" -R "$work/pmd.xml" -f json --no-cache \
  ${PMD_CLASSPATH:+--aux-classpath "$PMD_CLASSPATH"} --no-fail-on-violation --no-progress -t "$(nproc)" >"$work/pmd.json" 2>/dev/null

python3 - "$work" "$corpus" "$here/agreement-explained.tsv" "${2:-}" <<'PY'
import collections, json, sys
work, corpus, wanted = sys.argv[1], sys.argv[2].rstrip("/") + "/", sys.argv[4]
reasons = {}
for line in open(sys.argv[3]):
    side, rule, place, verdict, reason = line.rstrip("\n").split("\t")
    reasons[side, rule, place] = f"{verdict}: {reason}"
pairs = json.load(open(work + "/pairs.json"))
ours = collections.defaultdict(list)
for one in json.load(open(work + "/ours.json"))["findings"]:
    ours[one["rule"]].append((one["path"], one["startLine"], one["endLine"], one["message"]))
theirs = collections.defaultdict(list)
for file in json.load(open(work + "/pmd.json"))["files"]:
    path = file["filename"].replace(corpus, "")
    for one in file["violations"]:
        theirs[one["rule"]].append((path, one["beginline"], one["endline"], one["description"].strip()))

SAME_PLACE = [
    lambda a, b: a[1] == b[1],
    lambda a, b: a[1] <= b[2] and b[1] <= a[2],
    lambda a, b: abs(a[1] - b[1]) <= 3,  # the outer if of two, the name of a method behind its annotations
]

details = []
print(f"{'rule':34s} {'PMD':54s} {'both':>6s} {'ours only':>9s} {'PMD only':>8s}")
for rule, names in sorted(pairs.items()):
    pmd = [(*one, name) for name in names for one in theirs[name]]
    left = list(ours[rule])
    both = 0
    for same in SAME_PLACE:
        for one in list(left):
            match = next((p for p in pmd if p[0] == one[0] and same(one, p)), None)
            if match:
                left.remove(one)
                pmd.remove(match)
                both += 1
    print(f"{rule:34s} {','.join(names):54s} {both:6d} {len(left):9d} {len(pmd):8d}")
    details += [("ours", rule, f"{p}:{a}", m) for p, a, _, m in left]
    details += [("pmd", rule, f"{p}:{a}", f"{n}: {m}") for p, a, _, m, n in pmd]
print()
for *place, message in details:
    print(f"{place[0]:4s} {place[1]} {place[2]}: {message}")
    print("     " + reasons.get(tuple(place), "not explained"))
unexplained = sum(tuple(place) not in reasons for *place, _ in details)
print(f"\n{len(details)} differences, {unexplained} of them not explained")
if unexplained and not wanted:
    sys.exit(1)
PY
