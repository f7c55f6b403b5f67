# Read by the scripts beside it. Compiles the measurements, and sets "classes" and "java" for running them.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
built=$root/kirolinter-workflow/target/benchmarks
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

compile() {
  if [ ! -d "$root/kirolinter-workflow/target/classes" ]; then
    echo "Cannot measure: nothing is built yet. Run first: mvn -q -Pquick package" >&2
    exit 2
  fi
  mkdir -p "$built"
  if [ ! -s "$built/libraries" ] || [ "$root/pom.xml" -nt "$built/libraries" ]; then
    (cd "$root" && mvn -q -B -ntp -pl kirolinter-core dependency:build-classpath \
      -DincludeScope=test -Dmdep.outputFile="$built/libraries")
  fi
  classes=$built:$root/kirolinter-workflow/target/classes:$root/kirolinter-core/target/classes:$(cat "$built/libraries")
  find "$root/kirolinter-core/src/test/java/io/kirolinter/core/testkit/redis" -name '*.java' ! -name '*Test.java' |
    xargs "${java}c" --release 17 -proc:none -nowarn -d "$built" -cp "$classes" \
      "$root"/kirolinter-workflow/benchmarks/*.java
}

measure() { # MEASUREMENT ARGUMENTS...
  "$java" -XX:+UseParallelGC -Xmx512m -cp "$classes" "$@"
}
