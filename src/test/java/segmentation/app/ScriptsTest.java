package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands in {@code environment/} share, in shells that are set up in unusual ways. */
@DisabledOnOs(OS.WINDOWS)
class ScriptsTest {
    /** Stands in for a run of what people do first: leaves an archive, and ends with a code. */
    private static final String QUICK_START =
            "target=$FOLDER; jar=$FOLDER/jar; touch -d '-1 minute' $jar; archive=$FOLDER/a.jsa; "
                    + "run_class() { echo classes >\"${1#*=}\"; return %d; }; ";

    /** Lets a test read what a script says on standard error. */
    private static final String SAY_ALOUD = "say() { echo \"$*\"; }; ";

    private static final String FAKE_JAVA = """
        #!/bin/sh
        [ "$1" != -XshowSettings:properties ] || { echo '  java.runtime.version = 17.0.1+2'; exit; }
        pwd
        echo $$
        printf '%s\\n' "$@"
        exit 7
        """;

    @TempDir
    private Path folder;

    @Test
    void tellAKernelWhereTheDataAre() throws Exception {
        String told = shell("run_class() { printf '%s\\n' \"$@\"; }; install_kernel folder java", Map.of());

        assertThat(told).contains("-Dsegmentation.data=" + Path.of("data").toAbsolutePath());
    }

    @Test
    void findTheProjectWhateverCdpathSays() throws Exception {
        String said = shell("printf %s \"$project\"", Map.of("CDPATH", "."));

        assertThat(said).isEqualTo(Path.of("").toRealPath().toString());
    }

    @Test
    void openPathsWithAnyLetterWhereTheLocaleHasNone() throws Exception {
        assertThat(shell("locale charmap", Map.of("LC_ALL", "C"))).isEqualTo("UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | still building after 10 s; the first build downloads the libraries",
                "mkdir $target/lib | still building after 10 s"
            })
    void saysOnlyOfTheFirstBuildThatItDownloads(String before, String said) throws Exception {
        String tenSeconds = "ticks=0; sleep() { :; }; kill() { ticks=$((ticks + 1)); [ $ticks -le 10 ]; }; ";

        assertThat(shell(SAY_ALOUD + "target=$FOLDER; " + before + "; " + tenSeconds + "tell_the_time", inFolder()))
                .isEqualTo(said);
    }

    @Test
    void prepareAQuickStartOnceForABuild() throws Exception {
        assertThat(shell(SAY_ALOUD + QUICK_START.formatted(0) + "ensure_archive; ensure_archive", inFolder()))
                .isEqualTo("Preparing a quick start, once for this build …");
        assertThat(left()).containsExactlyInAnyOrder("a.jsa", "jar", "quick-start.log");
    }

    @Test
    void prepareAQuickStartAnewForANewBuild() throws Exception {
        String newer = "touch -d '+1 minute' $jar; ";

        assertThat(shell(
                        SAY_ALOUD + QUICK_START.formatted(0) + "ensure_archive; " + newer + "ensure_archive",
                        inFolder()))
                .hasLineCount(2);
    }

    @Test
    void sayOnceThatAQuickStartCouldNotBePreparedAndKeepNoneThatWasCutShort() throws Exception {
        assertThat(shell(SAY_ALOUD + QUICK_START.formatted(137) + "ensure_archive; ensure_archive", inFolder()))
                .endsWith("\nThe quick start could not be prepared (see target/quick-start.log); all works without it.")
                .hasLineCount(2);
        assertThat(left()).containsExactlyInAnyOrder("a.jsa.failed", "jar", "quick-start.log");
    }

    private Map<String, String> inFolder() {
        return Map.of("FOLDER", folder.toString());
    }

    @Test
    void explainTheBenchmarkWithoutRunningIt() throws Exception {
        Process benchmark = command("environment/bench", "--help");

        assertThat(read(benchmark.getInputStream()))
                .startsWith("environment/bench [JOB...] [--pairs N]")
                .doesNotContain("#", "set -");
        assertThat(benchmark.waitFor()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--fast | environment/bench does not know --fast; see environment/bench --help",
                "everything | environment/bench does not know everything; see environment/bench --help",
                "evaluation --pairs | --pairs takes a number from 1, not ''",
                "--pairs 0 | --pairs takes a number from 1, not '0'",
                "notebook --baseline | --baseline takes a value"
            })
    void refuseABenchmarkThatIsNotThere(String arguments, String sentence) throws Exception {
        Process benchmark = command(("environment/bench " + arguments).split(" "));

        assertThat(read(benchmark.getErrorStream())).startsWith(sentence).hasLineCount(1);
        assertThat(benchmark.waitFor()).isEqualTo(2);
    }

    @Test
    void segmentWhereTheUserStandsInPlaceOfTheShell() throws Exception {
        Path project = projectWithAFakeJava();
        Path here = Files.createDirectories(folder.resolve("my files"));

        ProcessBuilder command = new ProcessBuilder(
                        project.resolve("environment/segment").toString(), "fit", "my customers.csv", "--log", "a b,c")
                .directory(here.toFile());
        command.environment().put("JAVA_HOME", "" + folder.resolve("jdk"));
        Process segment = command.start();

        assertThat(read(segment.getInputStream()))
                .startsWith(here.toRealPath() + "\n" + segment.pid() + "\n-Xmx256m\n")
                .endsWith("segmentation.app.SegmentCommand\nfit\nmy customers.csv\n--log\na b,c")
                .contains(
                        "\n-Xmx2500m\n",
                        "\n-XX:SharedArchiveFile=" + project.toRealPath().resolve("target"));
        assertThat(read(segment.getErrorStream())).isEmpty();
        assertThat(segment.waitFor()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "touch \"$project/pom.xml\" | built",
                "rm \"$project/src/main/Old.java\" | built",
                "rm \"$project/src/kernel/main/Old.java\" | built",
                "touch -d '1 hour ago' \"$project/src/main/Old.java\" | built",
                "rm \"$target/lib/library.jar\" | built",
                "rm -r \"$target/lib\" | built",
                "rm \"$kernel_jar\" | built",
                "rm \"$jar\" | built",
                "true | ''"
            })
    void buildOnlyWhatHasChangedSinceTheLastTime(String change, String said) throws Exception {
        Path common = projectWithAFakeJava().resolve("environment/common.sh");
        String build = ". '%s'; touch \"$jar\"; sleep .1; "
                + "build() { echo built; mkdir -p \"$target/lib\"; touch \"$kernel_jar\"; }; %s; build_where_stale; build_where_stale";

        assertThat(shell(build.formatted(common, change), Map.of("JAVA_HOME", "" + folder.resolve("jdk"))))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | All is built.",
                "touch -d '2 hours' \"$jar\" | All is built.;Preparing a quick start, once for this build …",
                "touch \"$project/src/main/New.java\" | built"
            })
    void haveAllReadyForNotebooksWithoutMavenWhereNothingHasChanged(String change, String said) throws Exception {
        Path common = projectWithAFakeJava().resolve("environment/common.sh");
        String ready = ". '%s'; touch \"$jar\"; sleep .1; " + SAY_ALOUD
                + "run_class() { echo classes >\"${1#*=}\"; }; build() { echo built; }; %s; make_ready";

        assertThat(shell(ready.formatted(common, change), Map.of("JAVA_HOME", "" + folder.resolve("jdk"))))
                .isEqualTo(said.replace(';', '\n'));
    }

    /** A project that seems built, and a Java that says where it runs, as which process, and what it was asked. */
    private Path projectWithAFakeJava() throws IOException {
        Path project = folder.resolve("a project");
        Files.createDirectories(project.resolve("environment"));
        for (String script : List.of("segment", "common.sh")) {
            Files.copy(
                    Path.of("environment", script),
                    project.resolve("environment").resolve(script));
        }
        for (String source : List.of("src/main/Old.java", "src/kernel/main/Old.java")) {
            Files.createDirectories(project.resolve(source).getParent());
            Files.createFile(project.resolve(source));
        }
        for (String module : List.of("", "src", "src/kernel")) {
            Files.createFile(project.resolve(module).resolve("pom.xml"));
        }
        Files.createDirectories(project.resolve("notebooks"));
        for (String made : List.of("lib/library.jar", "kernel/segmentation-kernel.jar", "segmentation.jar")) {
            Files.createDirectories(project.resolve("target").resolve(made).getParent());
            Files.createFile(project.resolve("target").resolve(made));
        }
        Path archive = Files.createFile(project.resolve("target/segmentation-17.0.1+2.jsa"));
        Files.setLastModifiedTime(archive, FileTime.from(Instant.now().plusSeconds(60)));
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, FAKE_JAVA);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return project;
    }

    private List<String> left() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String shell(String script, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", ". environment/common.sh; " + script);
        builder.environment().putAll(environment);
        Process shell = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return read(shell.getInputStream());
    }

    private static Process command(String... words) throws IOException {
        return new ProcessBuilder(words).start();
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
