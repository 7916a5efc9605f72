package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImportTest {
    /** Each of these pairs of cells sets the variable back to null where JShell is given the text as it stands. */
    static List<List<String>> cellsThatReset() {
        return List.of(
                List.of("\nString kept = \"a\";", "\nimport java.util.zip.*;"),
                List.of("// why\nimport java.util.zip.CRC32;\nString kept = \"a\";", "\nimport java.util.jar.*;"),
                List.of(
                        "/* why */ import java.util.zip.CRC32;\n\nString kept = \"a\";",
                        "// more\nimport java.util.zip.CRC32;\nimport java.util.jar.*;"),
                List.of(
                        "import java.util.zip.CRC32;\n\nList<Integer> kept = List.of(1);",
                        "int other = 1;\n\nimport java.util.zip.Adler32;\nimport java.util.zip.*;"));
    }

    @ParameterizedTest
    @MethodSource("cellsThatReset")
    void keepsVariablesWhateverIsImportedLater(List<String> cells) {
        try (EmbeddedKernel kernel = EmbeddedKernel.start(Path.of(""))) {
            cells.forEach(cell -> assertThat(kernel.run(cell).error()).isEmpty());

            assertThat(kernel.run("kept.toString()").error()).isEmpty();
        }
    }

    static List<String> importsThatAreThereAnyway() {
        return List.of("java.io.*", "java.util.*", "java.util.stream.*", "java.util.List", "java.util.stream.Stream");
    }

    @ParameterizedTest
    @MethodSource("importsThatAreThereAnyway")
    void findsWhatIsThereBeforeTheFirstCellWhateverIsImportedAgain(String name) {
        try (EmbeddedKernel kernel = EmbeddedKernel.start(Path.of(""))) {
            for (int again = 0; again < 2; again++) {
                assertThat(kernel.run("import " + name + ";").error()).isEmpty();

                assertThat(kernel.run("""
                        List.of(new StringReader(""), BigDecimal.ONE, URI.create("a:b"), Path.of(""), Optional.empty(),
                            TimeUnit.DAYS, (Supplier<Stream<Object>>) Stream::of, Pattern.compile("a")).size()""").error()).isEmpty();
                assertThat(kernel.run("display(1)").error()).isEmpty();
            }
        }
    }

    @Test
    void letsACellDeclareWhatAPackageHas() {
        try (EmbeddedKernel kernel = EmbeddedKernel.start(Path.of(""))) {
            kernel.run("record Optional(int x) {}");

            assertThat(kernel.run("new Optional(3).x()").error()).isEmpty();
        }
    }

    @Test
    void saysSoWhereAVariableMustBeEmptied() {
        try (EmbeddedKernel kernel = EmbeddedKernel.start(Path.of(""))) {
            kernel.run("class A { int v = 3; }\nA held = new A();");

            List<Object> shown = kernel.run("class A { int v = 4; }").shown();

            assertThat(shown).singleElement().extracting("text").asString().startsWith("held is empty again");
        }
    }

    @Test
    void saysSoWhereAVariableIsGone() {
        try (EmbeddedKernel kernel = EmbeddedKernel.start(Path.of(""))) {
            kernel.run("record R(int x) {}\nR held = new R(1);");

            List<Object> shown = kernel.run("record R(int x, int y) {}").shown();

            assertThat(shown).singleElement().extracting("text").asString().startsWith("held is gone");
        }
    }

    @Test
    void saysNothingWhereAVariableIsDeclaredAnew() {
        try (EmbeddedKernel kernel = EmbeddedKernel.start(Path.of(""))) {
            kernel.run("int k = 5;");

            assertThat(kernel.run("int k = 6;").shown()).isEmpty();
            assertThat(kernel.run("int k = 6;").shown()).isEmpty();
            assertThat(kernel.run("String k = \"six\";").shown()).isEmpty();
        }
    }
}
