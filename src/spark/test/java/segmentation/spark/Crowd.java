package segmentation.spark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import segmentation.analysis.CostlyPart;
import segmentation.analysis.Segmentation;
import segmentation.model.ModelFile;

/** Generated customers in four groups that overlap a little, so that Lloyd's algorithm takes some iterations. */
final class Crowd {
    static final int K = 4;
    static final List<String> COLUMNS = List.of("income", "visits", "spend");

    private Crowd() {}

    static double[][] rows(int count) {
        SplittableRandom random = new SplittableRandom(11);
        return IntStream.range(0, count)
                .mapToObj(i -> new double[] {
                    20_000 + 15_000 * (i % 2) + 6_000 * random.nextGaussian(),
                    Math.abs(5 + 9 * (i / 2 % 2) + 3 * random.nextGaussian()),
                    Math.exp(3 + i % 4 * .6 + .5 * random.nextGaussian())
                })
                .toArray(double[][]::new);
    }

    static Dataset<Row> table(SparkSession spark, double[][] rows) {
        StructType schema = new StructType();
        for (String column : COLUMNS) {
            schema = schema.add(column, DataTypes.DoubleType);
        }
        List<Row> cells = java.util.Arrays.stream(rows)
                .map(row -> RowFactory.create(row[0], row[1], row[2]))
                .toList();
        return spark.createDataFrame(cells, schema);
    }

    /** Returns a model of some of them, to score others with. */
    static ModelFile model() {
        try (SparkCustomers customers =
                SparkCustomers.of(table(LocalSpark.spark(), rows(500)), Optional.empty(), OptionalInt.empty(), 42)) {
            return asked(customers).modelFile();
        }
    }

    static Segmentation asked(SparkCustomers customers) {
        return Segmentation.of(customers.table())
                .log("spend")
                .k(K)
                .kUpTo(K)
                .restarts(3)
                .skip(CostlyPart.values())
                .standingFor(customers);
    }
}
