package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.messages.publish.PublishDisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.kernel.EmbeddedKernel.Outcome;

class CellTest {
    @AutoClose
    private static final EmbeddedKernel KERNEL = EmbeddedKernel.start(Path.of(""));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 1 | 2",
                "'int a = 3; a * a' | 9",
                "'int b = 3;\nint c = 4;\nb + c' | 7",
                "'\"x\"; // tail' | x",
                "'/* lead */ \"é→\"' | é→",
                "List.of(1, 2) | [1, 2]",
                "'if (true) { }\n5' | 5",
                "'class P { int q = 8; }\nnew P().q' | 8",
                "'\"\"\"\n %d of\n%classpath\n \"\"\".length()' | 18",
            })
    void showsTheValueOfItsLastExpression(String source, String shown) {
        assertThat(result(KERNEL.run(source))).isEqualTo(shown);
    }

    /** A long cell is looked at in parts: nothing may be cut there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (false) { }\n/* LONG */\nelse { System.out.append(\"1\"); }\n6 * 7",
                "if (false) { }\n// a\nelse { String s = \"\"\"\nLONG\"\"\"; }\n6 * 7",
                "String text = \"\"\"\nLONG\n\"\"\"; int n = 41;\nn + 1",
                "class Long1 {\n/* LONG */\nint v = 42; }\nnew Long1().v",
                "int m = 41;\n/* LONG */\nm + 1",
                "int k = 40\n// LONG\n+ 2; k",
                "int j = /* LONG */ 42; j",
            })
    void findsThePiecesOfALongCell(String source) {
        String line = "int a = 1; \\\" else { } /x 'c'\n// ";

        assertThat(result(KERNEL.run(source.replace("LONG", line.repeat(400))))).isEqualTo("42");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int d = 3;",
                "import java.util.zip.CRC32;",
                "void nothing() { }",
                "int e; e = 4;",
                "\"a\"; int f = 1;",
                "System.gc();",
                "null",
                "// Your code here",
                "",
                "/* only\n a comment */\n\n"
            })
    void showsNothingWhereItEndsInAnythingElse(String source) {
        Outcome outcome = KERNEL.run(source);

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.shown()).isEmpty();
    }

    @Test
    void countsEveryCellEvenOneOfCommentsOnly() {
        int first = KERNEL.run("// a comment").number();
        int second = KERNEL.run("oops").number();
        int third = KERNEL.run("1").number();

        assertThat(List.of(second, third)).containsExactly(first + 1, first + 2);
    }

    @Test
    void showsPrintedTextInOrderAndBeforeTheResult() {
        Outcome outcome = KERNEL.run(
                "var out = System.out; out.print(\"a\"); System.err.append(\"b\\n\"); out.println(\"é→\"); 7");

        assertThat(outcome.shown()).hasSize(4);
        assertThat(outcome.shown().subList(0, 3))
                .map(shown -> (PublishStream) shown)
                .extracting(stream -> stream.getStreamType() + " " + stream.getText())
                .containsExactly("OUT a", "ERR b\n", "OUT é→\n");
        assertThat(result(outcome)).isEqualTo("7");
    }

    @Test
    void showsBytesOfACharacterOnlyWhenItIsWhole() {
        Outcome outcome =
                KERNEL.run("System.out.write(0xC3); System.out.flush(); Thread.sleep(300); System.out.write(0xA9);");

        assertThat(outcome.shown()).hasSize(1);
        assertThat(((PublishStream) outcome.shown().get(0)).getText()).isEqualTo("é");
    }

    @Test
    void returnsTheValueItselfToAProgramThatAsks() {
        assertThat(KERNEL.kernel().evalRaw("List.of(6 * 7)")).isEqualTo(List.of(42));
        assertThat(KERNEL.kernel().evalRaw("int nothing;")).isNull();
    }

    @Test
    void displaysAValueWithoutAnEcho() {
        Outcome outcome = KERNEL.run("display(List.of(3));");

        assertThat(outcome.shown()).hasSize(1);
        PublishDisplayData shown = (PublishDisplayData) outcome.shown().get(0);
        assertThat(shown.getData(MIMEType.TEXT_PLAIN)).isEqualTo("[3]");
    }

    @Test
    void displaysAValueInTheFormsAskedFor() {
        Outcome outcome = KERNEL.run("display(List.of(3), \"text/plain\");");

        assertThat(outcome.error()).isEmpty();
        PublishDisplayData shown = (PublishDisplayData) outcome.shown().get(0);
        assertThat(shown.getData(MIMEType.TEXT_PLAIN)).isEqualTo("[3]");
    }

    @Test
    void runsAllCellsOnOneThread() {
        KERNEL.run("ThreadLocal<String> left = new ThreadLocal<>(); left.set(\"here\");");

        assertThat(result(KERNEL.run("left.get()"))).isEqualTo("here");
    }

    @Test
    void letsAMethodUseALaterOneOfTheSameCell() {
        Outcome outcome = KERNEL.run("int early() { return late() + 1; }\nint late() { return 1; }\nearly()");

        assertThat(result(outcome)).isEqualTo("2");
    }

    @Test
    void readsFromSystemInOnlyWhereSomebodyCanAnswer() {
        CellError error =
                KERNEL.run("new Scanner(System.in).nextLine()").error().orElseThrow();

        assertThat(error.name()).isEqualTo("NoInput");
        assertThat(error).hasMessageContaining("nobody to answer");
        assertThat(KERNEL.run("1 + 2").error()).isEmpty();
    }

    @Test
    void saysWhereAValueCannotBeShown() {
        KERNEL.run("class Shy { public String toString() { throw new IllegalStateException(\"no\"); } }");

        CellError error = KERNEL.run("new Shy()").error().orElseThrow();

        assertThat(error).hasMessage("The result cannot be shown: no");
    }

    @Test
    void hasNoDisplayToOpenWindowsOn() {
        assertThat(result(KERNEL.run("java.awt.GraphicsEnvironment.isHeadless()")))
                .isEqualTo("true");
    }

    private static Object result(Outcome outcome) {
        assertThat(outcome.error()).isEmpty();
        Object last = outcome.shown().get(outcome.shown().size() - 1);
        return ((PublishExecuteResult) last).getData(MIMEType.TEXT_PLAIN);
    }
}
