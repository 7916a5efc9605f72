package segmentation.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.analysis.CostlyPart;
import segmentation.analysis.Population;
import segmentation.analysis.Segmentation;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;
import segmentation.io.DataException;
import segmentation.model.KMeansModel;
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

    @Test
    void saysThatASegmentIsLeftWithoutCustomers() {
        try (SparkCustomers customers = customers(3)) {
            List<Feature> features = Crowd.COLUMNS.stream().map(Feature::named).toList();
            Population.Learned learned =
                    customers.learn(features, Set.of(), ScalingMethod.ZSCORE, OptionalDouble.empty());
            double[][] start = {new double[features.size()], new double[features.size()]};
            Arrays.fill(start[1], 1e6);

            assertThatThrownBy(() -> learned.clustered(learned.preparation(), start, 10))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("number 2 of 2")
                    .hasMessageContaining("--k 1");
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
}
