package segmentation.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        Scoring scoring =
                new Scoring(model.toJson(), reader, rows.header().size(), table.delimiter(), table.decimalComma());
        return new SegmentedRows(rows, table, scoring);
    }

    /** Writes a file as the embedded engine does. */
    void writeTo(Appendable out, SparkSession spark) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, format(table.delimiter()));
        printer.printRecord(SegmentedCsv.of(table, List.of()).header());
        for (SparkTable part : rows.byPart(spark, table)) {
            // Bytes cost little on their way; a cell each would cost more than all else.
            Iterator<byte[]> scored =
                    part.rows().toJavaRDD().mapPartitions(scoring::lines).toLocalIterator();
            while (scored.hasNext()) {
                out.append(new String(scored.next(), StandardCharsets.UTF_8));
            }
        }
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    }

    /**
     * Scores rows where they are.
     *
     * @param json of the model
     * @param width number of cells of a row
     * @param delimiter what separates cells
     * @param comma whether the file writes numbers with a decimal comma
     */
    record Scoring(String json, FeatureReader reader, int width, char delimiter, boolean comma)
            implements Serializable {
        private static final int ROWS = 1_024;

        /** Returns the lines of rows and their scores in UTF-8, some thousand at a time. */
        Iterator<byte[]> lines(Iterator<Row> part) {
            return new Lines(part, this, ModelFile.ofJson(json));
        }

        private byte[] text(Iterator<Row> part, ModelFile model) {
            try (CSVPrinter printer = new CSVPrinter(new StringBuilder(), format(delimiter))) {
                for (int i = 0; i < ROWS && part.hasNext(); i++) {
                    printer.printRecord((Object[]) of(part.next(), model));
                }
                return printer.getOut().toString().getBytes(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("Text in memory could not be written", e);
            }
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

    /** The lines of a part. */
    private record Lines(Iterator<Row> part, Scoring scoring, ModelFile model) implements Iterator<byte[]> {
        @Override
        public boolean hasNext() {
            return part.hasNext();
        }

        @Override
        public byte[] next() {
            return scoring.text(part, model);
        }
    }
}
