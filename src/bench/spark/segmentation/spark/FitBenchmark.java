package segmentation.spark;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import segmentation.app.SegmentCommand;
import segmentation.bench.Meter;

/** What a whole fit on Spark costs, from Parquet to the report: the command as it is run, in this process. */
public final class FitBenchmark {
    private FitBenchmark() {}

    /** Takes {@code write}, a folder and numbers of rows, or what {@code environment/segment} takes. */
    public static void main(String[] arguments) {
        if (arguments[0].equals("write")) {
            SparkSession spark = IterationBenchmark.session();
            Arrays.stream(arguments)
                    .skip(2)
                    .forEach(rows -> write(spark, Integer.parseInt(rows), arguments[1] + "/" + rows + ".parquet"));
            spark.stop();
            return;
        }
        long before = System.nanoTime();
        // The command ends the process.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println();
            Meter.print("seconds", (System.nanoTime() - before) / 1e9);
            Meter.print("cpu", Meter.cpuSeconds());
            Meter.print("peak", Meter.peakMegabytes());
        }));
        SegmentCommand.main(arguments);
    }

    private static void write(SparkSession spark, int rows, String folder) {
        StructType schema = new StructType();
        for (int j = 0; j < IterationBenchmark.COLUMNS; j++) {
            schema = schema.add("measure_" + (j + 1), DataTypes.DoubleType);
        }
        int parts = IterationBenchmark.PARTS;
        JavaRDD<Row> written = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(IntStream.range(0, parts).boxed().toList(), parts)
                .flatMap(part -> new Mapped<>(
                        IterationBenchmark.rows(part, rows / parts),
                        row -> RowFactory.create(Arrays.stream(row).boxed().toArray())));
        spark.createDataFrame(written, schema).write().parquet(folder);
    }
}
