package segmentation.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.analysis.AllCustomers;
import segmentation.analysis.CostlyPart;
import segmentation.analysis.Population;
import segmentation.analysis.Segmentation;
import segmentation.data.inspect.CustomerFile;
import segmentation.evaluation.GroupVerdict;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.OutlierLimits;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;
import segmentation.io.AtomicFile;
import segmentation.model.KMeansModel;
import segmentation.model.ModelFile;
import segmentation.profile.SegmentProfile;
import segmentation.profile.SegmentProfile.FeatureFigures;
import segmentation.report.MetricsFile;
import segmentation.stats.Quantiles;

class PartitionsTest {
    private static final int ROWS = 30_000;
    private static final int SAMPLE = 1_000;
    private static String inOnePart = "";

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 11})
    void givesTheSameBitsInAnyNumberOfParts(int parts) {
        String figures = figures(parts);

        inOnePart = parts == 1 ? figures : inOnePart;
        assertThat(figures).contains("\"used\": 30000").isEqualTo(inOnePart);
    }

    private static String figures(int parts) {
        try (SparkCustomers customers = customers(parts)) {
            Segmentation segmentation = Crowd.asked(customers);
            return segmentation.modelFile().toJson()
                    + MetricsFile.of(segmentation).toJson()
                    + segmentation.profiles().toTable();
        }
    }

    @Test
    void tellsOfAllCustomersWhatTheEmbeddedEngineTells() {
        double[][] rows = Crowd.rows(ROWS);
        FeatureMatrix raw = FeatureMatrix.of(rows, Crowd.COLUMNS.toArray(String[]::new));
        Preprocessing preparation = Preprocessing.fit(raw, Set.of("spend"), ScalingMethod.ZSCORE);
        FeatureMatrix prepared = preparation.apply(raw);
        try (SparkCustomers customers = customers(3)) {
            Segmentation there = Crowd.asked(customers);
            KMeansModel model = there.model();
            int[] labels = IntStream.range(0, ROWS)
                    .map(i -> model.nearest(prepared.row(i)))
                    .toArray();
            KMeansModel own = KMeansModel.of(prepared, labels);

            assertThat(there.prepared().customers().rows()).isEqualTo(SAMPLE);
            assertThat(model.sizes()).isEqualTo(own.sizes());
            assertThat(model.wcss()).isCloseTo(own.wcss(), within(1e-7));
            assertThat(there.prepared().preparation().spreads()[0])
                    .isCloseTo(preparation.spreads()[0], within(1e-7));
            for (int segment = 0; segment < Crowd.K; segment++) {
                assertThat(model.centroids()[segment]).containsExactly(own.centroids()[segment], within(1e-9));
                assertProfile(there.profiles().segment(segment + 1), rows, labels);
            }
        }
    }

    @Test
    void choosesKOnTheSampleAndJudgesTheSegmentsOfAllRows() {
        try (SparkCustomers customers = customers(3)) {
            Segmentation sample = Segmentation.of(customers.table())
                    .scaled(ScalingMethod.NONE)
                    .kUpTo(5)
                    .restarts(3)
                    .skip(CostlyPart.values());
            Segmentation there = sample.standingFor(customers);
            KMeansModel model = there.model();
            FeatureMatrix rows = there.prepared().matrix();
            int[] labels = IntStream.range(0, SAMPLE)
                    .map(i -> model.nearest(rows.row(i)))
                    .toArray();

            assertThat(there.k()).isEqualTo(sample.k());
            assertThat(Arrays.deepToString(model.centroids()))
                    .isNotEqualTo(Arrays.deepToString(sample.model().centroids()));
            assertThat(there.silhouette().mean())
                    .isEqualTo(Silhouette.of(rows, labels).mean())
                    .isNotEqualTo(sample.silhouette().mean());
        }
    }

    /** Where what all rows come to cuts across the groups that the sample shows, the one says k and the other what it is worth. */
    @Test
    void keepsTheSamplesKWhereTheSegmentsOfAllRowsAreNoGroups() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] rows = IntStream.range(0, 400)
                .mapToObj(i -> new double[] {100 * (i % 2) + random.nextGaussian(), random.nextGaussian(), 0})
                .toArray(double[][]::new);
        double[][] across = {{50, -1}, {50, 1}};
        try (SparkCustomers customers =
                SparkCustomers.of(Crowd.table(LocalSpark.spark(), rows), Optional.empty(), OptionalInt.of(200), 42)) {
            Segmentation sample = Segmentation.of(customers.table())
                    .features("income", "visits")
                    .scaled(ScalingMethod.NONE)
                    .kUpTo(3)
                    .restarts(3);
            Segmentation there = sample.standingFor(new Elsewhere(customers, across));

            assertThat(sample.verdict()).contains(GroupVerdict.CLEAR);
            assertThat(there.k()).isEqualTo(2).isEqualTo(sample.k());
            assertThat(there.model().centroids()).isDeepEqualTo(across);
            assertThat(there.verdict()).isPresent().isNotEqualTo(sample.verdict());
        }
    }

    private static void assertProfile(SegmentProfile profile, double[][] rows, int[] labels) {
        for (int j = 0; j < Crowd.COLUMNS.size(); j++) {
            int column = j;
            double[] values = IntStream.range(0, rows.length)
                    .filter(i -> labels[i] == profile.number())
                    .mapToDouble(i -> rows[i][column])
                    .toArray();
            FeatureFigures figures = profile.figures().get(j);
            assertThat(profile.size()).isEqualTo(values.length);
            assertThat(figures.median()).isEqualTo(Quantiles.of(values).median());
            assertThat(figures.mean()).isCloseTo(Arrays.stream(values).average().orElseThrow(), within(1e-8));
            assertThat(figures.most()).isEqualTo(Arrays.stream(values).max().orElseThrow());
        }
    }

    private static SparkCustomers customers(int parts) {
        return SparkCustomers.of(
                Crowd.table(LocalSpark.spark(), Crowd.rows(ROWS)).repartition(parts),
                Optional.empty(),
                OptionalInt.of(SAMPLE),
                42);
    }

    /** Customers whose segments are these, whatever the sample shows. */
    private record Elsewhere(SparkCustomers all, double[][] centroids) implements Population {
        @Override
        public CustomerFile table() {
            return all.table();
        }

        @Override
        public String engine() {
            return all.engine();
        }

        @Override
        public int sampled() {
            return all.sampled();
        }

        @Override
        public List<String> categories(String column, List<String> features) {
            return all.categories(column, features);
        }

        @Override
        public Learned learn(
                List<Feature> features, Set<String> logged, ScalingMethod scaling, OptionalDouble outlierFactor) {
            return new Known(this, all.learn(features, logged, scaling, outlierFactor), centroids);
        }

        @Override
        public AtomicFile.Content segmented(ModelFile model) {
            return all.segmented(model);
        }

        @Override
        public void close() {
            all.close();
        }
    }

    /** What was learned of them. */
    private record Known(Population population, Population.Learned real, double[][] centroids)
            implements Population.Learned {
        @Override
        public Optional<OutlierLimits> limits() {
            return real.limits();
        }

        @Override
        public Preprocessing preparation() {
            return real.preparation();
        }

        @Override
        public int rows() {
            return real.rows();
        }

        @Override
        public int leftOut() {
            return real.leftOut();
        }

        @Override
        public AllCustomers clustered(Preprocessing prepared, double[][] start, int maxIterations) {
            return real.clustered(prepared, centroids, 0);
        }
    }
}
