package segmentation.spark;

import org.apache.spark.sql.SparkSession;
import segmentation.spark.SparkCustomers.Session;

/** A session of Spark in this process that tests share, as it takes long to start. */
final class LocalSpark {
    private LocalSpark() {}

    static SparkSession spark() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("tests")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.executor.killOnFatalError.depth", "0")
                .config("spark.sql.shuffle.partitions", "3")
                .config("spark.sql.csv.parser.columnPruning.enabled", "false")
                .getOrCreate();
    }

    static Session session() {
        return new Session(spark(), false);
    }
}
