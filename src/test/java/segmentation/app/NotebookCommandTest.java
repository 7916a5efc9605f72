package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code environment/segment notebook}: on the real template where that matters, else on a short one. */
@Tag("slow")
class NotebookCommandTest {
    private static final String SHORT = """
        {"cells": [
          {"cell_type": "code", "execution_count": null, "id": "a", "metadata": {"tags": ["parameters"]},
           "outputs": [], "source": ["import java.util.*;\\n", "String file = \\"\\";\\n",
            "List<String> features = List.of();\\n", "List<String> logged = List.of();\\n",
            "Map<String, Double> weights = Map.of();\\n", "String scaling = \\"\\";\\n", "int k = 0;\\n", "String id = \\"\\";\\n",
            "List<String> reading = List.of();\\n", "String report = \\"\\";"]},
          {"cell_type": "code", "execution_count": null, "id": "b", "metadata": {}, "outputs": [], "source": ["%s"]}
         ], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        """;

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void nameTheResult() {
        out = folder.resolve("out");
    }

    @AfterEach
    void forgetTheProject() {
        System.clearProperty("segmentation.data");
    }

    @Test
    void leavesTheExecutedNotebookItsPageAndTheReport() throws IOException {
        Path file = customers("my \"customers\" \\u0022;.csv", "age,spend\n20,5\n40,9\n60,100\n");

        Ran ran = notebook(file, "--features", "spend", "--k", "2");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("my-customers-u0022.ipynb: cell ", "report.html");
        assertThat(names(out))
                .containsExactly("files.sha256", "my-customers-u0022.html", "my-customers-u0022.ipynb", "report");
        assertThat(Files.readString(out.resolve("my-customers-u0022.html")))
                .contains(
                        "<a href=\"report/report.html\">the report</a>",
                        "<span class=\"text\">&quot;spend&quot;</span>");
        assertThat(names(out.resolve("report"))).contains("report.html", "segments.csv", "model.json");
        assertThat(Files.readString(out.resolve("report/report.html")))
                .contains("<a href=\"../my-customers-u0022.html\">notebook</a>")
                .doesNotContain("index.html");
        assertThat(names(folder)).hasSize(2);
        assertThat(System.getProperty("segmentation.site")).isNull();
    }

    @Test
    void givesTheNotebookWhatWasAskedFor() throws IOException {
        useTemplate("features + \\\"|\\\" + logged + \\\"|\\\" + scaling + \\\"|\\\" + k + \\\"|\\\" + id");

        Ran ran = notebook(
                customers("a.csv", "a b,c,\"d,e\"\n1,2,3\n"),
                "--features",
                "A B,c",
                "--features",
                "d,e",
                "--log",
                "c",
                "--scale",
                "robust",
                "--k",
                "7",
                "--id",
                "no \"quotes\"");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Files.readString(out.resolve("a.ipynb"))).contains("[a b, c, d,e]|[c]|robust|7|no \\\"quotes\\\"");
    }

    @Test
    void readsTheFileAsItIsToldLikeFit() throws IOException {
        useTemplate("reading");

        Ran ran = notebook(
                customers("a.csv", "x;y\n1.234;2\n"),
                "--decimal",
                "comma",
                "--thousands",
                "point",
                "--currency",
                "EUR,€",
                "--missing",
                "unknown",
                "--encoding",
                "UTF-8",
                "--delimiter",
                "semicolon");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Files.readString(out.resolve("a.ipynb")))
                .contains("[currency EUR, currency €, missing unknown, encoding UTF-8, delimiter semicolon, "
                        + "decimal comma, thousands point]");
    }

    /** A database's address and query reach the notebook as they were given. Skipped where DuckDB's driver is not there. */
    @Test
    void readsTheRowsOfADatabase() throws IOException, SQLException {
        assumeTrue(
                DriverManager.drivers()
                        .anyMatch(driver -> driver.getClass().getName().startsWith("org.duckdb")),
                "the driver of DuckDB is not on the class path");
        String address = "jdbc:duckdb:" + folder.resolve("shop.duckdb");
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE people AS SELECT range AS id, 20 + range % 7 AS age FROM range(24)");
        }
        useTemplate("segmentation.data.inspect.CustomerFile.read(segmentation.notebook.Notebook.file(file),"
                + " segmentation.csv.ReadingOptions.of(reading)).customers(features,"
                + " Optional.empty()).rows()");

        Ran ran =
                notebook(Path.of(address), "--query", "SELECT id, age FROM people WHERE id < 17", "--features", "age");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Files.readString(out.resolve("shop.ipynb"))).contains("\"17\"");
    }

    @Test
    void choosesByVotesWhereNothingIsSaid() throws IOException {
        useTemplate("features + scaling + k + id + report");

        assertThat(notebook(customers("report.csv", "x\n1\n")).code()).isZero();

        assertThat(Files.readString(out.resolve("customers.ipynb"))).contains("[]zscore0report");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new IllegalArgumentException(\\\"k is too large\\\"); | 2 | k is too large",
                "throw segmentation.io.DataException.inFile(\\\"a\\\", \\\"b\\\", \\\"c\\\", \\\"d\\\"); | 2 |"
                        + " a: found b, expected c; d.",
                "1 / 0 | 1 | a.ipynb, cell 2 [2], line 1, 1 / 0: ArithmeticException: / by zero"
            })
    void endsWithOneSentenceWhereACellFailsAndLeavesNothing(String code, int exit, String sentence) throws IOException {
        useTemplate(code);

        Ran ran = notebook(customers("a.csv", "x\n1\n"));

        assertThat(ran.code()).isEqualTo(exit);
        assertThat(ran.err().lines()).last().isEqualTo(sentence);
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"x", "1", "-3", "2.5", "99999"})
    void refusesANumberOfSegmentsThatIsNone(String k) throws IOException {
        Ran ran = notebook(customers("a.csv", "x\n1\n"), "--k", k);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("--k is auto or a number of segments from 2, got " + k + "\n");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Ran ran = notebook(folder.resolve("no.csv"));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("no.csv: found no such file");
    }

    @Test
    void leavesAFolderAloneThatHoldsSomethingElse() throws IOException {
        Files.writeString(Files.createDirectories(out).resolve("letter.txt"), "mine");

        Ran ran = notebook(customers("a.csv", "x\n1\n"));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(names(out)).containsExactly("letter.txt");
    }

    private Ran notebook(Path file, String... more) {
        return Ran.segment(
                Stream.concat(Stream.of("notebook", file.toString(), "--out", out.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Path customers(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void useTemplate(String code) throws IOException {
        Path project = Files.createDirectories(folder.resolve("project"));
        Path notebooks = Files.createDirectories(project.resolve("notebooks"));
        Files.writeString(notebooks.resolve("07-your-own-data.ipynb"), SHORT.formatted(code));
        System.setProperty("segmentation.data", project.resolve("data").toString());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
