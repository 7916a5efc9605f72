package segmentation.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.data.customers.CustomerTable;
import segmentation.data.inspect.CustomerFile;
import segmentation.features.FeatureMatrix;
import segmentation.features.OutlierLimits;
import segmentation.features.Preprocessing;
import segmentation.report.DroppedRow;
import segmentation.report.InputRows;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * The customers of a file that are segmented, with their features as they are and as they are clustered, and the rows
 * that are left out.
 *
 * @param usable the rows whose features can be read, outliers included
 * @param customers the same without outliers
 * @param columns the features, as the file's header calls them
 * @param raw the features of the customers in original units
 * @param matrix the same prepared
 * @param limits beyond which customers are outliers; empty where none is left out for it
 */
record UsedCustomers(
        CustomerFile file,
        CustomerTable usable,
        CustomerTable customers,
        List<String> columns,
        FeatureMatrix raw,
        Preprocessing preparation,
        FeatureMatrix matrix,
        Optional<OutlierLimits> limits) {
    private static final int LEAST = 3;

    /** Reads the features that were asked for or that the file suggests. */
    static UsedCustomers of(CustomerFile file, FitArguments asked, List<String> columns) {
        CustomerTable usable = file.customers(columns, asked.id());
        String[] names = columns.toArray(String[]::new);
        FeatureMatrix all = FeatureMatrix.of(usable, names);
        Optional<OutlierLimits> limits = asked.dropOutliers().map(factor -> OutlierLimits.fit(all, factor));
        CustomerTable customers = limits.map(known -> usable.without(
                        "outliers",
                        customer -> known.reason(columns.stream()
                                        .mapToDouble(customer::number)
                                        .toArray())
                                .isPresent()))
                .orElse(usable);
        if (customers.rows() < LEAST) {
            throw new IllegalArgumentException("%s has %s that can be used%s; segments need at least %d"
                    .formatted(
                            asked.file(),
                            Wording.count(customers.rows(), "row"),
                            customers == usable ? "" : " and is no outlier",
                            LEAST));
        }
        FeatureMatrix raw = customers == usable ? all : FeatureMatrix.of(customers, names);
        Set<String> logged = logged(file, asked, columns, customers, raw);
        Preprocessing preparation = Preprocessing.fit(raw, logged, asked.scale());
        return new UsedCustomers(file, usable, customers, columns, raw, preparation, preparation.apply(raw), limits);
    }

    private static Set<String> logged(
            CustomerFile file, FitArguments asked, List<String> columns, CustomerTable customers, FeatureMatrix raw) {
        return ColumnList.of(asked.log(), file).stream()
                .map(name -> {
                    int place = columns.indexOf(name);
                    if (place < 0) {
                        throw new IllegalArgumentException("--log names %s, which is no feature; the features are %s"
                                .formatted(name, String.join(", ", columns)));
                    }
                    checkNotNegative(asked, name, customers.numbers(name), customers.lines());
                    return raw.features().get(place).name();
                })
                .collect(Collectors.toSet());
    }

    private static void checkNotNegative(FitArguments asked, String column, double[] values, int[] lines) {
        IntStream.range(0, values.length)
                .filter(row -> values[row] < 0)
                .findFirst()
                .ifPresent(row -> {
                    throw new IllegalArgumentException(
                            "%s, line %d, column %s: found %s, expected a number from 0 up, as its logarithm is asked for; leave the column out of --log"
                                    .formatted(asked.file(), lines[row], column, NumberText.plain(values[row], 6)));
                });
    }

    /** Returns what became of every row of the file. */
    InputRows rows() {
        List<DroppedRow> dropped = new ArrayList<>(DroppedRow.of(customers.issues()));
        limits.ifPresent(known -> {
            FeatureMatrix all = FeatureMatrix.of(usable, columns.toArray(String[]::new));
            int[] lines = usable.lines();
            for (int i = 0; i < lines.length; i++) {
                int line = lines[i];
                known.reason(all.row(i)).ifPresent(why -> dropped.add(new DroppedRow(line, why)));
            }
        });
        dropped.sort(Comparator.comparingInt(DroppedRow::line));
        return new InputRows(file.name(), file.rows(), dropped);
    }
}
