package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DatasetStore;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;

/** Scoring the customers of the training gives each the segment that the model gave, whatever the data. */
class NearestSegmentTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10})
    void isTheModelsForWholeNumbersWithManyTiesAndDuplicates(int largest) {
        for (long seed = 0; seed < 12; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            FeatureMatrix raw = wholeNumbers(random, largest, value -> value);
            for (int k = 1; k <= 8 && raw.hasDistinctRows(k); k++) {
                for (int restarts : new int[] {1, 10}) {
                    KMeansOptions options = new KMeansOptions(restarts, 1 + random.nextInt(5), seed);
                    check(raw, k, options, ScalingMethod.NONE);
                    check(raw, k, options, ScalingMethod.ZSCORE);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e6, 1e12, 1e15})
    void isTheModelsFarFromZeroWhereFeaturesAreScaled(double offset) {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            FeatureMatrix raw = wholeNumbers(random, 9, value -> offset + value);
            int k = 1 + random.nextInt(6);
            // Rows as near as rounding are taken for one.
            if (Preprocessing.fit(raw, Set.of(), ScalingMethod.ZSCORE)
                    .apply(raw)
                    .hasDistinctRows(k)) {
                check(raw, k, new KMeansOptions(3, 300, seed), ScalingMethod.ZSCORE);
                check(raw, k, new KMeansOptions(3, 300, seed), ScalingMethod.MINMAX);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "mall-customers; Annual Income (k$), Spending Score (1-100)",
                "shop-customers; Age, Annual Income ($), Spending Score (1-100), Work Experience, Family Size",
                "customer-personality; Income, MntWines, MntMeatProducts, NumStorePurchases"
            })
    void isTheModelsForTheStandIns(String dataset, String columns) {
        CustomerTable customers = DatasetStore.of(Path.of("data"), Map.of())
                .load(dataset)
                .without("no income", customer -> customer.lacks(columns.split(", ")[0]));
        FeatureMatrix raw = FeatureMatrix.of(customers, columns.split(", "));

        for (int k : new int[] {1, 2, 5, 9}) {
            for (ScalingMethod method : ScalingMethod.values()) {
                check(raw, k, new KMeansOptions(3, 300, k), method);
            }
        }
    }

    @Test
    void isNotWrittenWhereRoundingDecides() {
        FeatureMatrix raw =
                Matrices.ofColumn(new Random(1).doubles(300, 1e15, 1e15 + 10).toArray());
        KMeansOptions options = new KMeansOptions(1, 300, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> file(raw, KMeans.fit(raw, 8, options), options, ScalingMethod.NONE))
                .withMessageMatching(
                        "Rounding puts \\d+ of 300 customers nearer to another segment's centroid, as values"
                                + " are too large for how little they differ; choose a scaling, such as zscore");
    }

    private static void check(FeatureMatrix raw, int k, KMeansOptions options, ScalingMethod method) {
        FeatureMatrix prepared = Preprocessing.fit(raw, Set.of(), method).apply(raw);
        KMeansModel model = KMeans.fit(prepared, k, options);

        ModelFile file = file(raw, model, options, method);

        List<Score> scores = IntStream.range(0, raw.rows())
                .mapToObj(i -> file.score(raw.row(i)))
                .toList();
        assertThat(scores.stream()
                        .mapToInt(score -> score.segment().orElseThrow())
                        .toArray())
                .as(() -> "%d %s %s %s".formatted(k, options, method, Arrays.deepToString(raw.toRows())))
                .isEqualTo(model.labels());
        assertThat(scores.stream().mapToDouble(Score::distance).toArray()).isEqualTo(model.distances(prepared));
        assertThat(scores).extracting(Score::note).containsOnly("");
    }

    private static ModelFile file(FeatureMatrix raw, KMeansModel model, KMeansOptions options, ScalingMethod method) {
        Preprocessing preprocessing = Preprocessing.fit(raw, Set.of(), method);
        return ModelFile.of(
                new FittedModel(preprocessing, preprocessing.apply(raw), model, options),
                IntStream.range(0, model.k()).mapToObj(i -> "segment " + i).toList());
    }

    private static FeatureMatrix wholeNumbers(SplittableRandom random, int largest, DoubleUnaryOperator change) {
        int n = 4 + random.nextInt(60);
        int d = 1 + random.nextInt(3);
        return Matrices.of(IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, d)
                        .mapToDouble(j -> change.applyAsDouble(random.nextInt(largest + 1)))
                        .toArray())
                .toArray(double[][]::new));
    }
}
