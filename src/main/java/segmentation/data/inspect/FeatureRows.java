package segmentation.data.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.RowIssue;
import segmentation.data.customers.ValidatedRows;
import segmentation.data.dataset.Dataset;
import segmentation.io.DataException;
import segmentation.io.SourceName;
import segmentation.text.Excerpt;

/**
 * The features of every row of a file, as a model takes them: the numbers of a row, or the faults for which it has none.
 * Immutable.
 */
public final class FeatureRows {
    private static final String IS = " = ";

    /** By column what says the number of a kept row. */
    private final List<IntToDoubleFunction> values;

    /** The kept row that each row of the file is; negative for none. */
    private final int[] kept;

    private final int[] lines;
    private final Map<Integer, List<RowIssue>> faults;

    private FeatureRows(
            List<IntToDoubleFunction> values, int[] kept, int[] lines, Map<Integer, List<RowIssue>> faults) {
        this.values = values;
        this.kept = kept;
        this.lines = lines;
        this.faults = faults;
    }

    private static FeatureRows of(
            List<IntToDoubleFunction> values,
            int count,
            IntUnaryOperator lineOfKept,
            int[] lines,
            List<RowIssue> issues) {
        int[] kept = new int[lines.length];
        int next = 0;
        for (int row = 0; row < lines.length; row++) {
            kept[row] = next < count && lineOfKept.applyAsInt(next) == lines[row] ? next++ : -1;
        }
        return new FeatureRows(values, kept, lines, issues.stream().collect(Collectors.groupingBy(RowIssue::line)));
    }

    /**
     * Returns the features of all rows of a file, of which the customers with features are known: as the
     * file itself reads them, which takes longer.
     *
     * @param lines of all rows of the file, as the file has them
     * @param known the customers of the file by these features and the same id
     * @param features numeric columns, at least one, as the table names them
     */
    public static FeatureRows of(int[] lines, CustomerTable known, List<String> features) {
        int[] keptLines = known.lines();
        return of(
                features.stream().map(known::numberByRow).toList(),
                keptLines.length,
                kept -> keptLines[kept],
                lines,
                known.issues());
    }

    /** Reads the rows; see {@link CustomerFile#features}. */
    static FeatureRows of(
            ReadFile file, Function<List<String>, InferredCells> cells, List<String> wanted, Optional<String> id) {
        HeaderNames names = file.body().header();
        List<String> indicators =
                wanted.stream().filter(name -> isIndicator(names, name)).toList();
        if (indicators.isEmpty()) {
            return ofNumbers(file, cells, wanted, id);
        }
        List<String> numbers =
                wanted.stream().filter(name -> !indicators.contains(name)).toList();
        return ofNumbers(file, cells, numbers, id).withCategories(file, cells.apply(List.of()), wanted, indicators);
    }

    private static FeatureRows ofNumbers(
            ReadFile file, Function<List<String>, InferredCells> cells, List<String> wanted, Optional<String> id) {
        HeaderNames names = file.body().header();
        refuseLacking(file.source().name(), names, wanted);
        int[] places = wanted.stream()
                .mapToInt(name -> names.place(name, file.source().name()))
                .toArray();
        Optional<String> known =
                id.filter(names::knows).map(name -> file.column(name).name());
        List<ColumnProfile> looks = file.columns().stream()
                .map(look -> Arrays.stream(places).anyMatch(place -> place == look.place()) ? look.asNumbers() : look)
                .toList();
        List<String> features = Arrays.stream(places)
                .mapToObj(place -> names.names().get(place))
                .toList();
        Dataset dataset = InferredCells.dataset(file.name(), file.rows(), looks, features, known);
        ValidatedRows rows = cells.apply(features).rows(dataset);
        int[] lines = file.body().lines();
        return of(
                features.stream()
                        .map(name -> ofColumn(rows.numbers(dataset.field(name))))
                        .toList(),
                rows.kept().length,
                kept -> lines[rows.kept()[kept]],
                lines,
                rows.issues());
    }

    /** Names the feature that is 1 where a column holds a category, and 0 elsewhere. */
    public static String indicator(String column, String category) {
        return column + IS + category;
    }

    private static boolean isIndicator(HeaderNames names, String feature) {
        return !names.knows(feature) && feature.contains(IS) && names.knows(column(feature));
    }

    /** Returns the column of an {@link #indicator}; the name itself where it is none. */
    public static String column(String indicator) {
        int end = indicator.indexOf(IS);
        return end < 0 ? indicator : indicator.substring(0, end);
    }

    /** Adds 0 and 1 for categories to these numbers; a category that none of the features is of is a fault of its row. */
    private FeatureRows withCategories(
            ReadFile file, InferredCells cells, List<String> wanted, List<String> indicators) {
        List<IntToDoubleFunction> wider = new ArrayList<>();
        int number = 0;
        for (String name : wanted) {
            boolean category = indicators.contains(name);
            double[] column = new double[rows()];
            IntToDoubleFunction numbers = category ? ofColumn(column) : values.get(number++);
            for (int row = 0; row < rows(); row++) {
                column[row] = category
                        ? isOf(name, cells.category(row, file.column(column(name))))
                        : kept[row] < 0 ? Double.NaN : numbers.applyAsDouble(kept[row]);
            }
            wider.add(ofColumn(column));
        }
        int[] all = IntStream.range(0, rows()).toArray();
        return new FeatureRows(wider, all, lines, withUnknown(file, cells, indicators));
    }

    private static IntToDoubleFunction ofColumn(double[] numbers) {
        return row -> numbers[row];
    }

    private static int isOf(String indicator, String category) {
        return indicator.equals(indicator(column(indicator), category)) ? 1 : 0;
    }

    private Map<Integer, List<RowIssue>> withUnknown(ReadFile file, InferredCells cells, List<String> indicators) {
        Map<Integer, List<RowIssue>> all = new HashMap<>();
        faults.forEach((line, issues) -> all.put(line, new ArrayList<>(issues)));
        for (String name :
                indicators.stream().map(FeatureRows::column).distinct().toList()) {
            ColumnProfile column = file.column(name);
            for (int row = 0; row < rows(); row++) {
                String category = cells.category(row, column);
                if (!category.isEmpty() && !indicators.contains(indicator(name, category))) {
                    all.computeIfAbsent(lines[row], none -> new ArrayList<>())
                            .add(new RowIssue(
                                    lines[row],
                                    column.shown(),
                                    Excerpt.quoted(category),
                                    "a category of the training"));
                }
            }
        }
        return all;
    }

    /** Returns the number of rows. */
    public int rows() {
        return lines.length;
    }

    /** Returns the numbers of a row, counted from 0, in the order asked for; all NaN where it has faults. */
    public double[] row(int row) {
        int place = kept[row];
        double[] numbers = new double[values.size()];
        for (int column = 0; column < numbers.length; column++) {
            numbers[column] = place < 0 ? Double.NaN : values.get(column).applyAsDouble(place);
        }
        return numbers;
    }

    /** Returns the faults of a row, counted from 0; none where it has its numbers. */
    public List<RowIssue> faults(int row) {
        return faults.getOrDefault(lines[row], List.of());
    }

    private static void refuseLacking(SourceName source, HeaderNames names, List<String> wanted) {
        List<String> lacking =
                wanted.stream().filter(name -> !names.knows(name)).toList();
        if (!lacking.isEmpty()) {
            throw DataException.inFile(
                    source,
                    "no column called "
                            + lacking.stream().map(Excerpt::quoted).collect(Collectors.joining(" and none called ")),
                    "one for each feature",
                    "add what is missing, or name the columns as in the training");
        }
    }
}
