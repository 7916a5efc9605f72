# Shared by the commands beside it: where the project is, which Java runs it, and how it is built.
# shellcheck shell=bash

project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
# Without a UTF-8 locale, Java cannot open a file whose path has other letters than ASCII's.
case $(locale charmap 2>/dev/null) in UTF-8 | utf8) ;; *) export LC_ALL=C.UTF-8 ;; esac

target=$project/target
jar=$target/segmentation.jar

say() { printf '%s\n' "$*" >&2; }

fail() { # fail CODE SENTENCE
  local code=$1
  shift
  say "$*"
  exit "$code"
}

# The Java that Maven would take: JAVA_HOME, else the PATH.
java_command() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    printf '%s\n' "$JAVA_HOME/bin/java"
  else
    command -v java || fail 2 "No java was found: install a JDK, 17 or later, or set JAVA_HOME to one."
  fi
}

java=$(java_command) || exit
java_version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.runtime\.version = //p')
java_feature=${java_version%%[.+-]*}
[ "${java_feature:-0}" -ge 17 ] 2>/dev/null ||
  fail 2 "Java 17 or later is needed, $java is ${java_version:-unknown}: install a newer JDK or set JAVA_HOME to one."

maven() {
  command -v mvn >/dev/null || fail 2 "No mvn was found: install Apache Maven, 3.8 or later."
  # Maven 3.8 itself uses calls that newer Java versions warn of on every start.
  [ "$java_feature" -ge 24 ] && local -x MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow"
  mvn -f "$project/pom.xml" -B "$@"
}

# Flags for every Java process that runs notebooks: a small heap, quick start, no display.
java_flags=(-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable -Xlog:all=error:stderr
  -Djava.awt.headless=true -Dfile.encoding=UTF-8)
[ "$java_feature" -ge 24 ] && java_flags+=(--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED)

# Class data sharing: classes that every run loads are kept ready in an archive, one a Java version and build.
archive=$target/segmentation-$java_version.jsa

# Makes target/segmentation.jar and target/lib; prints only what goes wrong. Style checks belong to environment/test.
build() {
  say "Building with Java $java_version …"
  mkdir -p "$target"
  maven -q package -Dmaven.test.skip=true -Dspotless.check.skip -Dcheckstyle.skip >"$target/build.log" 2>&1 &
  local seconds=0 running=$!
  while kill -0 "$running" 2>/dev/null; do
    sleep 1
    seconds=$((seconds + 1))
    [ $((seconds % 10)) -ne 0 ] || say "  still building after $seconds s; the first build downloads the libraries"
  done
  wait "$running" || { cat "$target/build.log" >&2; fail 1 "The build failed; the lines above say where."; }
}

# Runs a class of the project: run_class [JVM FLAG...] CLASS [ARGUMENT...]
run_class() { "$java" "${java_flags[@]}" -cp "$jar" "$@"; }

# Prints the flag that uses the archive of classes, or makes it at the end of this run where there is none yet.
archive_flag() {
  if [ "$archive" -nt "$jar" ]; then
    printf '%s\n' "-XX:SharedArchiveFile=$archive"
  else
    printf '%s\n' "-XX:ArchiveClassesAtExit=$archive"
  fi
}

# Writes the kernelspec NAME into a folder of kernels; a kernel of that name that is not ours is left alone.
install_kernel() { # install_kernel FOLDER NAME
  run_class segmentation.app.InstallKernel --name "$2" "$1" -- \
    "$java" "${java_flags[@]}" "-XX:SharedArchiveFile=$archive" -cp "$jar"
}

# Offers the kernelspec `java` to the Jupyter started from this shell, and to no other.
local_kernel() {
  install_kernel "$target/jupyter/kernels" java
  export JUPYTER_PATH=$target/jupyter${JUPYTER_PATH:+:$JUPYTER_PATH}
}

# Makes the archive of classes by a run that nobody looks at, so that the first kernel a person starts is quick too.
ensure_archive() {
  [ "$archive" -nt "$jar" ] && return
  say "Preparing a quick start …"
  (cd "$project/notebooks" && run_class "$(archive_flag)" "-Dsegmentation.site=$target/quick-start" \
    segmentation.app.RunNotebooks) >/dev/null 2>&1 || say "The quick start could not be prepared; all works without it."
}
