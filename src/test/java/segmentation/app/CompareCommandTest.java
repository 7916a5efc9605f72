package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final String HEADER = "id,age,segment,segment_name,distance,note\r\n";

    // Worked by hand: segment 1 goes on as 2 and 2 as 1; C alone moves, and F has no segment before.
    private static final String BEFORE = HEADER
            + "A,20,1,Young,0.1,\r\nB,21,1,Young,0.1,\r\nC,22,1,Young,0.1,\r\nD,60,2,Old,0.1,\r\nE,61,2,Old,0.1,\r\n"
            + "F,,,,,age is missing\r\n";
    private static final String AFTER = HEADER
            + "E,61,1,Elder,0.1,\r\nD,60,1,Elder,0.1,\r\nC,22,1,Elder,0.1,\r\nB,21,2,Younger,0.1,\r\nA,20,2,Younger,0.1,\r\n"
            + "F,50,2,Younger,0.1,\r\n";

    @TempDir
    private Path folder;

    @Test
    void saysWhoMovedWhateverTheNumbersOfTheSegments() throws IOException {
        Ran ran = compare(
                BEFORE,
                AFTER,
                "--id",
                "id",
                "--moved",
                folder.resolve("moved.csv").toString());

        assertThat(ran.code()).isEqualTo(1);
        // Of 10 pairs 4 are together in each, 2 in both: (2 - 1.6) / (4 - 1.6).
        assertThat(ran.out())
                .containsPattern(
                        "^5 customers with a segment in both: 1 \\(20.0.%\\) moved; adjusted Rand index 0.167.\n")
                .containsPattern("1 +Young +2, Younger +1 +2\n")
                .containsPattern("2 +Old +1, Elder +2 +0\n")
                .containsPattern("C +1 +1\n")
                .contains("The settings of both are not known");
        assertThat(folder.resolve("moved.csv")).hasContent("customer,before,after\r\nC,1,1\r\n");
    }

    @Test
    void findsNothingWhereSegmentsAreTheSame() throws IOException {
        Ran ran = compare(BEFORE, BEFORE);

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .containsPattern("0 \\(0.0.%\\) moved; adjusted Rand index 1.000")
                .doesNotContain("who moved");
    }

    @Test
    void refusesFilesThatHaveNoCustomerInCommon() throws IOException {
        assertThat(compare(BEFORE, AFTER.replace("C,22", "C,23")).err())
                .contains("no customer with a segment in both files", "--id");
        assertThat(compare(BEFORE, "id,age\nA,20\nB,21\n").err()).contains("no columns segment, segment_name");
        assertThat(compare(BEFORE.replace("B,21", "A,21"), AFTER, "--id", "id").err())
                .contains("the customer A twice");
    }

    @Test
    void saysWhichSettingsDiffer() throws IOException {
        Path file = Files.writeString(
                folder.resolve("customers.csv"),
                "id,age,spend\n"
                        + Stream.iterate(0, i -> i + 1)
                                .limit(30)
                                .map(i -> "K%d,%d,%d\n".formatted(i, 20 + 7 * i % 45, i < 15 ? i : 900 + i))
                                .reduce("", String::concat));
        fit(file, "one", "--k", "2", "--features", "age,spend");
        fit(file, "two", "--k", "3", "--features", "spend", "--log", "spend", "--seed", "7");

        String said = Ran.segment(
                        "compare",
                        folder.resolve("one").toString(),
                        folder.resolve("two").toString())
                .out();

        assertThat(said)
                .contains("What was done otherwise:")
                .contains("features: before age, spend; after spend")
                .contains("logged: before none; after spend")
                .contains("seed: before 42; after 7")
                .contains("k: before 2; after 3")
                .doesNotContain("scaling:");
    }

    private void fit(Path file, String out, String... options) {
        Ran ran = Ran.segment(Stream.concat(
                        Stream.of(
                                "fit",
                                file.toString(),
                                "--skip",
                                "gap,stability,null,prediction-strength",
                                "--k-max",
                                "3",
                                "--out",
                                folder.resolve(out).toString()),
                        Arrays.stream(options))
                .toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    private Ran compare(String before, String after, String... options) throws IOException {
        Path one = Files.writeString(folder.resolve("before.csv"), before);
        Path other = Files.writeString(folder.resolve("after.csv"), after);
        return Ran.segment(Stream.concat(Stream.of("compare", one.toString(), other.toString()), Arrays.stream(options))
                .toArray(String[]::new));
    }
}
