package segmentation.analysis;

import java.util.ArrayList;
import java.util.List;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DerivedColumn;
import segmentation.data.dataset.FieldType;
import segmentation.data.inspect.FeatureRows;
import segmentation.text.NumberText;

/**
 * Columns of categories as features: a column of 0 and 1 for each category, which {@link FeatureWeights} scales so that two
 * customers of different categories are at the squared distance that was asked for, whatever their number and how rare they are. This is the
 * distance of k-prototypes; a customer without a category is of none, at half that distance from all.
 *
 * <p>Source: Huang, Extensions to the k-means algorithm for clustering large data sets with categorical values, Data
 * Mining and Knowledge Discovery 2, 1998.
 *
 * @param table the customers with these columns beside the others
 * @param names of the columns of 0 and 1, such as {@code region = EMEA}
 */
record Categories(CustomerTable table, List<String> names) {
    private static final int MOST = 30;

    /**
     * Adds the columns of 0 and 1, refusing a column with one category, with more than thirty, or with more than half as
     * many as customers.
     */
    static Categories of(String source, CustomerTable customers, List<String> columns) {
        CustomerTable table = customers;
        List<String> names = new ArrayList<>();
        for (String column : columns) {
            List<String> values = customers.texts(column).stream()
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .sorted()
                    .toList();
            boolean date = customers.dataset().field(column).type() == FieldType.DATE;
            boolean repeats = 2 * values.size() <= customers.rows();
            if (date || !repeats || values.size() < 2 || values.size() > MOST) {
                throw new IllegalArgumentException(
                        "%s, column %s: found %s different values, expected categories that repeat, from 2 to %d; leave it out of --categorical"
                                .formatted(source, column, NumberText.count(values.size()), MOST));
            }
            for (String value : values) {
                String name = FeatureRows.indicator(column, value);
                names.add(name);
                table = table.with(new DerivedColumn(
                        name,
                        "",
                        name,
                        "1 where %s is %s, else 0.".formatted(column, value),
                        customer -> customer.text(column).equals(value) ? 1 : 0));
            }
        }
        return new Categories(table, List.copyOf(names));
    }
}
