package segmentation.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import segmentation.analysis.Engine;
import segmentation.model.ModelFile;
import segmentation.model.Score;
import segmentation.report.SegmentedCsv;

/** Gives rows the segments of a model where they are, and lets Spark write them in parts, beside what they held. */
final class SparkScoring {
    private static final List<String> ADDED = List.of("segment", "segment_name", "distance", "note");

    private SparkScoring() {}

    /**
     * Writes the rows into a folder that is not there yet: Parquet where its name ends so, else CSV with a header in each part.
     *
     * @return how many rows each segment was given, and how many have a note
     */
    static Engine.Scored written(
            SparkSession spark, SparkTable rows, FeatureReader reader, ModelFile model, String out) {
        StructType schema = schema(rows);
        Rows scoring = new Rows(model.toJson(), reader, rows.header().size());
        JavaRDD<Row> scored =
                rows.rows().toJavaRDD().mapPartitions(scoring::scored).persist(StorageLevel.DISK_ONLY());
        try {
            NewFolder.write(spark, spark.createDataFrame(scored, schema), out);
            int first = rows.header().size();
            int k = model.k();
            long[] counts = scored.mapPartitions(
                            part -> List.of(counts(part, first, k)).iterator())
                    .treeReduce(SparkScoring::sum);
            return counted(counts, k);
        } finally {
            scored.unpersist(false);
        }
    }

    private static StructType schema(SparkTable rows) {
        List<StructField> fields = new ArrayList<>();
        StructField[] known = rows.rows().schema().fields();
        for (int j = 0; j < rows.header().size(); j++) {
            fields.add(DataTypes.createStructField(rows.header().get(j), known[j].dataType(), true));
        }
        fields.add(DataTypes.createStructField(free(rows, ADDED.get(0)), DataTypes.IntegerType, true));
        fields.add(DataTypes.createStructField(free(rows, ADDED.get(1)), DataTypes.StringType, true));
        fields.add(DataTypes.createStructField(free(rows, ADDED.get(2)), DataTypes.DoubleType, true));
        fields.add(DataTypes.createStructField(free(rows, ADDED.get(3)), DataTypes.StringType, true));
        return new StructType(fields.toArray(StructField[]::new));
    }

    private static String free(SparkTable rows, String title) {
        String name = title;
        for (int number = 2; rows.header().stream().anyMatch(name::equalsIgnoreCase); number++) {
            name = title + "_" + number;
        }
        return name;
    }

    /** Counts rows by segment, then those of them with a note, then those without a segment. */
    private static long[] counts(Iterator<Row> rows, int first, int k) {
        long[] counts = new long[2 * k + 1];
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.isNullAt(first)) {
                counts[2 * k]++;
            } else {
                int segment = row.getInt(first) - 1;
                counts[segment]++;
                counts[k + segment] += row.getString(first + 3).isEmpty() ? 0 : 1;
            }
        }
        return counts;
    }

    private static long[] sum(long[] counts, long[] others) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += others[i];
        }
        return counts;
    }

    private static Engine.Scored counted(long[] counts, int k) {
        return new Engine.Scored(
                Arrays.stream(counts, 0, k).boxed().toList(),
                Arrays.stream(counts, k, 2 * k).boxed().toList(),
                counts[2 * k]);
    }

    /** Scores rows where they are. */
    private record Rows(String json, FeatureReader reader, int width) implements Serializable {
        Iterator<Row> scored(Iterator<Row> part) {
            ModelFile model = ModelFile.ofJson(json);
            return new Mapped<>(part, row -> of(row, model));
        }

        private Row of(Row row, ModelFile model) {
            double[] features = new double[reader.columns()];
            Score score = reader.read(row, features) ? model.score(features) : Score.none(reader.fault(row));
            List<String> texts = SegmentedCsv.cells(score, false);
            boolean placed = score.segment().isPresent();
            Object[] cells = new Object[width + ADDED.size()];
            for (int j = 0; j < width; j++) {
                cells[j] = row.get(j);
            }
            cells[width] = placed ? score.segment().getAsInt() : null;
            cells[width + 1] = texts.get(1);
            cells[width + 2] = placed ? score.distance() : null;
            cells[width + 3] = texts.get(3);
            return RowFactory.create(cells);
        }
    }
}
