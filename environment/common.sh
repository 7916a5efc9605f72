# Shared by the commands beside it: where the project is, which Java runs it, and how it is built.
# shellcheck shell=bash

project=$(CDPATH= cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
# Without a UTF-8 locale, Java cannot open a file whose path has other letters than ASCII's.
case $(locale charmap 2>/dev/null) in UTF-8 | utf8) ;; *) export LC_ALL=C.UTF-8 ;; esac

target=$project/target
jar=$target/segmentation.jar
kernel_jar=$target/kernel/segmentation-kernel.jar

say() { printf '%s\n' "$*" >&2; }

fail() { # fail CODE SENTENCE
  local code=$1
  shift
  say "$*"
  exit "$code"
}

# Ctrl-C ends the command itself, whatever the program that it waits for makes of the signal.
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'rm -rf "${archive:-}.$$.part" "${target:-}/quick-start.$$"' EXIT

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
# Java 25 calls it an error that an archive was made without some flag, and then does without a part of it.
java_flags=(-Xmx256m -XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr "-Xlog:cds*=off:stderr"
  -Djava.awt.headless=true -Dfile.encoding=UTF-8
  # The second compiler puts methods that are compiled already into their callers, and is then slower and its code, too: loops
  # over a block of rows stay by themselves. They are called often enough long before they have been so 600 times.
  -XX:InlineSmallCode=500 -XX:Tier4MinInvocationThreshold=100)
[ "$java_feature" -ge 24 ] && java_flags+=(--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED)

# What Java loads and learns on the way to a first answer is kept ready in an archive, one a Java version and build: classes
# (class data sharing), and from Java 25 on also how often methods run (an AOT cache). Java does without one that does not
# fit, and says nothing.
#
# Moved to another place each time, as Java does since 17 so that nobody can guess it, so large an archive costs 40 ms a start.
# Of methods that run less than 20,000 times, a kernel has most in its first seconds, and no core to spare for compiling them
# a second time; the cache knows better which are worth it.
archive=$target/segmentation-$java_version.jsa
archive_flag=-XX:SharedArchiveFile
java_flags+=(-XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0)
kernel_flags=(-XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 -XX:Tier4CompileThreshold=60000)
archive_maker=-XX:ArchiveClassesAtExit
if [ "$java_feature" -ge 25 ]; then
  archive=$target/segmentation-$java_version.aot
  archive_flag=-XX:AOTCache
  archive_maker=-XX:AOTCacheOutput
  kernel_flags=()
  java_flags+=("-Xlog:aot*=off:stderr")
fi

# Makes target/segmentation.jar and target/lib; prints only what goes wrong. Style checks belong to environment/test.
build() {
  say "Building with Java $java_version …"
  one_at_a_time
  wait_for_users
  # Maven stays in the foreground, where Ctrl-C reaches it; what tells the time ends with it or with this command.
  tell_the_time &
  local clock=$! code=0
  maven -q package -Dmaven.test.skip=true -Dspotless.check.skip -Dcheckstyle.skip >"$target/build.log" 2>&1 || code=$?
  kill "$clock" 2>/dev/null && wait "$clock" 2>/dev/null || true
  exec 8>&-
  [ "$code" -eq 0 ] || { cat "$target/build.log" >&2; fail 1 "The build failed; the lines above say where."; }
  # A jar that would be the same is left as it is; its time must say that it is up to date. What was made from it is stale,
  # too, where only the kernel beside it has changed.
  if is_stale || [ "$kernel_jar" -nt "$jar" ]; then touch "$jar"; fi
  ensure_archive
}

# Builds only where the sources have changed since the jar was made; commands that need no build can then run side by side.
build_where_stale() {
  is_stale || return 0
  one_at_a_time
  is_stale || { release && return 0; }
  build
  ! is_stale || touch "$jar"
  release
}

# Builds where something has changed since the last build, and prepares the quick start where there is none; until this command
# ends no other works in target/. Maven itself needs seconds to find that all is as it was.
make_ready() {
  one_at_a_time
  if is_stale; then
    build
    ! is_stale || touch "$jar"
  else
    say "All is built."
    ensure_archive
  fi
}

# Tells whether anything that the jar is made from, or needs beside it, has changed since it was made, or cannot be looked at. What
# counts is when a file came to be what it is: one that is put in place of another may bring an older date. A folder has
# changed, too, when a file in it was removed.
is_stale() {
  [ ! -f "$jar" ] || [ ! -f "$kernel_jar" ] || [ -n "$(find "$project"/{pom.xml,src/pom.xml,src/main,src/kernel/pom.xml,src/kernel/main} \
    "$target/lib" -cnewer "$jar" -print -quit 2>/dev/null || echo unknown)" ]
}

tell_the_time() {
  local seconds=0 first=
  [ -d "$target/lib" ] || first='; the first build downloads the libraries'
  while sleep 1 >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do
    seconds=$((seconds + 1))
    [ $((seconds % 10)) -ne 0 ] || say "  still building after $seconds s$first"
  done
} 8>&- 9>&-

# A running program must keep its jar: while it runs it shares a lock that whoever replaces the jar wants alone.
use_jar() {
  command -v flock >/dev/null && { exec 8>>"$target/.jar.lock"; } 2>/dev/null || return 0
  flock -s 8
}

wait_for_users() {
  command -v flock >/dev/null && { exec 8>>"$target/.jar.lock"; } 2>/dev/null || return 0
  flock -n 8 || { say "  waiting for a command that still runs" && flock 8; }
}

# Makes target/, and waits where another command builds or runs in it, for as long as this one works or until `release`.
one_at_a_time() {
  { mkdir -p "$target" && exec 9>"$target/.lock"; } 2>/dev/null ||
    fail 3 "$target could not be written: check that the folder is writable and has room."
  command -v flock >/dev/null || return 0
  flock -n 9 || { say "  waiting for another command that works in target/" && flock 9; }
}

release() { exec 9>&-; }

# Runs a class of the project: run_class [JVM FLAG...] CLASS [ARGUMENT...]
run_class() { "$java" "${java_flags[@]}" -cp "$jar" "$@"; }

# Runs the notebooks, quickly started where that was prepared.
run_notebooks() { # run_notebooks [JVM FLAG...] segmentation.app.RunNotebooks [ARGUMENT...]
  run_class "$archive_flag=$archive" "$@"
}

# Writes the kernelspec NAME into a folder of kernels; a kernel of that name that is not ours is left alone. Notebooks
# outside the project find its data folder too.
install_kernel() { # install_kernel FOLDER NAME
  run_class segmentation.app.InstallKernel --name "$2" "$1" -- \
    "$java" "${java_flags[@]}" ${kernel_flags[@]+"${kernel_flags[@]}"} "$archive_flag=$archive" \
    "-Dsegmentation.data=$project/data" -cp "$jar"
}

# The same with Apache Spark beside the library.
spark_kernel() {
  spark_command
  run_class segmentation.app.InstallKernel --name java "$target/jupyter/kernels" -- \
    "${command_line[@]}" "-Dsegmentation.data=$project/data"
  export JUPYTER_PATH=$target/jupyter${JUPYTER_PATH:+:$JUPYTER_PATH}
}

# Offers the kernelspec `java` to the Jupyter started from this shell, and to no other.
local_kernel() {
  install_kernel "$target/jupyter/kernels" java
  export JUPYTER_PATH=$target/jupyter${JUPYTER_PATH:+:$JUPYTER_PATH}
}

# Makes the archive where there is none for this build and Java, by a run that nobody looks at. It gets its name when it is
# whole: Java ends at once with one that was cut short. Where it cannot be made, a file says so until the next build.
ensure_archive() {
  [ "$archive" -nt "$jar" ] || [ "$archive.failed" -nt "$jar" ] || [ ! -w "$target" ] && return
  say "Preparing a quick start, once for this build …"
  local part=$archive.$$.part work=$target/quick-start.$$
  rm -f "$archive".*.part "$archive.failed"
  # As in a kernel that Jupyter started, which watches the process named.
  (cd "$project/notebooks" && export JPY_PARENT_PID=$$ && run_class "$archive_maker=$part" "-Dsegmentation.data=$project/data" \
    segmentation.app.QuickStart "$project/data/mall-customers/mall-customers-stand-in.csv" "$work") \
    >"$target/quick-start.log" 2>&1 && [ -s "$part" ] && mv -f "$part" "$archive" || {
    rm -f "$part" "$archive"
    : >"$archive.failed"
    say "The quick start could not be prepared (see target/quick-start.log); all works without it."
  }
  rm -rf "$work"
}

spark_jar=$target/spark/segmentation-spark.jar

# Makes target/spark/: the module for Apache Spark with its libraries, which the first time are downloaded.
build_spark() {
  say "Building for Apache Spark with Java $java_version; the first time, 320 MB are downloaded …"
  mkdir -p "$target"
  maven -q package -P spark -pl src/spark -am -Dmaven.test.skip=true -Dspotless.check.skip -Dcheckstyle.skip \
    >"$target/spark.log" 2>&1 ||
    { cat "$target/spark.log" >&2 && fail 1 "The build failed; the lines above say where."; }
  touch "$spark_jar"
}

# The command that runs a class with Spark. What executors need beside Spark's own jars is named for them.
spark_command() {
  local package own= library
  for library in "$spark_jar" "$jar" "$target"/lib/*.jar; do
    case ${library##*/} in jackson-* | slf4j-* | segmentation-kernel*) ;; *) own=$own$library: ;; esac
  done
  command_line=("$java" "${java_flags[@]}" -Xmx2500m -Dsegmentation.spark.jars="$own"
    -Djdk.reflect.useDirectMethodHandle=false -Dio.netty.tryReflectionSetAccessible=true)
  for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
    java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
    command_line+=("--add-opens=java.base/$package=ALL-UNNAMED")
  done
  [ -n "${SPARK_CONF_DIR:-}" ] || command_line+=("-Dlog4j2.configurationFile=$project/src/spark/log4j2.properties")
  command_line+=(-cp "${SPARK_CONF_DIR:+$SPARK_CONF_DIR:}$spark_jar:$target/spark/lib/*")
}
