package segmentation.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import segmentation.text.Blanks;

/**
 * How well a delimiter fits the first rows of a file.
 *
 * @param dialect the dialect with that delimiter
 * @param width number of cells of the header
 * @param agreeing share of the other rows that have as many, in [0, 1]; 1 where there are none
 * @param split share of the other rows that have more than one cell, in [0, 1]
 */
record DelimiterFit(Dialect dialect, int width, double agreeing, double split) {
    private static final double MOST = 0.5;
    private static final int ROWS = 200;
    private static final int CHARACTERS = 1 << 22;

    /** Splits the first rows, without complaint. */
    static DelimiterFit of(String text, Dialect dialect) {
        List<List<String>> rows = firstRows(text, dialect);
        if (rows.size() < 2) {
            return new DelimiterFit(dialect, rows.isEmpty() ? 0 : rows.get(0).size(), 1, 1);
        }
        int width = rows.get(0).size();
        double others = rows.size() - 1;
        long agreeing = rows.stream().skip(1).filter(row -> agrees(row, width)).count();
        long split = rows.stream().skip(1).filter(row -> row.size() > 1).count();
        return new DelimiterFit(dialect, width, agreeing / others, split / others);
    }

    /** Says whether this delimiter is to be preferred. */
    boolean isBetterThan(DelimiterFit other) {
        if (splits() != other.splits()) {
            return splits();
        }
        return agreeing == other.agreeing ? width > other.width : agreeing > other.agreeing;
    }

    private boolean splits() {
        return width > 1 && (agreeing > 0 || split > MOST);
    }

    private static boolean agrees(List<String> row, int width) {
        return row.size() == width || row.size() > width && Blanks.allBlank(row.subList(width, row.size()));
    }

    private static List<List<String>> firstRows(String text, Dialect dialect) {
        boolean cut = text.length() > CHARACTERS;
        String start = cut ? text.substring(0, CHARACTERS) : text;
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(start), dialect.lenient())) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext() && rows.size() < ROWS) {
                List<String> row = records.next().toList();
                boolean whole = !cut || records.hasNext() || rows.isEmpty();
                if (whole && !Blanks.allBlank(row)) {
                    rows.add(row);
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
    }
}
