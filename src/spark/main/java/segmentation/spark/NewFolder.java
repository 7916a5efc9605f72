package segmentation.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import segmentation.io.DataException;

/** A folder of parts that Spark writes: there whole or not at all. */
final class NewFolder {
    private NewFolder() {}

    /** Writes rows: Parquet where the name ends so, else CSV with a header in each part; refuses a place that is taken. */
    static void write(SparkSession spark, Dataset<Row> rows, String out) {
        try {
            Path place = new Path(out);
            FileSystem system = place.getFileSystem(spark.sparkContext().hadoopConfiguration());
            checkFree(system, place, out);
            write(rows, system, place);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be written (%s); check that its folder is writable and has room"
                            .formatted(Faults.shown(out), Faults.shown(String.valueOf(e.getMessage()))),
                    e);
        }
    }

    private static void checkFree(FileSystem system, Path place, String out) throws IOException {
        if (system.exists(place)) {
            throw DataException.inFile(
                    Faults.shown(out),
                    "something that is there already",
                    "a folder to be made",
                    "give another --out, or remove it");
        }
    }

    /** Writes beside the place, and moves what is whole. */
    private static void write(Dataset<Row> rows, FileSystem system, Path place) throws IOException {
        Path beside = new Path(
                place.getParent() == null ? new Path(".") : place.getParent(), "." + place.getName() + ".part");
        try {
            if (place.getName().endsWith(".parquet")) {
                rows.write().mode(SaveMode.Overwrite).parquet(beside.toString());
            } else {
                rows.write()
                        .mode(SaveMode.Overwrite)
                        .option("header", true)
                        .option("escape", "\"")
                        .option("emptyValue", "")
                        .csv(beside.toString());
            }
            if (!system.rename(beside, place)) {
                throw new IOException("it could not be moved from " + beside);
            }
        } finally {
            system.delete(beside, true);
        }
    }
}
