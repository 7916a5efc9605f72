package segmentation.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import segmentation.data.inspect.ColumnProfile;
import segmentation.data.inspect.CustomerFile;
import segmentation.data.inspect.FeatureRows;
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

    /** Stands for a number that is missing where all of a column are looked at, none of which is above it. */
    static final double MISSING = LARGEST;

    private static final String REGION_OR_MISSING = "NA";

    private final String[] names;
    private final int[] places;
    private final boolean[] answers;
    private final boolean[] numeric;
    private final boolean[] keepingNa;
    private final double[] medians;

    /** The category that a feature is of; empty for numbers. */
    private final String[] categories;

    private final char decimal;
    private final char thousands;
    private final String[] currency;
    private final boolean percent;
    private final MissingValues missing;
    private final int malformed;
    private transient @Nullable NumberFormat format;
    private transient @Nullable NumberParser plain;

    /**
     * Reads these columns, and 0 and 1 for those that are {@link FeatureRows#indicator} of a category.
     *
     * @param malformed place of the column that holds a line with more or fewer cells than the header; -1 where there is none
     */
    FeatureReader(CustomerFile table, List<String> header, List<String> columns, int malformed) {
        NumberFormat written = table.numberFormat();
        this.names = columns.toArray(String[]::new);
        this.places = new int[names.length];
        this.answers = new boolean[names.length];
        this.numeric = new boolean[names.length];
        this.keepingNa = new boolean[names.length];
        this.medians = new double[names.length];
        this.categories = new String[names.length];
        for (int j = 0; j < names.length; j++) {
            String name = header.contains(names[j]) ? names[j] : FeatureRows.column(names[j]);
            ColumnProfile column = table.column(name);
            places[j] = header.indexOf(name);
            answers[j] = column.yesNo().isPresent();
            numeric[j] = column.kind().isNumeric();
            keepingNa[j] = column.keepsNa();
            medians[j] = table.isImputed() ? table.median(column) : Double.NaN;
            categories[j] = name.equals(names[j])
                    ? ""
                    : names[j].substring(FeatureRows.indicator(name, "").length());
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

    /** Puts the numbers of a row into {@code out}, {@link #MISSING} for each that it has not, and says that it counts. */
    boolean readEach(Row row, double[] out) {
        boolean whole = malformed < 0 || row.isNullAt(malformed);
        for (int j = 0; j < places.length; j++) {
            double number = whole ? number(row, j) : Double.NaN;
            out[j] = Double.isNaN(number) ? MISSING : number;
        }
        return true;
    }

    /** Returns the category of a row in a column, a number in the fewest digits; empty where it has none. */
    String category(Row row, int j) {
        boolean whole = malformed < 0 || row.isNullAt(malformed);
        String cell = whole ? Blanks.trimmed(Cells.text(row, places[j])) : "";
        boolean kept = cell.equals(REGION_OR_MISSING) && keepingNa[j];
        if (!kept && missing.contains(cell)) {
            return "";
        }
        if (!numeric[j]) {
            return cell;
        }
        NumberCell number = format().read(cell);
        return number.isNumber() ? number.value() : "";
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
                boolean number = categories[j].isEmpty();
                return "%s: found %s, expected a %s"
                        .formatted(
                                number ? names[j] : FeatureRows.column(names[j]),
                                empty ? "an empty cell" : Excerpt.quoted(text),
                                number ? "number" : "category of the training");
            }
        }
        return "";
    }

    /** Says whether a category is none, or one of the features of its column; the first of them answers for all. */
    private boolean isKnown(String category, int j) {
        boolean first = j == 0 || places[j - 1] != places[j];
        return !first
                || category.isEmpty()
                || IntStream.range(j, places.length)
                        .anyMatch(i -> places[i] == places[j] && categories[i].equals(category));
    }

    private double number(Row row, int j) {
        if (!categories[j].isEmpty()) {
            String category = category(row, j);
            return isKnown(category, j) ? category.equals(categories[j]) ? 1 : 0 : Double.NaN;
        }
        if (row.isNullAt(places[j])) {
            return medians[j];
        }
        Object cell = row.get(places[j]);
        if (cell instanceof String text) {
            return number(Blanks.trimmed(text), answers[j], medians[j]);
        }
        double value = cell instanceof Boolean yes ? (yes ? 1 : 0) : ((Number) cell).doubleValue();
        return Math.abs(value) <= LARGEST ? value : Double.isFinite(value) ? Double.NaN : medians[j];
    }

    private double number(String cell, boolean answer, double median) {
        NumberParser parser = plain();
        if (parser.read(cell) && !missing.contains(parser)) {
            return parser.value();
        }
        if (missing.contains(cell)) {
            return median;
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
