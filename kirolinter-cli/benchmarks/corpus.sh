#!/usr/bin/env bash
# Unpacks the real code that the benchmarks look at: sources jars from Maven Central.
# Usage: corpus.sh FOLDER    makes FOLDER/commons-lang3, FOLDER/guava, ..., one folder for each jar; keeps what is there
set -euo pipefail
folder=$1
mkdir -p "$folder"
jars=$(mktemp -d)
trap 'rm -rf "$jars"' EXIT

while read -r group artifact version; do
  [ -d "$folder/$artifact" ] && continue
  mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="$group:$artifact:$version:jar:sources" -DoutputDirectory="$jars" >&2
  mkdir "$folder/$artifact"
  (cd "$folder/$artifact" && unzip -qo "$jars/$artifact-$version-sources.jar" '*.java')
done <<'JARS'
org.apache.commons commons-lang3 3.20.0
com.google.guava guava 33.5.0-jre
org.springframework spring-core 6.2.6
org.springframework spring-context 6.2.6
org.springframework spring-web 6.2.6
org.hibernate.orm hibernate-core 6.6.0.Final
org.apache.lucene lucene-core 10.3.2
io.netty netty-common 4.1.118.Final
io.netty netty-buffer 4.1.118.Final
io.netty netty-handler 4.1.118.Final
io.netty netty-codec-http 4.1.118.Final
io.netty netty-codec-http2 4.1.118.Final
io.netty netty-transport 4.1.118.Final
JARS
