package segmentation.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.data.CustomerTable;
import segmentation.data.Field;
import segmentation.data.Figures;
import segmentation.data.Quantiles;
import segmentation.data.ResultTable;
import segmentation.data.Tabular;

/**
 * What else is known of the customers in each segment: columns that took no part in the clustering.
 *
 * <p>A numeric column is shown by its median, a text column by the share of each of its values, beside the same figure
 * for all customers. Missing values are left out. Descriptive only: the segments were not made to differ here.
 */
public final class SegmentTraits implements Tabular {
    private final ResultTable table;

    private SegmentTraits(ResultTable table) {
        this.table = table;
    }

    /**
     * Describes segments by further columns.
     *
     * @param labels a segment from 1 to k for each customer
     * @param columns names in the table's descriptor
     * @throws IllegalArgumentException where the labels are not as many as the customers, or there is no such column
     */
    public static SegmentTraits of(CustomerTable customers, int[] labels, String... columns) {
        if (labels.length != customers.rows()) {
            throw new IllegalArgumentException(
                    "%d customers need as many labels, got %d".formatted(customers.rows(), labels.length));
        }
        List<Trait> traits = Arrays.stream(columns)
                .map(customers.dataset()::field)
                .flatMap(field -> traits(customers, field).stream())
                .toList();
        ResultTable.Builder table =
                ResultTable.titled("Traits that took no part in the clustering").text("segment");
        traits.forEach(trait -> table.figures(trait.title()));
        int k = Arrays.stream(labels).max().orElse(0);
        for (int segment = 1; segment <= k; segment++) {
            int own = segment;
            table.row(row(
                    Integer.toString(segment),
                    traits,
                    IntStream.range(0, labels.length)
                            .filter(i -> labels[i] == own)
                            .toArray()));
        }
        table.row(row("all", traits, IntStream.range(0, labels.length).toArray()));
        return new SegmentTraits(table.build());
    }

    @Override
    public ResultTable toTable() {
        return table;
    }

    private interface Trait {
        String title();

        String of(int[] customers);
    }

    private record MedianTrait(String title, double[] values) implements Trait {
        @Override
        public String of(int[] customers) {
            double[] known = Arrays.stream(customers)
                    .mapToDouble(i -> values[i])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            return Figures.fixed(Quantiles.of(known).median(), 1);
        }
    }

    private record ShareTrait(String title, String value, List<String> values) implements Trait {
        @Override
        public String of(int[] customers) {
            long known = Arrays.stream(customers)
                    .filter(i -> !values.get(i).isEmpty())
                    .count();
            long own = Arrays.stream(customers)
                    .filter(i -> values.get(i).equals(value))
                    .count();
            return known == 0 ? "–" : Figures.percent((double) own / known);
        }
    }

    private static List<Trait> traits(CustomerTable customers, Field field) {
        if (field.isNumeric()) {
            return List.of(new MedianTrait("median " + field.label(), customers.numbers(field.name())));
        }
        List<String> values = customers.texts(field.name());
        return values.stream()
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .<Trait>map(value -> new ShareTrait(field.title() + ": " + value, value, values))
                .toList();
    }

    private static List<String> row(String name, List<Trait> traits, int[] customers) {
        List<String> cells = new ArrayList<>(List.of(name));
        traits.forEach(trait -> cells.add(trait.of(customers)));
        return cells;
    }
}
