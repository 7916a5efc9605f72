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
import segmentation.data.value.NumberFormat;
import segmentation.data.value.NumberFormat.NumberCell;
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

    private final Feature[] features;
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
        this.features =
                columns.stream().map(name -> Feature.of(table, header, name)).toArray(Feature[]::new);
        this.decimal = written.decimal();
        this.thousands = written.thousands().orElse('\0');
        this.currency = written.currency().toArray(String[]::new);
        this.percent = written.percent();
        this.missing = table.missingValues();
        this.malformed = malformed;
    }

    /** Returns the number of features. */
    int columns() {
        return features.length;
    }

    /** Puts the numbers of a row into {@code out}, {@link #MISSING} for each that it has not, and says that it counts. */
    boolean readEach(Row row, double[] out) {
        boolean whole = malformed < 0 || row.isNullAt(malformed);
        for (int j = 0; j < features.length; j++) {
            double number = whole ? number(row, j) : Double.NaN;
            out[j] = Double.isNaN(number) ? MISSING : number;
        }
        return true;
    }

    /** Returns the category of a row in a column, a number in the fewest digits; empty where it has none. */
    String category(Row row, int j) {
        boolean whole = malformed < 0 || row.isNullAt(malformed);
        String cell = whole ? Blanks.trimmed(Cells.text(row, features[j].place())) : "";
        boolean kept = cell.equals(REGION_OR_MISSING) && features[j].keepsNa();
        if (!kept && missing.contains(cell)) {
            return "";
        }
        if (!features[j].isNumeric()) {
            return cell;
        }
        NumberCell number = format().read(cell);
        return number.isNumber() ? number.value() : "";
    }

    /** Puts the features of a row into {@code out}, NaN where one has no number, and says whether all have one. */
    boolean read(Row row, double[] out) {
        boolean whole = malformed < 0 || row.isNullAt(malformed);
        for (int j = 0; j < features.length; j++) {
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
        for (int j = 0; j < features.length; j++) {
            if (Double.isNaN(number(row, j))) {
                Feature feature = features[j];
                Object cell = row.isNullAt(feature.place()) ? "" : row.get(feature.place());
                String text = Blanks.trimmed(cell.toString());
                boolean empty = text.isEmpty();
                boolean number = feature.category().isEmpty();
                return "%s: found %s, expected a %s"
                        .formatted(
                                number ? feature.name() : FeatureRows.column(feature.name()),
                                empty ? "an empty cell" : Excerpt.quoted(text),
                                number ? "number" : "category of the training");
            }
        }
        return "";
    }

    /** Says whether a category is none, or one of the features of its column; the first of them answers for all. */
    private boolean isKnown(String category, int j) {
        boolean first = j == 0 || features[j - 1].place() != features[j].place();
        return !first
                || category.isEmpty()
                || IntStream.range(j, features.length)
                        .anyMatch(i -> features[i].place() == features[j].place()
                                && features[i].category().equals(category));
    }

    private double number(Row row, int j) {
        Feature feature = features[j];
        if (!feature.category().isEmpty()) {
            String category = category(row, j);
            return isKnown(category, j) ? category.equals(feature.category()) ? 1 : 0 : Double.NaN;
        }
        if (row.isNullAt(feature.place())) {
            return feature.median();
        }
        Object cell = row.get(feature.place());
        if (cell instanceof String text) {
            return number(Blanks.trimmed(text), feature);
        }
        double value = cell instanceof Boolean yes ? (yes ? 1 : 0) : ((Number) cell).doubleValue();
        return Math.abs(value) <= LARGEST ? value : Double.isFinite(value) ? Double.NaN : feature.median();
    }

    private double number(String cell, Feature feature) {
        NumberParser parser = plain();
        if (parser.read(cell) && !missing.contains(parser)) {
            return parser.value();
        }
        if (missing.contains(cell)) {
            return feature.median();
        }
        if (feature.answers() && YesNo.value(cell).isPresent()) {
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

    /**
     * A feature, and how its numbers are read.
     *
     * @param name its name
     * @param place place of its column
     * @param answers whether the column answers yes or no
     * @param isNumeric whether the column is of numbers
     * @param keepsNa whether NA is a region in the column
     * @param median what stands for a missing number; NaN where nothing does
     * @param category the category that the feature is of; empty for numbers
     */
    private record Feature(
            String name, int place, boolean answers, boolean isNumeric, boolean keepsNa, double median, String category)
            implements Serializable {

        static Feature of(CustomerFile table, List<String> header, String feature) {
            String name = header.contains(feature) ? feature : FeatureRows.column(feature);
            ColumnProfile column = table.column(name);
            return new Feature(
                    feature,
                    header.indexOf(name),
                    column.yesNo().isPresent(),
                    column.kind().isNumeric(),
                    column.keepsNa(),
                    table.isImputed() ? table.median(column) : Double.NaN,
                    name.equals(feature)
                            ? ""
                            : feature.substring(FeatureRows.indicator(name, "").length()));
        }
    }
}
