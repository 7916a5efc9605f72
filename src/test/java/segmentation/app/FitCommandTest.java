package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.evaluation.OneThread;

class FitCommandTest {
    private static final String[] QUICK = {"--restarts", "5", "--k-max", "4", "--skip", "gap,prediction-strength"};

    @TempDir
    private Path folder;

    private Path file;
    private Path out;

    @BeforeEach
    void makeAFile() throws IOException {
        file = folder.resolve("my customers.csv");
        out = folder.resolve("out");
        Files.writeString(file, blobs(","));
    }

    /** Three groups of twelve customers that differ in income and spend, with an id, a city, and a constant. */
    private static String blobs(String delimiter) {
        SplittableRandom random = new SplittableRandom(1);
        List<String> lines =
                new ArrayList<>(List.of(String.join(delimiter, "id", "income", "spend", "city", "country")));
        IntStream.range(0, 36)
                .forEach(i -> lines.add(String.join(
                        delimiter,
                        "C" + (100 + i),
                        String.format(Locale.ROOT, "%.2f", 100 * (i % 3) + 10 * random.nextDouble()),
                        String.format(Locale.ROOT, "%.2f", 50 * ((i + 1) % 3) + 5 * random.nextDouble()),
                        i % 2 == 0 ? "Ulm" : "Bonn",
                        "DE")));
        return String.join("\n", lines) + "\n";
    }

    @Test
    void leavesEveryFileAndSaysWhatWasTakenAlwaysInTheSameBytes() throws Exception {
        Ran ran = fit();

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(files(out))
                .contains(
                        "report.html",
                        "report.md",
                        "interactive.html",
                        "slides.pptx",
                        "segments.csv",
                        "model.json",
                        "metrics.json",
                        "files.sha256")
                .contains("plots/segments.png", "plots/criteria.png", "plots/elbow.png", "plots/stability.png");
        assertThat(ran.err()).contains("Features: income, spend", "left: id, ", "left: country, ", "Written: " + out);
        assertThat(ran.out())
                .contains("36 customers form 3 segments by income and spend", "12", "33.3 %", "Jaccard")
                .doesNotContain("\t");
        assertThat(ran.out().lines().map(String::length)).allMatch(length -> length <= 80);
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("Customer segments in my customers.csv", "No advice is known for this file.")
                .doesNotContain("../index.html");
        assertThat(Files.readString(out.resolve("report.md")))
                .contains("](plots/segments.png)")
                .doesNotContainPattern("[\u0660-\u0669]");
        assertThat(left()).containsExactly("my customers.csv", "out");
        leavesTheSameOnOneThreadInAnotherLanguage(ran);
    }

    private void leavesTheSameOnOneThreadInAnotherLanguage(Ran ran) throws Exception {
        String hashes = Files.readString(out.resolve("files.sha256"));

        Ran again = OneThread.run(this::fitInArabic);

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).isEqualTo(ran.out());
        assertThat(Files.readString(out.resolve("files.sha256"))).isEqualTo(hashes);
    }

    @Test
    void keepsEveryRowWithItsCellsAndSaysWhyOneHasNoSegment() throws IOException {
        String text = blobs(";").replace('.', ',').replaceFirst("C101;[^;]*;", "C101;;");
        Files.writeString(file, text);

        Ran ran = fit();
        List<String> rows = Files.readAllLines(out.resolve("segments.csv"));

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(rows).hasSize(37);
        assertThat(rows.get(0)).isEqualTo("id;income;spend;city;country;segment;segment_name;distance;note");
        assertThat(rows.get(1)).matches("C100;[0-9]+,[0-9]{2};[0-9]+,[0-9]{2};Ulm;DE;1;[^;]+;[0-9]+,[0-9]{6};");
        assertThat(rows.get(2)).matches("C101;;[0-9,]+;Bonn;DE;;;;income: found .*, expected .*");
        assertThat(ran.err()).contains("1 of 36 rows are left out", "  line 3: income: found");
        assertThat(Files.readString(out.resolve("metrics.json"))).contains("\"used\" : 35".replace(" :", ":"));
    }

    @Test
    void printsTheFiguresAndNothingElseWhereAskedToAndTakesNamesWithCommasByAnOptionEach() throws IOException {
        Files.writeString(file, blobs(";").replace("income", "income, net"));

        Ran ran = fit("--json", "--features", "income, net", "--features", "spend");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out())
                .isEqualTo(Files.readString(out.resolve("metrics.json")))
                .contains("\"features\": [ \"income, net\", \"spend\" ]");
        assertThat(Files.readString(out.resolve("report.md"))).contains("Mean income, net ");
    }

    @Test
    void takesTheSegmentsThatAreAskedFor() throws IOException {
        Ran ran = fit("--k", "2", "--features", "spend", "--scale", "none", "--log", "spend", "--id", "id");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("36 customers form 2 segments by spend");
        assertThat(Files.readString(out.resolve("metrics.json")))
                .contains("\"logged\": [ \"spend\" ]", "\"scaling\": \"none\"", "\"features\": [ \"spend\" ]");
        assertThat(Files.readString(out.resolve("report.md")))
                .contains("Of spend the logarithm of 1 + x was taken. The features were not scaled.");
    }

    @Test
    void saysWhatWasNotComputed() throws IOException {
        Ran ran = fit("--skip", "stability,null");

        assertThat(ran.out()).contains("Not computed: whether one cloud without groups would do as well, and whether");
        assertThat(ran.out()).doesNotContain("Jaccard");
        assertThat(Files.readString(out.resolve("metrics.json"))).contains("\"verdict\": null", "\"jaccard\": null");
        assertThat(files(out)).doesNotContain("plots/stability.png").contains("plots/silhouette-scatter.png");
    }

    @Test
    void leavesOutOutliersWithANote() throws IOException {
        Files.writeString(file, blobs(",") + "C900,90000.5,20,Ulm,DE\n");

        Ran ran = fit("--drop-outliers", "3");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("1 of 37 rows are left out", "line 38: an outlier: income is 90,000.5, above");
        assertThat(Files.readAllLines(out.resolve("segments.csv")).get(37))
                .startsWith("C900,90000.5,20,Ulm,DE,,,,\"an outlier: income is");
    }

    @Test
    void triesOnlyAsManySegmentsAsCustomersDiffer() throws IOException {
        Files.writeString(file, "spend,x\n" + "1.5,a\n".repeat(5) + "2.5,b\n".repeat(4) + "9.5,c\n".repeat(3));

        Ran ran = fit();

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("Only 3 customers differ in these features, so k goes up to 3.");
    }

    @Test
    void escapesWhatComesFromTheFile() throws IOException {
        String hostile = "<script>alert(1)</script>";
        Files.writeString(
                file,
                blobs(",")
                        .replace("income", hostile)
                        .replace("city", "=cmd|' /C calc'!A0")
                        .replace("Ulm", "../../x"));

        Ran ran = fit();

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
        assertThat(Files.readString(out.resolve("report.md")))
                .contains("\\<script\\>")
                .doesNotContain("<script>");
        assertThat(left()).containsExactly("my customers.csv", "out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--k 1 | --k takes auto or a whole number from 2 up, got '1'",
                "--k many | --k takes auto or a whole number from 2 up, got 'many'",
                "--k-max 1 | --k-max takes a whole number from 2 up, got 1",
                "--k 40 | the 36 rows used hold 36 different customers, too few for k = 40; choose a smaller k",
                "--scale log | There is no scaling called log",
                "--skip gap,speed | --skip takes gap, prediction-strength, stability, null, got 'speed'",
                "--with all | --with takes gap, prediction-strength, stability, null, got 'all'",
                "--log city | city, whose logarithm is asked for, is no feature; the features are income, spend",
                "--features incom | incom",
                "--features city | city",
                "--id nobody | nobody",
                "--restarts 0 | --restarts takes a whole number from 1 up, got 0",
                "--drop-outliers -1 | --drop-outliers takes a number from 0 up, such as 3, got -1.0",
                "--delimiter x | The delimiter must be comma, tab, semicolon, pipe, space or one",
                "--fast | Unknown option: '--fast'; see segment fit --help"
            })
    void refusesWhatItCannotDoInOneSentence(String arguments, String sentence) throws IOException {
        Ran ran = Ran.segment(Stream.concat(
                        Stream.of("fit", file.toString(), "--out", out.toString()), Stream.of(arguments.split(" ")))
                .toArray(String[]::new));

        assertThat(ran.code()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(ran.err().lines().toList().get((int) ran.err().lines().count() - 1))
                .contains(sentence);
        assertThat(ran.out()).isEmpty();
        assertThat(left()).containsExactly("my customers.csv");
    }

    @Test
    void refusesANegativeValueToTakeTheLogarithmOf() throws IOException {
        Files.writeString(file, blobs(",") + "C900,-3,20,Ulm,DE\n");

        Ran ran = fit("--log", "income");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains(file + ", line 38, column income: found -3")
                .contains("take no logarithm of it");
    }

    @Test
    void refusesTwoCustomers() throws IOException {
        Files.writeString(file, "spend\n1.5\n2.5\n");

        Ran ran = fit("--features", "spend");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("has 2 rows that can be used; segments need at least 3");
    }

    @Test
    void refusesCustomersWhoAreAllAlike() throws IOException {
        Files.writeString(file, "spend\n" + "1.5\n".repeat(9));

        Ran ran = fit("--features", "spend");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("1 different customer, too few for k = 2; choose other features");
    }

    @Test
    void leavesAFolderOfTheUsersAlone() throws IOException {
        Files.writeString(Files.createDirectory(out).resolve("mine.txt"), "mine");

        Ran ran = fit();

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("holds no earlier result of this command, so it is left alone")
                .hasLineCount(1);
        assertThat(files(out)).containsExactly("mine.txt");
    }

    @Test
    void namesAFileThatIsNotThere() {
        Ran ran = Ran.segment("fit", folder.resolve("nobody.csv").toString(), "--out", out.toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("nobody.csv").hasLineCount(1);
    }

    @Test
    void takesNoIdForAFeature() throws IOException {
        Files.writeString(
                file,
                blobs(",")
                        .replaceAll("(?m)^C(\\d+)", "$1")
                        .replaceFirst("101", "9")
                        .replace("id,", "ward,"));

        // More segments than customers: refused once everything is said of the file.
        Ran ran = fit("--id", "ward", "--k", "40");

        assertThat(ran.err()).contains("Features: income, spend\n", "left: ward, it is the id");
    }

    private Ran fitInArabic() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            return fit();
        } finally {
            Locale.setDefault(before);
        }
    }

    private Ran fit(String... more) {
        return Ran.segment(Stream.of(new String[] {"fit", file.toString(), "--out", out.toString()}, QUICK, more)
                .flatMap(Stream::of)
                .toArray(String[]::new));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(one -> folder.relativize(one).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
