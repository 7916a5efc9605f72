package segmentation.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import segmentation.data.inspect.CustomerFile;
import segmentation.model.ModelFile;
import segmentation.model.Score;
import segmentation.report.SegmentedCsv;

/** Every row as it is with what a model says of it: scored where the rows are, and written here part by part. */
final class SegmentedRows {
    private final SparkTable rows;
    private final CustomerFile table;
    private final Scoring scoring;

    private SegmentedRows(SparkTable rows, CustomerFile table, Scoring scoring) {
        this.rows = rows;
        this.table = table;
        this.scoring = scoring;
    }

    /**
     * Returns the rows.
     *
     * @param table rows of the same columns, from which their looks are known
     */
    static SegmentedRows of(SparkTable rows, CustomerFile table, FeatureReader reader, ModelFile model) {
        Scoring scoring = new Scoring(model.toJson(), reader, rows.header().size(), table.decimalComma());
        return new SegmentedRows(rows, table, scoring);
    }

    /** Writes a file as the embedded engine does. */
    void writeTo(Appendable out, SparkSession spark) throws IOException {
        CSVPrinter printer = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setDelimiter(table.delimiter()).get());
        printer.printRecord(SegmentedCsv.of(table, List.of()).header());
        for (SparkTable part : rows.byPart(spark, table)) {
            Iterator<String[]> scored =
                    part.rows().toJavaRDD().mapPartitions(scoring::cells).toLocalIterator();
            while (scored.hasNext()) {
                printer.printRecord((Object[]) scored.next());
            }
        }
    }

    /**
     * Scores rows where they are.
     *
     * @param json of the model
     * @param width number of cells of a row
     * @param comma whether the file writes numbers with a decimal comma
     */
    record Scoring(String json, FeatureReader reader, int width, boolean comma) implements Serializable {

        /** Returns the cells of rows and of their scores. */
        Iterator<String[]> cells(Iterator<Row> part) {
            ModelFile model = ModelFile.ofJson(json);
            return new Mapped<>(part, row -> of(row, model));
        }

        private String[] of(Row row, ModelFile model) {
            double[] features = new double[reader.columns()];
            Score score = reader.read(row, features) ? model.score(features) : Score.none(reader.fault(row));
            List<String> added = SegmentedCsv.cells(score, comma);
            String[] cells = new String[width + added.size()];
            for (int j = 0; j < width; j++) {
                cells[j] = Cells.text(row, j);
            }
            for (int j = 0; j < added.size(); j++) {
                cells[width + j] = added.get(j);
            }
            return cells;
        }
    }
}
