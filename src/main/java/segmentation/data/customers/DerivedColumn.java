package segmentation.data.customers;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import segmentation.data.dataset.Field;
import segmentation.data.dataset.Field.Constraints;
import segmentation.data.dataset.FieldType;

/**
 * A number computed from a customer's other values, to be added by {@link CustomerTable#with}.
 *
 * @param name what to call the column, in rules, pictures and sentences, such as {@code Total spend}; not blank
 * @param unit what it is measured in; empty for none
 * @param noun what to call it within a sentence or a segment's name, such as {@code spending}; not blank
 * @param description what it means, in a sentence
 * @param value computes the number; NaN makes it missing
 */
public record DerivedColumn(
        String name, String unit, String noun, String description, ToDoubleFunction<Customer> value) {

    // Whole numbers of more than 39 digits are numbers only.
    private static final double BEYOND_WHOLE = 1e39;

    /** Throws {@link IllegalArgumentException} where name or noun is blank. */
    public DerivedColumn {
        if (name.isBlank() || noun.isBlank()) {
            throw new IllegalArgumentException("A derived column needs a name and a noun");
        }
    }

    /** Returns the sum of columns, at least one; missing where one of them is. */
    public static DerivedColumn sum(String name, String unit, String noun, List<String> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("The sum %s needs at least one column".formatted(name));
        }
        String description = "Sum of %s.".formatted(String.join(", ", columns));
        return new DerivedColumn(name, unit, noun, description, new Sum(List.copyOf(columns)));
    }

    /** The sum of columns: of one customer, or column by column of all. */
    private record Sum(List<String> columns) implements ToDoubleFunction<Customer> {
        @Override
        public double applyAsDouble(Customer customer) {
            double sum = 0;
            for (String column : columns) {
                sum += customer.number(column);
            }
            return sum;
        }

        double[] ofAll(Columns table) {
            double[] sums = new double[table.rows()];
            for (String column : columns) {
                table.numeric(column).addTo(sums);
            }
            return sums;
        }
    }

    /** Returns one column divided by another; missing where either is, or the divisor is 0. */
    public static DerivedColumn ratio(String name, String unit, String noun, String dividend, String divisor) {
        return new DerivedColumn(
                name,
                unit,
                noun,
                "%s divided by %s; missing where that is 0.".formatted(dividend, divisor),
                customer -> customer.number(divisor) == 0
                        ? Double.NaN
                        : customer.number(dividend) / customer.number(divisor));
    }

    /** Returns the years from the one in a column to the one given; missing where the column's is. */
    public static DerivedColumn yearsUntil(int year, String name, String noun, String column) {
        return new DerivedColumn(
                name, "years", noun, "%d less %s.".formatted(year, column), customer -> year - customer.number(column));
    }

    /** Computes the values of all rows, NaN where missing. */
    double[] values(Columns columns) {
        double[] values = value instanceof Sum sum ? sum.ofAll(columns) : byCustomer(columns);
        for (double each : values) {
            if (Double.isInfinite(each)) {
                throw new IllegalArgumentException(
                        "%s is %s for a customer; make it NaN, which is a missing value".formatted(name, each));
            }
        }
        return values;
    }

    private double[] byCustomer(Columns columns) {
        double[] values = new double[columns.rows()];
        IntFunction<Customer> customers = Customer.each(columns);
        for (int row = 0; row < values.length; row++) {
            values[row] = value.applyAsDouble(customers.apply(row));
        }
        return values;
    }

    /** Describes the column: whole numbers where all of these are, else numbers. */
    Field field(double[] values) {
        return new Field(
                name,
                name,
                noun,
                description,
                unit,
                DoubleStream.of(values).allMatch(DerivedColumn::isWhole) ? FieldType.INTEGER : FieldType.NUMBER,
                List.of(),
                Constraints.none());
    }

    private static boolean isWhole(double value) {
        return Double.isNaN(value) || Math.rint(value) == value && Math.abs(value) < BEYOND_WHOLE;
    }
}
