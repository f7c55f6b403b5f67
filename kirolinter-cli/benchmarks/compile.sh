# Read by the scripts beside it. Sets "module", "launcher", and "work", a folder that is gone at the end; compiles a program
# beside them, and sets "java" and "classes" for running it.
module=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
launcher=$module/bin/kirolinter
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

compile() { # PROGRAM
  "$launcher" --version
  classes="$work:$module/target/*:$module/target/lib/*"
  "${java}c" --release 17 -proc:none -nowarn -d "$work" -cp "$classes" "$module/benchmarks/$1.java"
}
