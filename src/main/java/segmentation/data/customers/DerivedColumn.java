package segmentation.data.customers;

import java.util.List;
import java.util.function.ToDoubleFunction;
import segmentation.data.dataset.Constraints;
import segmentation.data.dataset.Field;
import segmentation.data.dataset.FieldType;
import segmentation.text.NumberText;

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
        return new DerivedColumn(
                name,
                unit,
                noun,
                "Sum of %s.".formatted(String.join(", ", columns)),
                customer -> columns.stream().map(customer::number).reduce(0.0, Double::sum));
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

    /** Computes the values for rows, each written the one way, empty where missing. */
    List<String> texts(Columns columns) {
        return columns.customers().map(this::text).toList();
    }

    /** Describes the column: whole numbers where all of these are, else numbers. */
    Field field(List<String> texts) {
        boolean whole = texts.stream()
                .allMatch(text ->
                        text.isEmpty() || FieldType.INTEGER.normalised(text).isPresent());
        return new Field(
                name,
                name,
                noun,
                description,
                unit,
                whole ? FieldType.INTEGER : FieldType.NUMBER,
                List.of(),
                Constraints.none());
    }

    private String text(Customer customer) {
        double number = value.applyAsDouble(customer);
        if (Double.isInfinite(number)) {
            throw new IllegalArgumentException(
                    "%s is %s for a customer; make it NaN, which is a missing value".formatted(name, number));
        }
        return Double.isNaN(number) ? "" : NumberText.shortest(number);
    }
}
