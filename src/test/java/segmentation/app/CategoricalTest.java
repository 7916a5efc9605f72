package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.analysis.Segmentation;
import segmentation.csv.ReadingOptions;
import segmentation.data.inspect.CustomerFile;
import segmentation.features.FeatureMatrix;
import segmentation.features.Vectors;

/** Columns of categories as features, logarithms that the file decides on, and medians of the training in scores. */
class CategoricalTest {
    private static final String[] QUICK = {"--k-max", "3", "--skip", "gap,stability,null,prediction-strength"};

    @TempDir
    private Path folder;

    private static String table(String header, int rows, IntFunction<String> row) {
        return header + "\n" + IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }

    private static String customers() {
        return table(
                "id,region,age,spend",
                30,
                i -> "K%d,%s,%d,%d"
                        .formatted(
                                i,
                                List.of("North", "South", "West").get(i / 10),
                                30 + i % 3,
                                i * i % 17 * (i % 7 == 0 ? 90 : 1)));
    }

    @Test
    void putsCustomersOfDifferentCategoriesAsFarApartAsAsked() throws IOException {
        CustomerFile file = CustomerFile.read(file("c.csv", customers()), ReadingOptions.guessed());
        FeatureMatrix matrix = Segmentation.of(file)
                .features("age")
                .categorical(2.5, List.of("region"))
                .prepared()
                .matrix();

        // Rows 0, 3 and 12 have the same age; 0 and 3 are of the North, 12 of the South.
        assertThat(Vectors.squaredDistance(matrix.row(0), matrix.row(3))).isZero();
        assertThat(Vectors.squaredDistance(matrix.row(0), matrix.row(12))).isCloseTo(2.5, within(1e-12));
        assertThat(Vectors.squaredDistance(matrix.row(12), matrix.row(21))).isCloseTo(2.5, within(1e-12));
    }

    @Test
    void segmentsByCategoriesAndScoresThem() throws IOException {
        String out = folder.resolve("out").toString();
        Path file = file("c.csv", customers());
        String options = "--features age --categorical region --categorical-weight 50 --k 3 --out " + out;
        Ran fitted = run("fit", file, options.split(" "));

        assertThat(fitted.code()).as(fitted.err()).isZero();
        assertThat(fitted.out()).contains("region = North", "region = West");
        Matcher contrast = Pattern.compile(
                        "Without region, 3 segments of the same customers are \\w+.*: adjusted Rand index"
                                + " [−0-9.]+, and (\\d+) of 30 customers \\([0-9.]+ %\\) are in another segment\\.")
                .matcher(fitted.err());
        assertThat(contrast.find()).isTrue();
        assertThat(Files.readString(folder.resolve("out/report.md"))).contains(contrast.group());
        assertThat(Integer.parseInt(contrast.group(1))).isBetween(1, 29);
        List<String> others = List.of("South,A,30", "Mars,B,30", ",C,31");
        List<String> scored = score(Path.of(out), table("region,id,age", others.size(), others::get));
        List<String> training = Files.readAllLines(Path.of(out, "segments.csv"));
        assertThat(training.get(1)).matches("K0,North,30,0,[123],.*");
        assertThat(scored.get(1)).matches("South,A,30,[123],.*");
        assertThat(scored.get(1).split(",")[3])
                .isEqualTo(training.get(11).split(",")[4])
                .isNotEqualTo(training.get(1).split(",")[4]);
        assertThat(scored.get(2)).contains("Mars").endsWith("expected a category of the training\"");
        assertThat(scored.get(3)).matches("(\"\")?,C,31,[123],.*");
    }

    /** Without the categories there are three different customers, so that four segments of them are none. */
    @Test
    void contrastsWithFewerSegmentsWhereFewerCustomersDiffer() throws IOException {
        String all = "--features age --categorical region --k 4 --out " + folder.resolve("few");

        Ran ran = run("fit", file("c.csv", customers()), all.split(" "));

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("Without region, 3 segments of the same customers are ");
    }

    @ParameterizedTest
    @CsvSource({
        "--features age --categorical id, 'expected categories that repeat, from 2 to 30'",
        "--features age --categorical region --scale none, units of a scaling",
        "--categorical region --categorical-weight 0, --categorical-weight takes a number above 0"
    })
    void refusesColumnsThatHoldNoCategories(String options, String said) throws IOException {
        String all = "%s --out %s".formatted(options, folder.resolve("x"));

        assertThat(run("fit", file("c.csv", customers()), all.split(" ")).err()).contains(said);
    }

    @Test
    void takesLogarithmsWhereTheyHelpAndSaysWhy() throws IOException {
        Ran ran = run(
                "fit",
                file("c.csv", customers()),
                "--log",
                "auto",
                "--out",
                folder.resolve("o").toString());

        assertThat(ran.err())
                .containsPattern("log of age: no, no long tail: skewness [−0-9.]+, [−0-9.]+ after it")
                .containsPattern("log of spend: yes, skewness [1-9][0-9.]*, [−0-9.]+ after it");
        assertThat(Files.readString(folder.resolve("o/metrics.json")))
                .containsPattern("\"logged\" ?: ?\\[ ?\"spend\" ?\\]");
    }

    @Test
    void imputesTheMediansOfTheTrainingInScores() throws IOException {
        Path out = folder.resolve("out");
        run(
                "fit",
                file(
                        "c.csv",
                        table(
                                "id,age,spend",
                                30,
                                i -> "K%d,%d,%d".formatted(i, i < 15 ? 20 : 60, i < 15 ? 1 + i : 900 + i))),
                "--features",
                "age,spend",
                "--k",
                "2",
                "--out",
                out.toString());

        // In the new file alone the median of spend is 921.5; the training's is 465.
        String rows = "id,age,spend\nA,20,\nB,60,921\nC,60,922\n";
        List<String> imputed = score(out, rows, "--impute", "median");
        List<String> given = score(out, rows.replace("A,20,", "A,20,465"));

        assertThat(imputed.get(1).replace("A,20,,", "")).isEqualTo(given.get(1).replace("A,20,465,", ""));
        assertThat(score(out, rows).get(1)).contains("found an empty cell");
    }

    private List<String> score(Path out, String rows, String... options) throws IOException {
        Path scored = folder.resolve("scored.csv");
        Ran ran = Ran.segment(Stream.concat(
                        Stream.of(
                                "score",
                                out.resolve("model.json").toString(),
                                file("new.csv", rows).toString(),
                                "--out",
                                scored.toString()),
                        Arrays.stream(options))
                .toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
        return Files.readAllLines(scored);
    }

    private static Ran run(String command, Path file, String... options) {
        return Ran.segment(Stream.of(Stream.of(command, file.toString()), Arrays.stream(QUICK), Arrays.stream(options))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
