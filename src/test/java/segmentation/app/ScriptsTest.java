package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    /** Stands in for a run of the notebooks: leaves an archive of classes, and ends with a code. */
    private static final String RUN = "archive=$FOLDER/a.jsa; run_class() { : >\"${1#*=}\"; return %d; }; ";

    @TempDir
    private Path folder;

    @Test
    void findTheProjectWhateverCdpathSays() throws Exception {
        String said = shell("printf %s \"$project\"", Map.of("CDPATH", "."));

        assertThat(said).isEqualTo(Path.of("").toRealPath().toString());
    }

    @Test
    void openPathsWithAnyLetterWhereTheLocaleHasNone() throws Exception {
        assertThat(shell("locale charmap", Map.of("LC_ALL", "C"))).isEqualTo("UTF-8");
    }

    @Test
    void keepAnArchiveOfClassesThatIsWhole() throws Exception {
        shell(RUN.formatted(1) + "run_notebooks Any", Map.of("FOLDER", folder.toString()));

        assertThat(left()).containsExactly("a.jsa");
    }

    @Test
    void keepNoArchiveOfClassesThatWasCutShort() throws Exception {
        shell(RUN.formatted(137) + "run_notebooks Any", Map.of("FOLDER", folder.toString()));

        assertThat(left()).isEmpty();
    }

    @Test
    void explainTheBenchmarkWithoutRunningIt() throws Exception {
        Process benchmark = command("environment/benchmark", "--help");

        assertThat(read(benchmark.getInputStream()))
                .startsWith("environment/benchmark [notebook|evaluation] [--pairs N]")
                .doesNotContain("#", "set -");
        assertThat(benchmark.waitFor()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--fast | environment/benchmark does not know --fast; it takes notebook or evaluation",
                "everything | environment/benchmark does not know everything; it takes notebook or evaluation",
                "evaluation --pairs | --pairs takes a number from 1, not ''",
                "--pairs 0 | --pairs takes a number from 1, not '0'",
                "notebook --baseline | --baseline takes a value"
            })
    void refuseABenchmarkThatIsNotThere(String arguments, String sentence) throws Exception {
        Process benchmark = command(("environment/benchmark " + arguments).split(" "));

        assertThat(read(benchmark.getErrorStream())).startsWith(sentence).hasLineCount(1);
        assertThat(benchmark.waitFor()).isEqualTo(2);
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
