package segmentation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeansOptions;

class BootstrapJaccardTest {

    @Test
    void matchesAHandWorkedExample() {
        int[] before = {1, 1, 1, 1, 2, 2, 2};
        int[] after = {2, 2, 2, 1, 1, 1, 3};

        double[] similarities = ClusterStability.mostAlike(before, after, 3);

        assertThat(similarities[0]).as("3 shared of 4 in either").isCloseTo(.75, within(1e-15));
        assertThat(similarities[1]).as("2 shared of 4 in either beats 1 of 3").isCloseTo(.5, within(1e-15));
        assertThat(similarities[2]).as("nobody drawn").isZero();
    }

    @Test
    void letsTwoSegmentsFindThemselvesInOneNewSegment() {
        int[] before = {1, 1, 2, 2};
        int[] after = {1, 1, 1, 1};

        assertThat(ClusterStability.mostAlike(before, after, 2)).containsExactly(.5, .5);
    }

    @Test
    void partsASampleOfTooFewDifferentCustomersIntoAsManyAsThereAre() {
        FeatureMatrix matrix = Matrices.ofColumn(1, 2, 3);
        int[] labels = {1, 2, 3};

        for (long seed = 0; seed < 50; seed++) {
            double[] similarities = ClusterStability.similarities(
                    matrix, labels, 3, KMeansOptions.defaults().withRestarts(1).withSeed(seed));

            assertThat(Arrays.stream(similarities))
                    .as("1 where the customer was drawn, 0 where not")
                    .allMatch(similarity -> similarity == 0 || similarity == 1)
                    .contains(1.0);
        }
    }

    @Test
    void drawsAsManyCustomersAsABootstrapSampleHolds() {
        // Each alone in a segment: the similarity is 1 for those drawn; the expected share is 1 - 1/e.
        int n = 400;
        FeatureMatrix matrix =
                Matrices.ofColumn(IntStream.range(0, n).asDoubleStream().toArray());
        int[] labels = IntStream.rangeClosed(1, n).toArray();

        double[] similarities = ClusterStability.similarities(
                matrix, labels, n, KMeansOptions.defaults().withRestarts(1));

        assertThat(Arrays.stream(similarities).average().orElseThrow()).isCloseTo(1 - 1 / Math.E, within(.08));
    }

    /** As {@code multipleboot = FALSE} in fpc; counted as often as drawn, 2/3 would turn up too. */
    @Test
    void countsACustomerOnceHoweverOftenDrawn() {
        FeatureMatrix matrix = Matrices.ofColumn(0, .1, .2, 100);
        int[] labels = {1, 2, 2, 2};

        for (long seed = 0; seed < 50; seed++) {
            double[] similarities = ClusterStability.similarities(
                    matrix, labels, 2, KMeansOptions.defaults().withRestarts(2).withSeed(seed));

            assertThat(similarities[0]).isIn(0.0, 1.0 / 3, 1.0 / 2, 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void staysInRangeAndIsOneForTheSamePartition(long seed) {
        Random random = new Random(seed);
        int[] before = IntStream.concat(IntStream.of(1, 2, 3, 4), random.ints(60, 1, 5))
                .toArray();
        int[] after = random.ints(64, 1, 5).toArray();
        int[] renamed = Arrays.stream(before).map(label -> 5 - label).toArray();

        assertThat(ClusterStability.mostAlike(before, renamed, 4)).containsOnly(1);
        assertThat(Arrays.stream(ClusterStability.mostAlike(before, after, 4)))
                .allMatch(similarity -> similarity > 0 && similarity < .7);
    }
}
