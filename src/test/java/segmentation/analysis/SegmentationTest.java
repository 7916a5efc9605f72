package segmentation.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import segmentation.analysis.InputRows.DroppedRow;
import segmentation.csv.ReadingOptions;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DatasetStore;
import segmentation.data.inspect.CustomerFile;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.NullComparison;
import segmentation.evaluation.Sensitivity;
import segmentation.features.FeatureMatrix;
import segmentation.features.MinMaxScaler;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;
import segmentation.model.KMeans;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.profile.SegmentProfiles;

class SegmentationTest {
    private static final CustomerTable MALL =
            DatasetStore.of(Path.of("data"), Map.of()).load("mall-customers");
    private static final String[] FEATURES = {"Annual Income (k$)", "Spending Score (1-100)"};

    @TempDir
    private Path folder;

    @Test
    void isWhatTheSingleStepsGive() {
        FeatureMatrix raw = FeatureMatrix.of(MALL, FEATURES);
        Set<String> logged = Set.of(raw.features().get(0).name());
        FeatureMatrix matrix =
                Preprocessing.fit(raw, logged, ScalingMethod.ROBUST).apply(raw);
        KSelection selection =
                KSelection.of(matrix, KMeansOptions.defaults().withRestarts(5).withSeed(7), 6);
        int k = selection.bestByVotes();
        KMeansModel model = selection.model(k);

        Segmentation segmentation =
                small().log(FEATURES[0]).scaled(ScalingMethod.ROBUST).seed(7);

        assertThat(segmentation.k()).isEqualTo(k);
        assertThat(segmentation.prepared().matrix().values()).containsExactly(matrix.values());
        assertThat(segmentation.selection().toTable()).isEqualTo(selection.toTable());
        assertThat(segmentation.model().labels()).containsExactly(model.labels());
        assertThat(segmentation.model().centroids()).isDeepEqualTo(model.centroids());
        assertThat(segmentation.silhouette().scores())
                .containsExactly(selection.profile(k).scores());
        assertThat(segmentation.profiles().toTable())
                .isEqualTo(SegmentProfiles.of(raw, selection.profile(k)).toTable());
    }

    @Test
    void hasTheEvidenceThatTheSingleStepsGive() {
        Segmentation segmentation = small().k(5);
        FeatureMatrix matrix = segmentation.prepared().matrix();
        ClusterStability stability = ClusterStability.of(matrix, segmentation.model(), segmentation.options());
        NullComparison comparison = NullComparison.of(matrix, segmentation.model(), segmentation.options());

        assertThat(segmentation.stability().toTable()).isEqualTo(stability.toTable());
        assertThat(segmentation.comparison().orElseThrow().toTable()).isEqualTo(comparison.toTable());
        assertThat(segmentation.verdict()).contains(comparison.verdict(stability));
        assertThat(segmentation.evidence().sentence()).isEqualTo(comparison.sentence(stability));
        assertThat(segmentation.sensitivity().variants())
                .extracting(Sensitivity.Variant::name)
                .containsExactly("scaled by minmax", "least alike of 10 other seeds", "k = 4", "k = 6");
    }

    @Test
    void triesOtherChoicesAgainstTheChosenScaling() {
        Segmentation segmentation = small().k(3);

        assertThat(segmentation.sensitivity().variants().get(0).adjustedRand())
                .isEqualTo(
                        Sensitivity.of(segmentation.prepared().matrix(), segmentation.model(), segmentation.options())
                                .with(
                                        "min-max",
                                        MinMaxScaler.fit(segmentation.prepared().raw())
                                                .apply(segmentation.prepared().raw()))
                                .variants()
                                .get(0)
                                .adjustedRand());
    }

    @Test
    void computesNothingBeforeItIsAskedFor() {
        List<String> stages = new ArrayList<>();
        Segmentation segmentation = small().k(3).heardBy(stages::add);

        assertThat(segmentation.toString())
                .isEqualTo("Segmentation of %s by %s, %s"
                        .formatted(MALL.dataset().published().file(), FEATURES[0], FEATURES[1]));
        assertThat(stages).isEmpty();

        segmentation.plan();
        assertThat(stages).containsExactly("preparing");

        segmentation.profiles();
        assertThat(stages)
                .as("a given k needs no other")
                .containsExactly("preparing", "K-Means, k = 3", "silhouette", "profiles");

        segmentation.selection();
        assertThat(stages)
                .contains("K-Means, k = 6 of 6")
                .doesNotContain("stability in resamples", "comparison with data without groups", "other choices");

        int before = stages.size();
        segmentation.profiles();
        segmentation.model();
        segmentation.selection();
        assertThat(stages).as("each once").hasSize(before);

        segmentation.stability();
        assertThat(stages).hasSize(before + 1).endsWith("stability in resamples");
    }

    @Test
    void fitsWhatThePlanHas() {
        List<String> stages = new ArrayList<>();

        Segmentation segmentation = small().k(3)
                .skip(CostlyPart.STABILITY, CostlyPart.GAP)
                .heardBy(stages::add)
                .fit();

        assertThat(stages)
                .endsWith("profiles", "comparison with data without groups", "other choices")
                .doesNotContain("stability in resamples");
        assertThat(segmentation.evidence().stability()).isEmpty();
        assertThat(segmentation.evidence().sentence()).contains("Not computed: whether the segments come back");
        assertThat(segmentation.stability().k()).as("asked for by name").isEqualTo(3);
    }

    @Test
    void settingsLeaveTheOtherSegmentationAsItIs() {
        Segmentation three = small().k(3);

        Segmentation four = three.k(4).seed(5).skip(CostlyPart.GAP);

        assertThat(three.k()).isEqualTo(3);
        assertThat(three.k(0).k()).isEqualTo(three.selection().bestByVotes());
        assertThat(three.options().seed()).isEqualTo(SegmentationPlan.SEED);
        assertThat(three.plan().parts()).containsExactly(CostlyPart.values());
        assertThat(four.k()).isEqualTo(4);
        assertThat(four.options().seed()).isEqualTo(5);
    }

    @Test
    void isTheSameOnOneThreadAndOnMany() throws Exception {
        String alone = on(1, figures(small()));

        assertThat(on(4, figures(small()))).isEqualTo(alone);
    }

    @Test
    void computesOnceForAllThreads() throws Exception {
        List<String> stages = Collections.synchronizedList(new ArrayList<>());
        Segmentation segmentation = small().k(3).heardBy(stages::add);
        ForkJoinPool pool = new ForkJoinPool(4);
        try {
            List<ForkJoinTask<KMeansModel>> asked = IntStream.range(0, 8)
                    .mapToObj(thread -> pool.submit(segmentation::model))
                    .toList();
            for (ForkJoinTask<KMeansModel> task : asked) {
                assertThat(task.get()).isSameAs(segmentation.model());
            }
        } finally {
            pool.shutdown();
        }

        assertThat(stages.stream().filter(stage -> stage.equals("K-Means, k = 3")))
                .hasSize(1);
    }

    @Test
    void fitsAGivenKOfManyCustomersWithoutASweep() throws IOException {
        String rows = IntStream.range(0, 100_001)
                .mapToObj(row -> "%d,%d".formatted(row % 2 * 100 + row % 7, row % 5))
                .reduce(
                        new StringBuilder("a,b\n"),
                        (text, row) -> text.append(row).append('\n'),
                        StringBuilder::append)
                .toString();

        Segmentation segmentation = Segmentation.of(read(rows)).k(2).restarts(1);

        assertThat(segmentation.plan().sweeps()).isFalse();
        assertThat(segmentation.model().labels())
                .containsExactly(KMeans.fit(
                                segmentation.prepared().matrix(),
                                2,
                                KMeansOptions.defaults().withRestarts(1))
                        .labels());
        assertThat(segmentation.plannedSensitivity()).isEmpty();
    }

    @Test
    void takesColumnsOfAFileAsItsProposalAndNamesThemFreely() throws IOException {
        CustomerFile file = read("""
                Id,Spend,Visits,City
                a,1.5,10,Ulm
                b,2.5,20,Ulm
                c,3.5,30,Bonn
                d,90.5,31,Bonn
                """);

        Segmentation all = Segmentation.of(file);
        Segmentation one = Segmentation.of(file).features("spend").id("id");

        assertThat(all.prepared().columns()).containsExactly("Spend", "Visits");
        assertThat(one.prepared().columns()).containsExactly("Spend");
        assertThat(one.id(" ").k(2).modelFile().id()).isEmpty();
        assertThat(one.k(2).modelFile().id()).contains("Id");
        assertThat(one.k(2).contrasts().columns()).contains("Spend", "Visits", "City");
    }

    @Test
    void leavesOutliersOutAndSaysWhy() throws IOException {
        CustomerFile file = read("Id,Spend\na,1\nb,2\nc,3\nd,4\ne,5\nf,\ng,900\n");

        Segmentation segmentation =
                Segmentation.of(file).features("Spend").withoutOutliers(3).k(2);

        assertThat(segmentation.rows().rows()).isEqualTo(7);
        assertThat(segmentation.rows().used()).isEqualTo(5);
        assertThat(segmentation.rows().dropped()).extracting(DroppedRow::line).containsExactly(7, 8);
        assertThat(segmentation.rows().dropped().get(1).reason()).startsWith("an outlier: Spend is 900");
        assertThat(segmentation.modelFile().score(new double[] {900}).segment()).isEmpty();
    }

    @Test
    void takesAllNumbersOfATableButTheId() {
        assertThat(Segmentation.of(MALL).prepared().columns())
                .containsExactly("Age", "Annual Income (k$)", "Spending Score (1-100)");
        assertThat(small().k(3).contrasts().columns()).contains(FEATURES).contains("Gender", "Age");
    }

    @Test
    void takesATablesawTableAndRowsOfNumbers() {
        double[][] rows = FeatureMatrix.of(MALL, FEATURES).toRows();
        int[] labels = small().k(5).model().labels();

        Segmentation ofRows =
                Segmentation.of(rows, FEATURES).kUpTo(6).restarts(5).k(5);
        Segmentation ofTable = Segmentation.of(MALL.table())
                .features(FEATURES)
                .kUpTo(6)
                .restarts(5)
                .k(5);

        assertThat(ofRows.prepared().columns()).containsExactly(FEATURES);
        assertThat(ofRows.model().labels()).containsExactly(labels);
        assertThat(ofTable.model().labels()).containsExactly(labels);
        assertThat(ofRows.prepared().raw().features().get(0).label()).isEqualTo(FEATURES[0]);
        assertThatThrownBy(() -> Segmentation.of(new double[][] {{1, 2}, {3}}, "a", "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Row 2 has 1 numbers, there are 2 names of columns");
    }

    static List<Arguments> wrong() {
        return List.of(
                wrong("k must be at least 2, was 1", s -> s.k(1)),
                wrong("The largest k must be at least 2, was 1", s -> s.kUpTo(1)),
                wrong("The number of restarts must be at least 1, was 0", s -> s.restarts(0)),
                wrong(
                        "Outliers lie a number of interquartile ranges from 0 up beyond the quartiles, such as 3, got -1.0",
                        s -> s.withoutOutliers(-1)),
                wrong(
                        "Outliers lie a number of interquartile ranges from 0 up beyond the quartiles, such as 3, got NaN",
                        s -> s.withoutOutliers(Double.NaN)),
                wrong(
                        "Age, whose logarithm is asked for, is no feature; the features are Annual Income (k$),"
                                + " Spending Score (1-100)",
                        s -> s.log("Age").fit()),
                wrong(
                        "mall-customers has no column called Agee, only CustomerID, Gender, Age",
                        s -> s.features("Agee")),
                wrong("too few for k = 201; choose a smaller k", s -> s.k(201).fit()));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesWhatCannotBeMeantInOneSentence(String sentence, UnaryOperator<Segmentation> asked) {
        assertThatThrownBy(() -> asked.apply(small()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence)
                .message()
                .hasLineCount(1);
    }

    private static Arguments wrong(String sentence, UnaryOperator<Segmentation> asked) {
        return Arguments.of(sentence, asked);
    }

    private static Segmentation small() {
        return Segmentation.of(MALL).features(FEATURES).kUpTo(6).restarts(5);
    }

    private static Callable<String> figures(Segmentation segmentation) {
        return () -> "%s\n%s\n%s\n%s"
                .formatted(
                        segmentation.selection().toTable(),
                        segmentation.modelFile().toJson(),
                        segmentation.evidence().sentence(),
                        segmentation.sensitivity().toTable());
    }

    private static String on(int threads, Callable<String> work) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work).get();
        } finally {
            pool.shutdown();
        }
    }

    private CustomerFile read(String text) throws IOException {
        return CustomerFile.read(Files.writeString(folder.resolve("a.csv"), text), ReadingOptions.guessed());
    }
}
