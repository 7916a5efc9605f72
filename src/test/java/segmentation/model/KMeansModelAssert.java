package segmentation.model;

import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import segmentation.features.FeatureMatrix;

/** What holds of every fitted model, and comparison of partitions whatever their numbers. */
public final class KMeansModelAssert extends AbstractAssert<KMeansModelAssert, KMeansModel> {
    private KMeansModelAssert(KMeansModel actual) {
        super(actual, KMeansModelAssert.class);
    }

    public static KMeansModelAssert assertThat(KMeansModel actual) {
        return new KMeansModelAssert(actual);
    }

    /** Checks that no segment is empty, centroids are means, customers are nearest to their own, and WCSS adds up. */
    public KMeansModelAssert isConsistentWith(FeatureMatrix matrix) {
        int[] labels = actual.labels();
        double[][] centroids = actual.centroids();
        double[][] sums = new double[actual.k()][matrix.columns()];
        double wcss = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            double[] row = matrix.row(i);
            Assertions.assertThat(actual.nearest(row))
                    .as("segment of row %d", i)
                    .isEqualTo(labels[i]);
            for (int j = 0; j < row.length; j++) {
                sums[labels[i] - 1][j] += row[j];
                wcss += Math.pow(row[j] - centroids[labels[i] - 1][j], 2);
            }
        }
        for (int segment = 0; segment < actual.k(); segment++) {
            int size = actual.sizes()[segment];
            Assertions.assertThat(size).as("size of segment %d", segment + 1).isPositive();
            double[] mean = Arrays.stream(sums[segment]).map(sum -> sum / size).toArray();
            Assertions.assertThat(centroids[segment]).containsExactly(mean, within(1e-9));
        }
        Assertions.assertThat(actual.wcss()).isCloseTo(wcss, within(1e-9 * Math.max(1, wcss)));
        return this;
    }

    /** Checks that the same customers are together, whatever the segments are called. */
    public KMeansModelAssert hasPartition(int... expected) {
        int[] labels = actual.labels();
        boolean same = IntStream.range(0, labels.length)
                .allMatch(i -> IntStream.range(0, labels.length)
                        .allMatch(j -> (labels[i] == labels[j]) == (expected[i] == expected[j])));
        Assertions.assertThat(same)
                .as("partition %s is that of %s", Arrays.toString(labels), Arrays.toString(expected))
                .isTrue();
        return this;
    }
}
