# Read by the scripts beside it. Compiles a simulation, and sets "java" and "classes" for running it.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
built=$root/kirolinter-analytics/target/benchmarks
tests=$root/kirolinter-analytics/target/test-classes
libraries=$root/kirolinter-cli/target/lib
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

compile() { # SIMULATION [WHAT ELSE IT NEEDS ...]
  for needed in "$libraries" "${@:2}"; do
    if [ ! -d "$needed" ]; then
      echo "Cannot simulate: $needed is not built yet. Run first: mvn -q -DskipTests package" >&2
      exit 2
    fi
  done
  mkdir -p "$built"
  classes=$built:$tests:$libraries/*
  "${java}c" --release 17 -proc:none -nowarn -d "$built" -cp "$classes" \
    "$root/kirolinter-analytics/benchmarks/$1.java"
}
