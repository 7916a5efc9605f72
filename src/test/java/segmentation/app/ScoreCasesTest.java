package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New files that are written otherwise than the training: the same segments, or a reason. */
class ScoreCasesTest {
    private static final int ROWS = 30;

    @TempDir
    private static Path folder;

    private static String model;
    private static String segments;

    @BeforeAll
    static void fitAModel() throws IOException {
        Path out = folder.resolve("trained");
        Ran ran = Ran.segment(
                "fit",
                file("training.csv", training()).toString(),
                "--features",
                "Annual Income,age,member",
                "--k",
                "2",
                "--skip",
                "gap,stability,null,prediction-strength",
                "--out",
                out.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        model = out.resolve("model.json").toString();
        segments = segmentsOf(score(training()));
    }

    private static String training() {
        return table("id,Annual Income,age,member", i -> "K%d,%d,%d,%d".formatted(i, income(i), 20 + i % 9, i % 2));
    }

    private static int income(int i) {
        return i < 15 ? 20_000 + 100 * i : 90_000 + 150 * i;
    }

    private static String table(String header, IntFunction<String> row) {
        return header + "\n" + IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }

    @Test
    void givesTheSameSegmentsHoweverTheFileIsWritten() throws IOException {
        UnaryOperator<String> yesNo = text -> text.replaceAll("(?m),1$", ",yes").replaceAll("(?m),0$", ",no");

        assertThat(segmentsOf(score(training().replace("Annual Income", "annual_income"))))
                .isEqualTo(segments);
        assertThat(segmentsOf(score(training().replace("Annual Income", " ANNUAL INCOME "))))
                .isEqualTo(segments);
        assertThat(segmentsOf(score(training().replace(',', ';')))).isEqualTo(segments);
        assertThat(segmentsOf(score(yesNo.apply(training())))).isEqualTo(segments);
        assertThat(segmentsOf(
                        score(yesNo.apply(training()).replace("yes", "TRUE").replace("no\n", "FALSE\n"))))
                .isEqualTo(segments);
        assertThat(segmentsOf(score(table(
                        "member;age;id;Annual Income",
                        i -> "%d;%d;K%d;%d,0".formatted(i % 2, 20 + i % 9, i, income(i))))))
                .isEqualTo(segments);
        assertThat(segmentsOf(score(
                        table(
                                "id,Annual Income,age,member",
                                i -> "K%d,\"$%d,%03d.00\",%d,%d"
                                        .formatted(i, income(i) / 1000, income(i) % 1000, 20 + i % 9, i % 2)),
                        "--currency",
                        "$",
                        "--thousands",
                        "comma")))
                .isEqualTo(segments);
    }

    /** The option that reads the cells is named, as by check, fit and rfm, and reads them then. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        "$%d,%03d.00"; try --currency '$' --thousands comma
        CHF %d'%03d.-; try --currency CHF --thousands apostrophe
        %d%03d EUR; try --currency EUR
        "%d,%03d"; try --thousands comma
        """)
    void namesTheOptionThatReadsTheCells(String cell, String hint) throws IOException {
        String text = table(
                "id,Annual Income,age,member",
                i -> "K%d,%s,%d,%d"
                        .formatted(i, cell.formatted(income(i) / 1000, income(i) % 1000), 20 + i % 9, i % 2));

        assertThat(score(text).err()).contains("expected a number (" + hint + ")");
        assertThat(segmentsOf(
                        score(text, hint.replace("try ", "").replace("'", "").split(" "))))
                .isEqualTo(segments);
    }

    @Test
    void refusesAnotherUnit() throws IOException {
        Ran ran = score(table(
                "id,Annual Income,age,member", i -> "K%d,%d00,%d,%d".formatted(i, income(i), 20 + i % 9, i % 2)));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("found Annual Income with a mean of ", "expected the units of the training");
    }

    @Test
    void refusesAFileWithoutAFeature() throws IOException {
        Ran ran = score(training().replace("Annual Income", "Salary"));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("no column called \"Annual Income\"");
    }

    @Test
    void saysThatNobodyHasASegment() throws IOException {
        Ran ran = score(table("id,Annual Income,age,member", i -> "K%d,,%d,%d".formatted(i, 20 + i % 9, i % 2)));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("None of the 30 rows has a segment; the note of the first says: ");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "8, true"})
    void tellsWhereTheModelHasGrownOld(int older, boolean old) throws IOException {
        Ran ran = score(table(
                "id,Annual Income,age,member",
                i -> "K%d,%d,%d,%d".formatted(i, income(i), 20 + older * (i % 2) + i % 9, i % 2)));

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("Beside the training", "segment 1", "Annual Income");
        assertThat(ran.err().contains("the model has grown old")).isEqualTo(old);
    }

    private static Ran score(String text, String... options) throws IOException {
        String[] all = Stream.concat(
                        Stream.of(
                                "score",
                                model,
                                file("new.csv", text).toString(),
                                "--out",
                                folder.resolve("scored.csv").toString()),
                        Arrays.stream(options))
                .toArray(String[]::new);
        return Ran.segment(all);
    }

    private static String segmentsOf(Ran ran) throws IOException {
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out()
                .lines()
                .limit(5)
                .map(line -> line.replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
