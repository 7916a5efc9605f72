package segmentation.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import segmentation.data.inspect.ColumnProfile;
import segmentation.data.inspect.CustomerFile;
import segmentation.data.value.MissingValues;
import segmentation.data.value.NumberCell;
import segmentation.data.value.NumberFormat;
import segmentation.data.value.NumberParser;
import segmentation.data.value.YesNo;
import segmentation.text.Blanks;
import segmentation.text.Excerpt;

/** Reads the features of a row as {@link CustomerFile} reads them: cells of text as the file writes numbers, others as they are. */
final class FeatureReader implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final double LARGEST = 1e140;

    private final String[] names;
    private final int[] places;
    private final boolean[] answers;
    private final char decimal;
    private final char thousands;
    private final String[] currency;
    private final boolean percent;
    private final MissingValues missing;
    private final int malformed;
    private transient @Nullable NumberFormat format;
    private transient @Nullable NumberParser plain;

    /**
     * Reads these columns.
     *
     * @param malformed place of the column that holds a line with more or fewer cells than the header; -1 where there is none
     */
    FeatureReader(CustomerFile table, List<String> header, List<String> columns, int malformed) {
        NumberFormat written = table.numberFormat();
        this.names = columns.toArray(String[]::new);
        this.places = columns.stream().mapToInt(header::indexOf).toArray();
        this.answers = new boolean[names.length];
        for (int j = 0; j < names.length; j++) {
            ColumnProfile column = table.column(names[j]);
            answers[j] = column.yesNo().isPresent();
        }
        this.decimal = written.decimal();
        this.thousands = written.thousands().orElse('\0');
        this.currency = written.currency().toArray(String[]::new);
        this.percent = written.percent();
        this.missing = table.missingValues();
        this.malformed = malformed;
    }

    /** Returns the number of features. */
    int columns() {
        return names.length;
    }

    /** Puts the features of a row into {@code out}, NaN where one has no number, and says whether all have one. */
    boolean read(Row row, double[] out) {
        boolean whole = malformed < 0 || row.isNullAt(malformed);
        for (int j = 0; j < places.length; j++) {
            out[j] = whole ? number(row, j) : Double.NaN;
            whole &= !Double.isNaN(out[j]);
        }
        return whole;
    }

    /** Says why a row has no features, as {@code segments.csv} says it. */
    String fault(Row row) {
        if (malformed >= 0 && !row.isNullAt(malformed)) {
            return "the line has more or fewer cells than the header";
        }
        for (int j = 0; j < places.length; j++) {
            if (Double.isNaN(number(row, j))) {
                Object cell = row.isNullAt(places[j]) ? "" : row.get(places[j]);
                String text = Blanks.trimmed(cell.toString());
                boolean empty = text.isEmpty();
                return "%s: found %s, expected a number"
                        .formatted(names[j], empty ? "an empty cell" : Excerpt.quoted(text));
            }
        }
        return "";
    }

    private double number(Row row, int j) {
        if (row.isNullAt(places[j])) {
            return Double.NaN;
        }
        Object cell = row.get(places[j]);
        if (cell instanceof String text) {
            return number(Blanks.trimmed(text), answers[j]);
        }
        double value = cell instanceof Boolean yes ? (yes ? 1 : 0) : ((Number) cell).doubleValue();
        return Math.abs(value) <= LARGEST ? value : Double.NaN;
    }

    private double number(String cell, boolean answer) {
        NumberParser parser = plain();
        if (parser.read(cell) && !missing.contains(parser)) {
            return parser.value();
        }
        if (missing.contains(cell)) {
            return Double.NaN;
        }
        if (answer && YesNo.value(cell).isPresent()) {
            return YesNo.value(cell).getAsInt();
        }
        NumberCell read = format().read(cell);
        return read.isNumber() ? Double.parseDouble(read.value()) : Double.NaN;
    }

    // Neither can be sent to another process, so each is made where it is needed.
    private NumberParser plain() {
        NumberParser known = plain;
        if (known == null) {
            known = NumberParser.reader(decimal);
            plain = known;
        }
        return known;
    }

    private NumberFormat format() {
        NumberFormat known = format;
        if (known == null) {
            Optional<Character> group = thousands == '\0' ? Optional.empty() : Optional.of(thousands);
            known = new NumberFormat(decimal, group, List.of(currency), percent);
            format = known;
        }
        return known;
    }
}
