package segmentation.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;
import segmentation.stats.Quantiles;

class OrderStatisticsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 11})
    void findsMediansOfGroupsAsASortDoes(int parts) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] rows = IntStream.range(0, 1_501)
                .mapToObj(i -> new double[] {random.nextInt(-9, 9), random.nextDouble(-1e9, 1e9), i % 3})
                .toArray(double[][]::new);
        List<FeatureBlocks> chunks = IntStream.range(0, 15)
                .mapToObj(i -> Arrays.copyOfRange(rows, i * 100, i == 14 ? rows.length : (i + 1) * 100))
                .map(part -> FeatureMatrix.of(part).blocks())
                .toList();
        JavaRDD<FeatureBlocks> spread = JavaSparkContext.fromSparkContext(
                        LocalSpark.spark().sparkContext())
                .parallelize(chunks, parts);

        long[] sizes = new long[3];
        Arrays.stream(rows).forEach(row -> sizes[(int) row[2]]++);
        long[][] ranks = Arrays.stream(sizes)
                .mapToObj(size -> OrderStatistics.around(.5, size))
                .toArray(long[][]::new);
        double[][] found = OrderStatistics.of(spread, OrderStatisticsTest::third, 3, ranks);

        for (int at = 0; at < found.length; at++) {
            int group = at / 3;
            int column = at % 3;
            double[] values = Arrays.stream(rows)
                    .filter(row -> row[2] == group)
                    .mapToDouble(row -> row[column])
                    .toArray();
            assertThat(OrderStatistics.between(.5, sizes[group], found[at][0], found[at][1]))
                    .isEqualTo(Quantiles.of(values).median());
        }
    }

    private static int[] third(FeatureBlocks rows) {
        return IntStream.range(0, rows.rows()).map(i -> (int) rows.at(i, 2)).toArray();
    }
}
