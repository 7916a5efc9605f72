package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.kernel.EmbeddedKernel.Outcome;

class CellErrorTest {
    @AutoClose
    private static final EmbeddedKernel KERNEL = EmbeddedKernel.start(Path.of(""));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'int y = 1;\n\nint z =\n  foo + y;' | 4 | foo + y; | 'line 4, column 3: cannot find symbol: variable foo'",
                "'// why\nint w = 3\nint u = 4;' | 2 | int w = 3 | 'line 2, column 10: '';'' expected'",
                "'int q1 = 1;\nint r = (q1 +' | 2 | int r = (q1 + | 'line 2, column 14: reached end of file while parsing'",
                "'int s = 1;\nString t = \"abc;' | 2 | String t = \"abc; | 'line 2, column 12: unclosed string literal'",
                "'int i2 = \"s\";' | 1 | int i2 = \"s\"; | 'line 1, column 10: incompatible types: java.lang.String cannot be converted to int'",
                "'\n\n/* open' | 3 | /* open | The cell ends in the middle of what starts on line 3",
                "'int g = 1;\n}' | 2 | } | 'line 2, column 1: illegal start of statement'",
            })
    void namesLineAndColumnOfWhatDoesNotCompile(String source, int line, String sourceLine, String message) {
        CellError error = error(source);

        assertThat(error.name()).isEqualTo("CompilationError");
        assertThat(error.line()).isEqualTo(line);
        assertThat(error.sourceLine()).isEqualTo(sourceLine);
        assertThat(error).hasMessage(message);
    }

    @Test
    void answersWhereAResultThrowsAnyErrorWhileItIsShown() {
        CellError error = error("new Object() { public String toString() { throw new AssertionError(\"mine\"); } }");

        assertThat(error.name()).isEqualTo("AssertionError");
        assertThat(error).hasMessage("The result cannot be shown: mine");
    }

    @Test
    void outlivesACellThatCallsExit() {
        CellError error = error("int kept = 7;\ntry {\n  System.exit(3);\n} catch (Exception e) {}");

        assertThat(error.name()).isEqualTo("ExitCalled");
        assertThat(error.line()).isEqualTo(3);
        assertThat(error).hasMessageStartingWith("The cell called System.exit(3)");
        assertThat(KERNEL.run("kept").error()).isEmpty();
    }

    @Test
    void pointsAtThePlace() {
        assertThat(error("int a = 1;\nint b = a + nope;").traceback())
                .containsExactly(
                        "CompilationError: line 2, column 13: cannot find symbol: variable nope",
                        "    int b = a + nope;",
                        "                ^");
    }

    @Test
    void pointsAtEveryFaultOfAPiece() {
        assertThat(error("void both() {\n  int a = \"s\";\n  int b = \"t\";\n}").traceback())
                .containsExactly(
                        "CompilationError: line 2, column 11: incompatible types: java.lang.String cannot be converted to"
                                + " int",
                        "      int a = \"s\";",
                        "              ^",
                        "line 3, column 11: incompatible types: java.lang.String cannot be converted to int",
                        "      int b = \"t\";",
                        "              ^");
    }

    @Test
    void runsNothingOfACellThatDoesNotParse() {
        error("int never = 1;\nint broken = (");

        assertThat(error("never")).hasMessageContaining("cannot find symbol: variable never");
    }

    @Test
    void refusesAMethodThatUsesWhatNothingDeclares() {
        CellError error = error("int ok = 1;\nvoid later() { missing(); }");

        assertThat(error.line()).isEqualTo(2);
        assertThat(error).hasMessage("line 2: cannot find method missing()");
    }

    @Test
    void namesTheLineThatThrewAndTheMessageAlone() {
        CellError error = error(
                "for (int i = 0; i < 3; i++) {\n  if (i == 2)\n    throw new IllegalStateException(\"bad \" + i);\n}");

        assertThat(error.name()).isEqualTo("IllegalStateException");
        assertThat(error).hasMessage("bad 2");
        assertThat(error.line()).isEqualTo(3);
        assertThat(error.sourceLine()).isEqualTo("throw new IllegalStateException(\"bad \" + i);");
    }

    @Test
    void followsCallsThroughCellsAndLambdas() {
        int number = KERNEL.run("int half(int n) {\n  return n / 0;\n}").number();

        CellError error =
                error("var l = List.of(1, 2);\n\nl.stream()\n  .map(n -> {\n    return half(n);\n  })\n  .toList()");

        assertThat(error.line()).isEqualTo(5);
        assertThat(error.traceback().get(1)).isEqualTo("    in cell [%d], line 2: return n / 0;".formatted(number));
        assertThat(error.traceback().get(2)).isEqualTo("    at line 5 of this cell: return half(n);");
        assertThat(error.traceback()).last().isEqualTo("    at line 7 of this cell: .toList()");
    }

    @Test
    void namesCauses() {
        CellError error = error(
                "try { Integer.parseInt(\"x\"); } catch (RuntimeException e) {\n throw new IllegalStateException(\"outer\", e); }");

        assertThat(error.line()).isEqualTo(2);
        assertThat(error.traceback()).contains("Caused by NumberFormatException: For input string: \"x\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'String nil = null;\nnil.length()' | NullPointerException",
                "'int deep(int n) { return deep(n + 1); }\ndeep(1)' | StackOverflowError",
                "'new Scanner(System.in).next()' | NoInput",
                "'class Late { int v = 1 / 0; }\nnew Late()' | ArithmeticException",
            })
    void showsNothingOfTheKernelsInside(String source, String name) {
        CellError error = error(source);

        assertThat(error.name()).isEqualTo(name);
        assertThat(String.join("\n", error.traceback()))
                .doesNotContain("REPL")
                .doesNotContain("$JShell")
                .doesNotContain("jdk.jshell")
                .doesNotContain("do_it$")
                .doesNotContain("segmentation.kernel");
    }

    @Test
    void sendsTheErrorToTheFrontend() {
        Outcome outcome = KERNEL.run("throw new IllegalArgumentException(\"k must be at least 2, was 1\");");

        PublishError shown = (PublishError) outcome.shown().get(0);
        assertThat(shown.getErrorName()).isEqualTo("IllegalArgumentException");
        assertThat(shown.getErrorMessage()).isEqualTo("k must be at least 2, was 1");
    }

    @Test
    void keepsWhatRanBeforeTheFault() {
        error("int kept = 5;\nint bad = 1 / 0;");

        assertThat(KERNEL.run("kept").error()).isEmpty();
    }

    private static CellError error(String source) {
        return KERNEL.run(source).error().orElseThrow();
    }
}
