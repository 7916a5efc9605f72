package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

/** What the search makes of the stops of several starts. */
class GeneticSearchTest {
    private static final double ANY = Double.POSITIVE_INFINITY;

    /** Four pairs; any other partition into four than these has a WCSS above 2. */
    private static final FeatureBlocks PAIRS =
            Matrices.ofColumn(0, 1, 10, 11, 20, 21, 30, 31).blocks();

    @Test
    void leavesASingleStartAlone() {
        GeneticSearch.Stop stop = bad();

        assertThat(GeneticSearch.best(PAIRS, List.of(stop.bare()), stop, 300, 1))
                .isSameAs(stop);
    }

    @Test
    void leavesMoreCustomersAloneThanItHasTimeFor() {
        int n = GeneticSearch.MOST_ROWS + 1;
        FeatureBlocks rows = Matrices.ofColumn(
                        IntStream.range(0, n).mapToDouble(i -> i).toArray())
                .blocks();
        int[] partition = IntStream.range(0, n).map(i -> i == 0 ? 0 : 1).toArray();
        double[] centroids = Centroids.of(rows, partition, 2);
        GeneticSearch.Stop stop =
                new GeneticSearch.Stop(Centroids.wcss(rows, partition, centroids), centroids, partition);

        assertThat(GeneticSearch.best(rows, List.of(stop, stop), stop, 300, 1)).isSameAs(stop);
    }

    // Of 20 starts on few rows 12 × 20 tries, less twice that share of them that agree beside the best itself.
    @ParameterizedTest
    @CsvSource({
        "300, 20, 1, 240",
        "300, 20, 6, 120",
        "300, 20, 11, 20",
        "300, 20, 20, 20",
        "301, 20, 1, 120",
        "1000, 20, 6, 60",
        "1001, 20, 1, 80",
        "1001, 20, 6, 40"
    })
    void isPatientWhereATryCostsLittleAndStartsDiffer(int rows, int size, long agreeing, int offspring) {
        assertThat(GeneticSearch.patience(rows, size, agreeing)).isEqualTo(offspring);
    }

    /** Only four customers, in the second block, are not where one of the centroids that stay is. */
    @Test
    void drawsWhoIsFarFromTheCentroidsThatStay() {
        double[] values = IntStream.range(0, 600)
                .mapToDouble(row -> row >= 500 && row < 504 ? 900 : row % 2 == 0 ? 0 : 100)
                .toArray();
        FeatureBlocks rows = Matrices.ofColumn(values).blocks();

        for (long seed = 1; seed <= 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            assertThat(GeneticSearch.farRow(rows, new double[] {0, 100, 900}, 2, random))
                    .isBetween(500, 503);
            assertThat(values[GeneticSearch.farRow(rows, new double[] {0, 100, 900}, 0, random)])
                    .isZero();
        }
    }

    // By squared distance, 1 and 9 of 10.
    @Test
    void drawsBySquaredDistance() {
        FeatureBlocks rows = Matrices.ofColumn(0, 1, 3, 50).blocks();
        SplittableRandom random = new SplittableRandom(7);

        int[] drawn = new int[4];
        for (int draw = 0; draw < 2_000; draw++) {
            drawn[GeneticSearch.farRow(rows, new double[] {0, 9, 50}, 1, random)]++;
        }

        assertThat(drawn[0] + drawn[3]).isZero();
        assertThat(drawn[1]).isBetween(150, 250);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void findsWhatBadStartsHaveMissed(long seed) {
        GeneticSearch.Stop stop = bad();

        GeneticSearch.Stop found =
                GeneticSearch.best(PAIRS, List.of(stop.bare(), stop.bare(), stop.bare()), stop, 300, seed);

        assertThat(found.wcss()).isCloseTo(2, within(1e-12));
        assertThat(Centroids.wcss(PAIRS, found.partition(), found.centroids())).isEqualTo(found.wcss());
        for (int pair = 0; pair < 8; pair += 2) {
            assertThat(found.partition()[pair]).isEqualTo(found.partition()[pair + 1]);
        }
    }

    @Test
    void keepsTheBestStartWhereNothingIsBetter() {
        GeneticSearch.Stop best = stop(0, 0, 1, 1, 2, 2, 3, 3);
        List<GeneticSearch.Stop> starts = List.of(bad().bare(), best.bare(), bad().bare());

        assertThat(GeneticSearch.best(PAIRS, starts, best, 300, 1)).isSameAs(best);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neverReturnsWhatIsWorseAndTheSameForASeed(long seed) {
        FeatureMatrix matrix = Matrices.noise(seed, 120, 3);
        FeatureBlocks rows = matrix.blocks();
        List<GeneticSearch.Stop> starts = IntStream.range(0, 4)
                .mapToObj(number -> Seeding.centroids(rows, 7, new SplittableRandom(10 * seed + number)))
                .map(start -> GeneticSearch.Stop.from(rows, start, 300, ANY))
                .toList();
        GeneticSearch.Stop best = starts.stream()
                .min(Comparator.comparingDouble(GeneticSearch.Stop::wcss))
                .orElseThrow();
        List<GeneticSearch.Stop> bare =
                starts.stream().map(GeneticSearch.Stop::bare).toList();

        GeneticSearch.Stop found = GeneticSearch.best(rows, bare, best, 300, seed);

        assertThat(found.wcss()).isLessThanOrEqualTo(best.wcss());
        assertThat(Centroids.sizes(found.partition(), 7)).doesNotContain(0);
        assertThat(found.centroids()).containsExactly(Centroids.of(rows, found.partition(), 7));
        assertThat(GeneticSearch.best(rows, bare, best, 300, seed).partition()).isEqualTo(found.partition());
    }

    @Test
    void refillsWhatAStartLeavesEmpty() {
        FeatureBlocks rows = Matrices.ofColumn(0, 0, 0, 5, 9).blocks();

        GeneticSearch.Stop stop = GeneticSearch.Stop.from(rows, new double[] {0, 0, 0}, 300, ANY);

        assertThat(stop.wcss()).isZero();
        assertThat(Centroids.sizes(stop.partition(), 3)).containsExactlyInAnyOrder(3, 1, 1);
        assertThat(stop.bare().partition()).isEmpty();
        assertThat(stop.bare().centroids()).isSameAs(stop.centroids());
    }

    /** A stop of both algorithms: two pairs are one cluster, and the rows of another are two. */
    private static GeneticSearch.Stop bad() {
        return stop(0, 1, 2, 2, 2, 2, 3, 3);
    }

    private static GeneticSearch.Stop stop(int... partition) {
        double[] centroids = Centroids.of(PAIRS, partition, 4);
        return new GeneticSearch.Stop(Centroids.wcss(PAIRS, partition, centroids), centroids, partition);
    }
}
