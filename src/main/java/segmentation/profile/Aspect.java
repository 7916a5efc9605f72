package segmentation.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import segmentation.data.customers.CustomerTable;
import segmentation.data.dataset.Field;
import segmentation.data.dataset.FieldType;
import segmentation.stats.CompensatedSum;
import segmentation.text.NumberText;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * One figure of each customer that segments are compared on: a numeric column, or whether a customer has a value of a
 * text column. A mean of the latter is a share. A numeric column of which only 0 and 1 are known is a share too.
 *
 * @param title what it is called in tables
 * @param noun what it is called within a sentence
 * @param unit what it is measured in; empty for a share and where there is none
 * @param isShare whether the mean is a share
 * @param range from the least to the largest known value, 0 where none is known; figures are written to suit it
 * @param values one number for each customer, NaN where missing; 0 or 1 for a share
 */
record Aspect(String title, String noun, String unit, boolean isShare, double range, double[] values) {

    /**
     * Returns the aspects of a column: one, or for text one for each value, alphabetically.
     *
     * @throws IllegalArgumentException where there is no such column, or it holds dates
     */
    static List<Aspect> of(CustomerTable customers, String column) {
        Field field = customers.dataset().field(column);
        if (field.type() == FieldType.DATE) {
            throw new IllegalArgumentException(
                    "Column %s holds dates, on which segments are not compared; derive a number such as days from it"
                            .formatted(column));
        }
        return field.isNumeric()
                ? List.of(ofNumbers(field.title(), field.noun(), field.unit(), customers.numbers(column)))
                : ofTexts(field.title(), field.noun(), customers.texts(column));
    }

    /**
     * Returns the aspects of a column of a Tablesaw table, as above; its name stands for title and noun.
     *
     * @throws IllegalArgumentException where there is no such column, or it holds neither numbers nor text
     */
    static List<Aspect> of(Table table, String column) {
        if (!table.containsColumn(column)) {
            throw new IllegalArgumentException(
                    "There is no column %s; there are %s".formatted(column, String.join(", ", table.columnNames())));
        }
        Column<?> found = table.column(column);
        if (found instanceof NumericColumn<?> numbers) {
            return List.of(ofNumbers(column, column, "", numbers.asDoubleArray()));
        }
        if (found instanceof StringColumn texts) {
            return ofTexts(column, column, texts.asList());
        }
        throw new IllegalArgumentException("Column %s holds %s, on which segments are not compared; numbers or text are"
                .formatted(column, found.type().name().toLowerCase(Locale.ROOT)));
    }

    private static Aspect ofNumbers(String title, String noun, String unit, double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        boolean shares = true;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
                shares &= value == 0 || value == 1;
            }
        }
        boolean known = least <= most;
        return known && shares
                ? new Aspect(title, lowerCase(title), "", true, 1, values)
                : new Aspect(
                        unit.isEmpty() ? title : "%s (%s)".formatted(title, unit),
                        noun,
                        unit,
                        false,
                        known ? most - least : 0,
                        values);
    }

    private static List<Aspect> ofTexts(String title, String noun, List<String> texts) {
        return texts.stream()
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .map(value -> new Aspect(
                        title + ": " + value,
                        noun + " " + value,
                        "",
                        true,
                        1,
                        texts.stream()
                                .mapToDouble(text -> text.isEmpty() ? Double.NaN : text.equals(value) ? 1 : 0)
                                .toArray()))
                .toList();
    }

    /** Returns the values, or their log(1 + x) where segments were made of that. */
    double[] scale(boolean logged) {
        // StrictMath is the same on every machine.
        return logged ? Arrays.stream(values).map(StrictMath::log1p).toArray() : values;
    }

    /** Returns the known values of some customers. */
    double[] known(int[] customers) {
        return SegmentMembers.known(values, customers);
    }

    /** Returns how many of some customers have no known value. */
    int unknown(int[] customers) {
        int unknown = 0;
        for (int customer : customers) {
            unknown += Double.isNaN(values[customer]) ? 1 : 0;
        }
        return unknown;
    }

    /** Returns the mean of known values, NaN where there is none. */
    static double mean(double[] known) {
        CompensatedSum sum = new CompensatedSum();
        for (double value : known) {
            sum.add(value);
        }
        return sum.mean();
    }

    /** Returns the population standard deviation of known values; 0 where they agree, NaN where there is none. */
    static double deviation(double[] known) {
        return deviation(known, mean(known));
    }

    /** Returns the population standard deviation of values about their mean, NaN left out; 0 where they agree, NaN where none is known. */
    static double deviation(double[] values, double mean) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        CompensatedSum squares = new CompensatedSum();
        for (double value : values) {
            if (!Double.isNaN(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
                squares.add((value - mean) * (value - mean));
            }
        }
        return least == most ? 0 : Math.sqrt(squares.mean());
    }

    /** Writes a mean or another value of this aspect, without its unit; an en dash for NaN. */
    String written(double value) {
        if (isShare) {
            return Double.isNaN(value) ? NumberText.fixed(value, 1) : NumberText.percent(value);
        }
        return NumberText.signed(NumberText.within(noun, range, value));
    }

    /** Adds the unit to what is said of a noun, unless the noun names it, as in {@code children at most 2}. */
    static String withUnit(String figure, String noun, String unit) {
        return unit.isEmpty() || noun.endsWith(unit) || noun.startsWith(unit) ? figure : figure + " " + unit;
    }

    private static String lowerCase(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }
}
