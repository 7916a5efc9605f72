package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeAssistTest {
    private static EmbeddedKernel kernel;

    @BeforeAll
    static void start() {
        kernel = EmbeddedKernel.start(Path.of(""));
        kernel.run("String known = \"abc\";");
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "known.toUpp| ~ toUpperCase(",
                "kno| ~ known",
                "'int x = 1;\nknown.toUpp|' ~ toUpperCase(",
                "'var mine = \"a\";\nmine.toUpp|' ~ toUpperCase(",
                "'int mineToo = 1;\nint other = mineT|' ~ mineToo",
                "'int doubled(int n) { return 2 * n; }\ndoub|' ~ doubled",
                "'kno|\nint unfinished = (' ~ known",
                "import java.util.concurrent.atomic.AtomicBool| ~ AtomicBoolean",
            })
    void completesWhatStandsBeforeTheCursor(String cell, String expected) {
        int cursor = cell.indexOf('|');

        ReplacementOptions options = kernel.kernel().complete(cell.replace("|", ""), cursor);

        assertThat(options.getReplacements()).contains(expected);
        String typed = cell.substring(options.getSourceStart(), cursor);
        assertThat(options.getReplacements()).allMatch(option -> option.startsWith(typed));
        assertThat(options.getSourceEnd()).isEqualTo(cursor);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "known.toLowerCase(| ~ String String.toLowerCase()",
                "known.toLower|Case() ~ String String.toLowerCase()",
                "kno|wn ~ known:java.lang.String",
                "'int x = 1;\nMath.max(1, |' ~ 'int Math.max(int a, int b)'",
                "Str|ing ~ java.lang.String",
            })
    void tellsWhatStandsAtTheCursor(String cell, String expected) {
        DisplayData found = kernel.kernel().inspect(cell.replace("|", ""), cell.indexOf('|'), false);

        assertThat(found.getData(MIMEType.TEXT_PLAIN).toString()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"kno|\"",
                "\"kno|",
                "// kno|",
                "'// one\n// kno|\nint x = 1;'",
                "/* kno| */",
                "/* kno|",
                "/*|",
                "/*/|",
                "'\"\"\"\nkno|\n\"\"\"'",
                "'\"\"\"\nkno|'",
            })
    void offersNothingInsideTextAndComments(String cell) {
        assertThat(completions(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "/* text */kno|",
                "\"text\".equals(kno|",
                "'\"\"\"\ntext\"\"\".equals(kno|'",
                "'// text\nkno|'",
                "|",
            })
    void completesBehindTextAndComments(String cell) {
        assertThat(completions(cell)).contains("known");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "'import java.util.concurrent.ThreadLocalRandom;\nThreadLocalR|' ~ ThreadLocalRandom",
                "'import java.util.concurrent.*;\nThreadLocalR|' ~ ThreadLocalRandom",
                "'import java.util.concurrent.ThreadLocalRandom;\nThreadLocalRandom.curr|' ~ current()",
                "'import static java.lang.Math.floorMod;\nfloorM|' ~ floorMod",
                "'import java.util.concurrent.*;\nint mine = 1;\n|\nThreadLocalRandom.current();' ~ mine",
            })
    void completesWhatTheSameCellImports(String cell, String expected) {
        assertThat(completions(cell)).contains(expected);
    }

    private static List<String> completions(String cell) {
        return kernel.kernel()
                .complete(cell.replace("|", ""), cell.indexOf('|'))
                .getReplacements();
    }

    @Test
    void countsCharactersAsJupyterDoes() {
        ReplacementOptions options = kernel.kernel().complete("\"😀\" + kno", 9);

        assertThat(options.getReplacements()).contains("known");
        assertThat(options.getSourceStart()).isEqualTo(6);
        assertThat(options.getSourceEnd()).isEqualTo(9);
    }

    @Test
    void tellsNothingOfWhatItDoesNotKnow() {
        assertThat(kernel.kernel().inspect("nobody", 3, false)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "int x = 1; ~ complete",
                "'int x = 1;\nx + 1' ~ complete",
                "'// only' ~ complete",
                "'int x = 1;\nif (x > 0) {' ~ '    '",
                "'for (int i = 0; i < 3; i++)' ~ '    '",
                "} ~ invalid",
                "%classpath some.jar ~ complete",
            })
    void tellsWhetherACellIsComplete(String cell, String expected) {
        assertThat(kernel.kernel().isComplete(cell)).isEqualTo(expected);
    }
}
