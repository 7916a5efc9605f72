package segmentation.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.analysis.InputRows.DroppedRow;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DerivedColumn;
import segmentation.data.dataset.FieldType;
import segmentation.data.inspect.FeatureRows;
import segmentation.evaluation.Sensitivity;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.features.OutlierLimits;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.model.ModelFile;
import segmentation.profile.Contrasts;
import segmentation.profile.SegmentProfiles;
import segmentation.profile.SegmentTraits;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * The customers that are segmented, with their features as they are and as they are clustered, and what was left out.
 *
 * @param usable the customers whose features are known, outliers included
 * @param customers the same without outliers
 * @param columns the features, as the table's descriptor names them
 * @param raw the features of the customers in original units
 * @param preparation of these features
 * @param matrix the same prepared
 * @param weights how often each feature counts in squared distances
 * @param limits beyond which customers are outliers; empty where none is left out for it
 * @param all what was learned of all customers, where these are a sample or another engine counts them
 */
public record PreparedCustomers(
        CustomerTable usable,
        CustomerTable customers,
        List<String> columns,
        FeatureMatrix raw,
        Preprocessing preparation,
        FeatureMatrix matrix,
        FeatureWeights weights,
        Optional<OutlierLimits> limits,
        Optional<Population.Learned> all) {
    private static final int LEAST = 3;

    /** Returns the features that are clustered by their logarithm. */
    Set<String> logged() {
        return IntStream.range(0, columns.size())
                .filter(preparation::isLogged)
                .mapToObj(columns::get)
                .collect(Collectors.toSet());
    }

    /** Returns the segments of all customers, where these are a sample of them, from the centroids of its own. */
    Optional<AllCustomers> clustered(Supplier<KMeansModel> sample, KMeansOptions options) {
        return all.map(known -> known.clustered(preparation, sample.get().centroids(), options.maxIterations()));
    }

    /** Prepares the customers of a source by the columns that were asked for, or those it proposes. */
    static PreparedCustomers of(CustomerSource source, SegmentationSettings asked) {
        List<String> columns = (asked.features.isEmpty() ? source.features() : asked.features)
                .stream().filter(name -> !asked.categorical.contains(name)).toList();
        CustomerTable known = source.customers(columns, asked.id);
        Categories categories = Categories.of(
                source.shown(),
                known,
                asked.categorical,
                column -> asked.population
                        // A sample may lack rare ones.
                        .map(all -> all.categories(column, columns))
                        .orElseGet(() -> different(known, column)));
        return of(source.shown(), categories.table(), columns, categories.names(), asked);
    }

    private static List<String> different(CustomerTable customers, String column) {
        return customers.texts(column).stream()
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static PreparedCustomers of(
            String source,
            CustomerTable usable,
            List<String> numbers,
            List<String> categories,
            SegmentationSettings asked) {
        List<String> columns =
                Stream.concat(numbers.stream(), categories.stream()).toList();
        String[] names = columns.toArray(String[]::new);
        FeatureMatrix all = FeatureMatrix.of(usable, names);
        Optional<Population.Learned> learned =
                asked.population.map(known -> learned(known, source, usable, all, columns, asked));
        Optional<OutlierLimits> limits = learned.map(Population.Learned::limits)
                .orElseGet(() -> asked.outlierFactor.stream()
                        .mapToObj(factor -> OutlierLimits.fit(all, factor))
                        .findFirst());
        CustomerTable customers =
                limits.map(known -> without(known, usable, columns)).orElse(usable);
        checkRows(source, customers, customers == usable ? "" : " and is no outlier");
        FeatureWeights weights = new FeatureWeights(columns, asked.weights, categories.size(), asked.categoryWeight);
        FeatureMatrix raw = customers == usable ? all : FeatureMatrix.of(customers, names);
        Preprocessing preparation = weights.appliedTo(learned.map(Population.Learned::preparation)
                .orElseGet(() ->
                        Preprocessing.fit(raw, logged(source, asked.logged, columns, customers, raw), asked.scaling)));
        FeatureMatrix matrix = preparation.apply(raw);
        return new PreparedCustomers(
                usable, customers, List.copyOf(columns), raw, preparation, matrix, weights, limits, learned);
    }

    private static void checkRows(String source, CustomerTable customers, String condition) {
        if (customers.rows() < LEAST) {
            throw new IllegalArgumentException("%s has %s that can be used%s; segments need at least %d"
                    .formatted(source, Wording.count(customers.rows(), "row"), condition, LEAST));
        }
    }

    private static Population.Learned learned(
            Population population,
            String source,
            CustomerTable usable,
            FeatureMatrix all,
            List<String> columns,
            SegmentationSettings asked) {
        Set<String> logged = logged(source, asked.logged, columns, usable, all);
        return population.learn(all.features(), logged, asked.scaling, asked.outlierFactor);
    }

    private static CustomerTable without(OutlierLimits limits, CustomerTable usable, List<String> columns) {
        return usable.without(
                "outliers",
                customer -> limits.reason(
                                columns.stream().mapToDouble(customer::number).toArray())
                        .isPresent());
    }

    private static Set<String> logged(
            String source, List<String> logged, List<String> columns, CustomerTable customers, FeatureMatrix raw) {
        return logged.stream()
                .map(name -> {
                    int place = columns.indexOf(name);
                    if (place < 0) {
                        throw new IllegalArgumentException(
                                "%s, whose logarithm is asked for, is no feature; the features are %s"
                                        .formatted(name, String.join(", ", columns)));
                    }
                    checkNotNegative(source, name, customers.numbers(name), customers.lines());
                    return raw.features().get(place).name();
                })
                .collect(Collectors.toSet());
    }

    private static void checkNotNegative(String source, String column, double[] values, int[] lines) {
        IntStream.range(0, values.length)
                .filter(row -> values[row] < 0)
                .findFirst()
                .ifPresent(row -> {
                    throw new IllegalArgumentException(
                            "%s, line %d, column %s: found %s, expected a number from 0 up, as its logarithm is asked for; take no logarithm of it"
                                    .formatted(source, lines[row], column, NumberText.plain(values[row], 6)));
                });
    }

    /** Describes the segments of all customers where these stand for more, else those that were scored. */
    SegmentProfiles profiles(Silhouette silhouette, Optional<AllCustomers> segments) {
        return segments.map(known -> known.profiles(raw, silhouette))
                .orElseGet(() -> SegmentProfiles.of(raw, silhouette, preparation.logged()));
    }

    /** Returns a model with what is known of the customers beside it. */
    ModelFile completed(ModelFile file, Optional<AllCustomers> segments) {
        ModelFile measured =
                segments.map(known -> file.withFarthest(known.farthest())).orElse(file);
        return limits.map(measured::withLimits).orElse(measured);
    }

    /** Returns what became of every row; of a sample without naming those that are left out. */
    InputRows rows(String file) {
        boolean sample = all.isPresent() && all.get().rows() - all.get().leftOut() != matrix.rows();
        return sample
                ? new InputRows(file, all.get().rows(), List.of(), all.get().leftOut())
                : InputRows.of(file, matrix.rows(), dropped());
    }

    /** Returns the customers left out, when the table was read and as outliers, each with the reason, by line. */
    public List<DroppedRow> dropped() {
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
        return List.copyOf(dropped);
    }

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
    private record Categories(CustomerTable table, List<String> names) {
        private static final int MOST = 30;

        /**
         * Adds the columns of 0 and 1, refusing a column with one category, with more than thirty, or with more than half as
         * many as customers.
         */
        static Categories of(
                String source,
                CustomerTable customers,
                List<String> columns,
                Function<String, List<String>> categories) {
            CustomerTable table = customers;
            List<String> names = new ArrayList<>();
            for (String column : columns) {
                List<String> values = categories.apply(column);
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

    /** How segments differ in the columns that are worth comparing them on, the features first. */
    static final class ColumnComparison {
        static final int MOST_TRAITS = 12;

        private final PreparedCustomers prepared;
        private final List<String> describing;

        ColumnComparison(PreparedCustomers prepared, List<String> describing) {
            this.prepared = prepared;
            this.describing = describing;
        }

        Contrasts contrasts(int[] labels) {
            return Contrasts.of(prepared.customers(), labels, prepared.logged(), describing.toArray(String[]::new));
        }

        SegmentTraits traits(int[] labels) {
            List<String> features = prepared.columns();
            List<String> others = describing.stream()
                    .filter(column -> !features.contains(column))
                    .limit(MOST_TRAITS)
                    .toList();
            return SegmentTraits.of(
                    prepared.customers(), labels, (others.isEmpty() ? features : others).toArray(String[]::new));
        }
    }

    /** What can be prepared otherwise of any customers: another scaling, no outliers. */
    static final class OtherChoices {
        private static final double FAR_OUT = 3;

        private OtherChoices() {}

        static Sensitivity of(PreparedCustomers prepared, KMeansModel model, KMeansOptions options) {
            Preprocessing chosen = prepared.preparation();
            ScalingMethod other = chosen.method() == ScalingMethod.MINMAX ? ScalingMethod.ZSCORE : ScalingMethod.MINMAX;
            FeatureMatrix scaled = scaled(prepared, prepared.raw(), other);
            Sensitivity tried =
                    Sensitivity.of(prepared.matrix(), model, options).with("scaled by " + other.word(), scaled);
            return withoutFarOut(tried, prepared);
        }

        private static FeatureMatrix scaled(PreparedCustomers prepared, FeatureMatrix raw, ScalingMethod method) {
            Preprocessing fitted = Preprocessing.fit(raw, prepared.preparation().logged(), method);
            return prepared.weights().appliedTo(fitted).apply(raw);
        }

        private static Sensitivity withoutFarOut(Sensitivity tried, PreparedCustomers prepared) {
            FeatureMatrix raw = prepared.raw();
            ScalingMethod method = prepared.preparation().method();
            OutlierLimits limits = OutlierLimits.fit(raw, FAR_OUT);
            int[] kept = IntStream.range(0, raw.rows())
                    .filter(row -> limits.reason(raw.row(row)).isEmpty())
                    .toArray();
            if (kept.length == raw.rows() || kept.length == 0 || method == ScalingMethod.ROBUST) {
                return tried;
            }
            FeatureMatrix rest = FeatureMatrix.ofRows(
                    raw.features(), Arrays.stream(kept).mapToObj(raw::row).toArray(double[][]::new));
            return tried.with(
                    "without %d customers far out".formatted(raw.rows() - kept.length),
                    scaled(prepared, rest, method),
                    kept);
        }
    }
}
