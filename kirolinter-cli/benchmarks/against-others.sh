#!/usr/bin/env bash
# Compares whole cold processes on the same files, in turns: kirolinter analyze, bare parsing with the same parser and JVM
# options, PMD with exactly the rules that both have, and Checkstyle with its Google rules.
#
# Usage: against-others.sh CORPUS [ROUNDS]    CORPUS is a folder of Java files; corpus.sh makes some. JAVA_HOME chooses the JDK.
# Needs: Maven (to fetch PMD and Checkstyle), GNU time, python3. Prints medians, and ratios to kirolinter.
set -euo pipefail
corpus=$(cd "$1" && pwd)
rounds=${2:-3}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
launcher=$here/../bin/kirolinter
java=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}/bin/java
feature=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = //p')
tools=${KIROLINTER_BENCH_TOOLS:-${TMPDIR:-/tmp}/kirolinter-bench-tools}
pmd_version=7.27.0
checkstyle_version=$([ "$feature" -ge 21 ] && echo 13.5.0 || echo 12.3.1) # 13 needs Java 21
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export KIROLINTER_HOME=$work/home

fetch() { # FOLDER DEPENDENCY...: each group:artifact:version, with all it needs
  local folder=$1 pom dependency
  shift
  [ -d "$tools/$folder" ] && return
  pom=$work/$folder.xml
  {
    echo '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
    echo '<groupId>bench</groupId><artifactId>bench</artifactId><version>1</version><dependencies>'
    for dependency in "$@"; do
      IFS=: read -r group artifact version <<<"$dependency"
      echo "<dependency><groupId>$group</groupId><artifactId>$artifact</artifactId><version>$version</version></dependency>"
    done
    echo '</dependencies></project>'
  } >"$pom"
  mvn -q -B -ntp -f "$pom" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory="$tools/$folder" >&2
}
fetch pmd-$pmd_version net.sourceforge.pmd:pmd-cli:$pmd_version net.sourceforge.pmd:pmd-java:$pmd_version
fetch checkstyle-$checkstyle_version com.puppycrawl.tools:checkstyle:$checkstyle_version

# The rules that both have: ours that name an equivalent of PMD, and these of PMD.
"$launcher" rules --format json >"$work/rules.json"
mkdir -p "$work/categories"
(cd "$work/categories" && unzip -qo "$tools/pmd-$pmd_version/pmd-java-$pmd_version.jar" 'category/java/*.xml')
python3 - "$work" <<'PY'
import glob, json, re, sys
work = sys.argv[1]
home = {}
for file in glob.glob(work + "/categories/category/java/*.xml"):
    for name in re.findall(r'<rule\s+name="(\w+)"', open(file).read()):
        home[name] = "category/java/" + file.rsplit("/", 1)[1]
rules = json.load(open(work + "/rules.json"))
rules = rules if isinstance(rules, list) else rules["rules"]
ours, theirs = [], set()
for rule in rules:
    names = [tag[4:] for tag in rule["tags"] if tag.startswith("pmd:") and tag[4:] in home]
    if names:
        ours.append(rule["id"])
        theirs.update(names)
open(work + "/ours", "w").write(",".join(ours))
with open(work + "/pmd.xml", "w") as out:
    out.write('<ruleset name="same" xmlns="http://pmd.sourceforge.net/ruleset/2.0.0"><description>same</description>\n')
    for name in sorted(theirs):
        out.write(f'<rule ref="{home[name]}/{name}"/>\n')
    out.write("</ruleset>\n")
print(f"same rules: {len(ours)} of ours, {len(theirs)} of PMD; all of ours: {len(rules)}")
PY

# Bare parsing: the analyzer's own parser and threads, with the launcher's JVM options.
lib=$(find "$here/.." -maxdepth 2 -name lib -path '*target/lib' | head -1)
javac -d "$work/parse" -cp "$lib/*" "$here/ParseOnly.java"
parse_options=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData)

measure() { # LABEL COMMAND...: appends "LABEL seconds kilobytes" to the figures
  local label=$1
  shift
  /usr/bin/time -f "%e %M" -o "$work/time" "$@" >"$work/out-$label" 2>"$work/err-$label" || true
  echo "$label $(tail -1 "$work/time")" >>"$work/figures"
}

echo "corpus $corpus: $(find "$corpus" -name '*.java' | wc -l) files, $(find "$corpus" -name '*.java' -print0 | xargs -0 cat | wc -l) lines"
echo "java $feature, $(nproc) processors, PMD $pmd_version, Checkstyle $checkstyle_version, $rounds rounds"
for round in $(seq "$rounds"); do
  rm -rf "$KIROLINTER_HOME"
  measure ours-same-rules "$launcher" analyze "$corpus" --rules "$(cat "$work/ours")" --include-tests --no-cache --quiet --format json
  measure parse-only "$java" "${parse_options[@]}" -cp "$work/parse:$lib/*" ParseOnly "$corpus"
  measure pmd-same-rules "$java" -cp "$tools/pmd-$pmd_version/*" net.sourceforge.pmd.cli.PmdCli check -d "$corpus" \
    -R "$work/pmd.xml" -f text --no-cache --no-fail-on-violation --no-progress -t "$(nproc)"
  rm -rf "$KIROLINTER_HOME"
  measure ours-all-rules "$launcher" analyze "$corpus" --include-tests --no-cache --quiet --format json
  measure checkstyle-google "$java" -cp "$tools/checkstyle-$checkstyle_version/*" com.puppycrawl.tools.checkstyle.Main \
    -c /google_checks.xml "$corpus"
done
for label in ours-same-rules ours-all-rules; do
  python3 - "$label" "$work/out-$label" <<'PY'
import json, sys
report = json.load(open(sys.argv[2]))
print(f"{sys.argv[1]}: {len(report['findings'])} findings, {report['files']} files, {len(report['problems'])} problems")
PY
done
echo "pmd-same-rules: $(wc -l <"$work/out-pmd-same-rules") findings; checkstyle-google: $(grep -c WARN "$work/out-checkstyle-google") warnings"
python3 - "$work/figures" <<'PY'
import statistics, sys
runs = {}
for line in open(sys.argv[1]):
    label, seconds, kilobytes = line.split()
    runs.setdefault(label, []).append((float(seconds), int(kilobytes) / 1024))
median = {k: (statistics.median(s for s, _ in v), statistics.median(m for _, m in v)) for k, v in runs.items()}
print(f"{'':20s} {'s (least to most)':>24s} {'peak MB':>9s}  times ours, memory")
for label, (seconds, megabytes) in median.items():
    ours = median["ours-all-rules" if label in ("ours-all-rules", "checkstyle-google") else "ours-same-rules"]
    spread = f"{seconds:.2f} ({min(s for s, _ in runs[label]):.2f} to {max(s for s, _ in runs[label]):.2f})"
    print(f"{label:20s} {spread:>24s} {megabytes:9.0f}  {seconds / ours[0]:.2f} x, {megabytes / ours[1]:.2f} x")
print(f"bare parsing is {100 * median['parse-only'][0] / median['ours-same-rules'][0]:.0f} % of our time with the same rules, "
      f"{100 * median['parse-only'][0] / median['ours-all-rules'][0]:.0f} % with all")
PY
