package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.csv.ReadingOptions;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.OriginalData;
import segmentation.data.inspect.CustomerFile;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.features.OutlierLimits;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;
import segmentation.model.FittedModel;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.model.ModelFile;
import segmentation.profile.SegmentProfiles;

class ScoreCommandTest {
    private static final List<String> COLUMNS = List.of("Income (k$)", "Score");
    private static final String TRAINING = """
        Id,Income (k$),Score,Remark
        1,10,90,
        2,20,90,"a ""quoted"", cell"
        3,,50,no income
        4,60,50,=1+1
        5,90,10,<script>
        6,100,lots,
        6,100,10,
        6,101,10,the same id
        7,50,50,
        8,15,90,
        9,95,10,
        """;

    @TempDir
    private Path folder;

    private Path model;
    private Path training;

    @BeforeEach
    void train() throws IOException {
        training = written("training.csv", TRAINING);
        model = written(
                "model.json", model(training, COLUMNS, Optional.of("Id"), 3).toJson());
    }

    @Test
    void givesTheTrainingFileTheSegmentsOfTheTraining() throws IOException {
        Ran ran = score(training);

        assertThat(ran.code()).as(ran.err()).isEqualTo(Command.DONE);
        assertThat(scored()).isEqualTo("""
            Id,Income (k$),Score,Remark,segment,segment_name,distance,note
            1,10,90,,1,"Low income, high score",0.143223,
            2,20,90,"a ""quoted"", cell",1,"Low income, high score",0.143223,
            3,,50,no income,,,,"Income (k$): found an empty cell, expected a number"
            4,60,50,=1+1,2,"Medium income, medium score",0.143223,
            5,90,10,<script>,3,"High income, low score",0.143223,
            6,100,lots,,,,,"Score: found ""lots"", expected a number"
            6,100,10,,3,"High income, low score",0.143223,
            6,101,10,the same id,,,,"Id: found ""6"", expected a value used once, but line 8 has it too"
            7,50,50,,2,"Medium income, medium score",0.143223,
            8,15,90,,1,"Low income, high score",0.000000,
            9,95,10,,3,"High income, low score",0.000000,
            """.replace("\n", "\r\n"));
        assertThat(ran.out()).contains("no segment; see note").endsWith("Written: " + out() + System.lineSeparator());
    }

    @Test
    void takesColumnsInAnyOrderAndSpellingAndIgnoresOthers() throws IOException {
        Path other = written("new.csv", "Zip;SCORE;income(K$)\n4711;88,5;12,5\n4712;12;95\n");

        Ran ran = score(other);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(scored().lines())
                .containsExactly(
                        "Zip;SCORE;income(K$);segment;segment_name;distance;note",
                        "4711;88,5;12,5;1;Low income, high score;0,083685;",
                        "4712;12;95;3;High income, low score;0,057735;");
    }

    @Test
    void namesAllMissingColumns() throws IOException {
        Ran ran = score(written("new.csv", "Age,Zip\n3,4\n5,6\n"));

        assertThat(ran.code()).isEqualTo(Command.BAD_INPUT);
        assertThat(ran.err().replace(folder.toString() + "/", ""))
                .isEqualTo("new.csv: found no column called \"Income (k$)\" and none called \"Score\", expected one for"
                        + " each feature; add what is missing, or name the columns as in the training.\n");
        assertThat(out()).doesNotExist();
    }

    @Test
    void notesCustomersUnlikeAnySegment() throws IOException {
        Ran ran = score(written("new.csv", "Income (k$),Score\n300,10\n15,90\n"));

        assertThat(scored().lines().skip(1))
                .containsExactly(
                        "300,10,3,\"High income, low score\",5.872142,"
                                + "\"unlike any segment: distance 5.9, the farthest seen in training 0.1\"",
                        "15,90,1,\"Low income, high score\",0.000000,");
        assertThat(ran.out()).containsPattern("3  High income, low score +1 +50.0 % +1\n");
    }

    @Test
    void keepsTheLimitsOfTheTraining() throws IOException {
        CustomerTable customers = customers(training, Optional.of("Id"));
        OutlierLimits limits = OutlierLimits.fit(FeatureMatrix.of(customers, COLUMNS.toArray(String[]::new)), 1.5);
        Files.writeString(model, ModelFile.read(model).withLimits(limits).toJson());

        score(written("new.csv", "Income (k$),Score\n300,10\n15,90\n"));

        assertThat(scored().lines().skip(1))
                .containsExactly(
                        "300,10,,,,\"an outlier: Income is 300.0, above 200.0\"",
                        "15,90,1,\"Low income, high score\",0.000000,");
    }

    @Test
    void scoresFilesInWhichAFeatureIsMostlyOrWhollyMissing() throws IOException {
        score(written("new.csv", "Income (k$),Score\n,10\nn/a,90\nlots,3\n"));

        assertThat(scored().lines().skip(1))
                .containsExactly(
                        "\"\",10,,,,\"Income (k$): found an empty cell, expected a number\"",
                        "n/a,90,,,,\"Income (k$): found \"\"n/a\"\", expected a number\"",
                        "lots,3,,,,\"Income (k$): found \"\"lots\"\", expected a number\"");
    }

    @Test
    void takesItsOwnOutputAsInput() throws IOException {
        score(training);
        Path once = Files.copy(out(), folder.resolve("once.csv"));

        Ran ran = score(once);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(scored())
                .startsWith("Id,Income (k$),Score,Remark,segment,segment_name,distance,note,"
                        + "segment_2,segment_name_2,distance_2,note_2\r\n")
                .contains("1,10,90,,1,\"Low income, high score\",0.143223,,1,\"Low income, high score\",0.143223,\r\n");
    }

    @Test
    void neutralisesFormulasInWhatItAdds() throws IOException {
        List<String> names = List.of("=cmd|' /C calc'!A0,x", "Score");
        Path hostile = written("hostile.csv", TRAINING.replace("Income (k$)", "\"" + names.get(0) + "\""));
        Files.writeString(model, model(hostile, names, Optional.empty(), 2).toJson());

        Ran ran = score(hostile);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(scored().lines().skip(3).findFirst().orElseThrow())
                .isEqualTo("3,,50,no income,,,,\"'=cmd|' /C calc'!A0,x: found an empty cell, expected a number\"");
    }

    @Test
    void replacesAnEarlierOutputButNeitherModelNorInput() throws IOException {
        Files.writeString(out(), "earlier");

        assertThat(score(training).code()).isZero();
        assertThat(scored()).startsWith("Id,");
        for (Path needed : List.of(training, model)) {
            byte[] before = Files.readAllBytes(needed);
            Ran ran = Ran.segment(
                    "score",
                    model.toString(),
                    training.toString(),
                    "--out",
                    folder.resolve(".").resolve(needed.getFileName()).toString());
            assertThat(ran.code()).isEqualTo(Command.BAD_INPUT);
            assertThat(ran.err()).startsWith("--out names the ").endsWith("; give another file\n");
            assertThat(needed).hasBinaryContent(before);
        }
    }

    @Test
    void refusesABrokenModelAndSaysWhereItCannotWrite() throws IOException {
        Files.writeString(model, Files.readString(model).replace("zscore", "minmax"));
        Ran altered = score(training);
        assertThat(altered.code()).isEqualTo(Command.BAD_INPUT);
        assertThat(altered.err())
                .contains("found contents that are not those of its checksum")
                .hasLineCount(1);

        train();
        Ran ran = Ran.segment(
                "score",
                model.toString(),
                training.toString(),
                "--out",
                training.resolve("x.csv").toString());
        assertThat(ran.code()).isEqualTo(Command.NOT_WRITTEN);
        assertThat(ran.err()).contains("could not be written").hasLineCount(1);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(model, training);
        }
    }

    @Test
    void explainsItselfAndAsksForWhatIsMissing() {
        assertThat(Ran.segment("score", "--help").out()).contains("Examples:", "--decimal", "unlike any");
        assertThat(Ran.segment("score", model.toString(), training.toString()).err())
                .contains("--out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--features; Income (k$),Score; --id; Id; --k; 3; --scale; robust",
                "--features; Score; --id; Id; --k; 2; --log; Score",
                "--features; Income (k$),Score; --drop-outliers; 0.1; --k; 2; --scale; none"
            })
    void writesTheBytesOfSegmentsCsvForTheFileOfTheFit(ArgumentsAccessor options) throws IOException {
        Path result = folder.resolve("result");
        List<String> arguments = new ArrayList<>(List.of("fit", training.toString(), "--out", result.toString()));
        arguments.addAll(List.of("--skip", "gap,stability,null,prediction-strength"));
        options.toList().forEach(option -> arguments.add(option.toString().strip()));
        Ran fitted = Ran.segment(arguments.toArray(String[]::new));
        assertThat(fitted.code()).as(fitted.err()).isZero();

        Ran ran = Ran.segment(
                "score", result.resolve("model.json").toString(), training.toString(), "--out", out().toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(out()).hasSameBinaryContentAs(result.resolve("segments.csv"));
    }

    @Test
    void givesThePublishedCustomersTheirSegmentsBack() throws IOException {
        Path mall = OriginalData.folder().resolve("mall-customers/Mall_Customers.csv");
        List<String> columns = List.of("Annual Income (k$)", "Spending Score (1-100)");
        ModelFile stored = model(mall, columns, Optional.of("CustomerID"), 5);
        Files.writeString(model, stored.toJson());

        score(mall);

        CustomerTable customers =
                CustomerFile.read(mall, ReadingOptions.guessed()).customers(columns, Optional.empty());
        FeatureMatrix raw = FeatureMatrix.of(customers, columns.toArray(String[]::new));
        List<String> rows = scored().lines().skip(1).toList();
        assertThat(rows).hasSize(200).noneMatch(row -> row.contains("unlike"));
        FeatureMatrix prepared =
                Preprocessing.fit(raw, Set.of(), ScalingMethod.ZSCORE).apply(raw);
        int[] labels = KMeans.fit(prepared, 5).labels();
        assertThat(IntStream.range(0, 200).map(i -> Integer.parseInt(rows.get(i).split(",")[5])))
                .containsExactly(Arrays.stream(labels).boxed().toArray(Integer[]::new));
    }

    private static ModelFile model(Path file, List<String> columns, Optional<String> id, int k) {
        CustomerTable customers =
                CustomerFile.read(file, ReadingOptions.guessed()).customers(columns, id);
        FeatureMatrix raw = FeatureMatrix.of(customers, columns.toArray(String[]::new));
        Preprocessing preprocessing = Preprocessing.fit(raw, Set.of(), ScalingMethod.ZSCORE);
        FeatureMatrix prepared = preprocessing.apply(raw);
        KMeansOptions options = KMeansOptions.defaults();
        KMeansModel fitted = KMeans.fit(prepared, k, options);
        SegmentProfiles profiles = SegmentProfiles.of(raw, Silhouette.of(prepared, fitted.labels()));
        ModelFile model = ModelFile.of(new FittedModel(preprocessing, prepared, fitted, options), profiles.names());
        return id.map(model::withId).orElse(model);
    }

    private static CustomerTable customers(Path file, Optional<String> id) {
        return CustomerFile.read(file, ReadingOptions.guessed()).customers(COLUMNS, id);
    }

    private Ran score(Path customers) {
        return Ran.segment("score", model.toString(), customers.toString(), "--out", out().toString());
    }

    private Path out() {
        return folder.resolve("scored.csv");
    }

    private String scored() throws IOException {
        return Files.readString(out(), StandardCharsets.UTF_8);
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
