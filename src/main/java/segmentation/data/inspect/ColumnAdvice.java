package segmentation.data.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.data.inspect.FileCheck.Finding;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * What an analyst would say of the columns of a file before it is segmented: features that say the same, long tails,
 * columns of 0 and 1, coded classes, and what looks like an answer or an earlier segment.
 *
 * <p>Looked at are the first 10,000 rows, and only where there are at least twenty. Two columns say the same where their
 * Pearson correlation is at least 0.999 in size; a tail is long where no value is below 0 and the skewness, the third
 * standardised moment, is above 2.
 */
final class ColumnAdvice {
    private static final int MOST_ROWS = 10_000;
    private static final int FEWEST_ROWS = 20;
    private static final double SAME = 0.999;
    private static final double LONG_TAIL = 2;
    private static final int LONGEST_NAME = 40;
    private static final Pattern ANSWER = Pattern.compile(
            "(?i)(.*[^\\p{L}])?(churn(ed)?|exited|attrition|default(ed)?|target|label|class|response|responded|outcome|y|fraud|"
                    + "bought|converted|cancell?ed|complain(ed)?|is_?canceled)([^\\p{L}].*)?|.*[a-z](Churn|Label|Target|Flag)");
    private static final Pattern SEGMENT = Pattern.compile(
            "(?i)(.*[^\\p{L}])?(cluster|clusters|segment|segmentation|segments|group_?id)([^\\p{L}].*)?");
    private static final Pattern PREDICTED = Pattern.compile(
            "(?i).*(predict|probabilit|(^|[^\\p{L}])prob(a)?([^\\p{L}]|$)|propensity|classifier|likelihood).*");
    private static final Pattern DEGREES = Pattern.compile(
            "(?i)(.*[^\\p{L}])?(lat|lon|lng|long|latitude|longitude|latitud|longitud|breitengrad|längengrad)");
    private static final Pattern AGE = Pattern.compile(
            "(?i)(.*[^\\p{L}])?(age|alter|âge|edad|età|eta|idade|wiek|leeftijd|возраст|年龄|年齢|나이)([^\\p{L}].*)?|.*[a-z]Age");
    private static final int FIRST_AGE = 10;
    private static final double MOST_DEGREES = 180;
    private static final Pattern BIRTH = Pattern.compile(
            "(?i).*(birth|born|naissance|nacimiento|nascimento|nascita|geburt|jahrgang|yob|dob|rojstva|urodzenia|рожден|出生).*");

    private final List<ColumnProfile> columns;
    private final Map<Integer, double[]> numbers = new LinkedHashMap<>();
    private final ReadFile file;

    private ColumnAdvice(ReadFile file, List<ColumnProfile> columns) {
        this.file = file;
        this.columns = columns;
    }

    /** Looks at some columns of a file. */
    static ColumnAdvice of(ReadFile file, List<ColumnProfile> columns) {
        return new ColumnAdvice(file, columns);
    }

    /** Returns years of birth that say the same as another column, an age, each with the reason not to take it. */
    Map<String, String> agesTwice() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (ColumnProfile birth : numeric()) {
            if (!BIRTH.matcher(birth.name()).matches() || birth.idReason().isPresent()) {
                continue;
            }
            numeric().stream()
                    .filter(other -> other != birth && !reasons.containsKey(other.name()))
                    .filter(other -> correlation(birth, other) <= -SAME)
                    .findFirst()
                    .ifPresent(age -> reasons.put(
                            birth.name(),
                            "it says the same as %s (r = %s)"
                                    .formatted(age.shown(), NumberText.fixed(correlation(birth, age), 2))));
        }
        return reasons;
    }

    /** Returns what to think about, by column. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (file.rows() >= FEWEST_ROWS) {
            columns.stream().filter(column -> column.idReason().isEmpty()).forEach(column -> addAll(findings, column));
            Map<String, String> ages = agesTwice();
            ages.forEach((name, reason) -> findings.add(new Finding(
                    Excerpt.name(name, LONGEST_NAME), reason + "; it is not taken as a feature by itself")));
            addPairs(findings, ages.keySet());
            findings.addAll(sums(ages.keySet()));
        }
        return findings;
    }

    private void addAll(List<Finding> findings, ColumnProfile column) {
        addShortYears(findings, column);
        Placeholder.of(numbers(column)).ifPresent(found -> findings.add(new Finding(column.shown(), found.words())));
        if (hasAgesOfZero(column)) {
            findings.add(new Finding(
                    column.shown(),
                    "0 beside ages from 10 up; if it means that nothing is known, leave the rows out: --where \"%s > 0\""
                            .formatted(column.shown())));
        }
        kind(column).ifPresent(what -> findings.add(new Finding(column.shown(), what)));
    }

    /** Returns what kind of column it is by its name and values, and what follows; empty for one to take as it is. */
    private Optional<String> kind(ColumnProfile column) {
        if (SEGMENT.matcher(column.name()).matches() && column.distinct() <= 2 * ColumnProfile.MOST_CLASSES) {
            return Optional.of("looks like an earlier segment; a segmentation by it finds it again: --exclude it");
        }
        if (column.distinct() == 2 && ANSWER.matcher(column.name()).matches()) {
            return Optional.of(
                    "two values, and a name for an answer to predict; as a feature it would decide: --exclude it");
        }
        if (isPredicted(column)) {
            return Optional.of(
                    "between 0 and 1 under a name for what a model predicts; as a feature it brings the answer"
                            + " in: --exclude it");
        }
        if (isDegrees(column)) {
            return Optional.of(
                    "a place in degrees; as a feature it groups customers by the map: --exclude it unless that"
                            + " is meant");
        }
        if (isFlag(column)) {
            return Optional.of("0 and 1 only: its mean is a share, and with z-scores a rare 1 weighs a lot");
        }
        return column.isClasses()
                ? Optional.of(
                        "%d whole numbers that look like classes; their mean says nothing: --exclude it unless they are amounts"
                                .formatted(column.distinct()))
                : longTail(column);
    }

    private Optional<String> longTail(ColumnProfile column) {
        boolean amounts = column.kind().isNumeric() && column.figures().minimum() >= 0;
        return amounts && skewness(column) > LONG_TAIL
                ? Optional.of("a long tail (skewness %s); try --log %s"
                        .formatted(NumberText.fixed(skewness(column), 1), quoted(column)))
                : Optional.empty();
    }

    private boolean hasAgesOfZero(ColumnProfile column) {
        if (!AGE.matcher(column.name()).matches()
                || !column.kind().isNumeric()
                || column.figures().minimum() != 0) {
            return false;
        }
        double[] ages = numbers(column);
        long zeros = Arrays.stream(ages).filter(age -> age == 0).count();
        return zeros > 1 && Arrays.stream(ages).noneMatch(age -> age > 0 && age < FIRST_AGE);
    }

    private static boolean isPredicted(ColumnProfile column) {
        return column.kind() == ColumnProfile.Kind.NUMBER
                && column.figures().minimum() >= 0
                && column.figures().maximum() <= 1
                && PREDICTED.matcher(column.name()).matches();
    }

    private static boolean isDegrees(ColumnProfile column) {
        return column.kind() == ColumnProfile.Kind.NUMBER
                && Math.max(-column.figures().minimum(), column.figures().maximum()) <= MOST_DEGREES
                && DEGREES.matcher(column.name()).matches();
    }

    private static void addShortYears(List<Finding> findings, ColumnProfile column) {
        if (BIRTH.matcher(column.name()).matches()
                && column.dateFormat()
                        .filter(format -> format.written().matches(".*(?<!y)yy"))
                        .isPresent()) {
            findings.add(new Finding(
                    column.shown(),
                    "years of two digits: 68 is read as 2068, 69 as 1969; write four where days of birth matter"));
        }
    }

    private static String quoted(ColumnProfile column) {
        return column.name().matches("[\\p{L}\\p{N}_.-]+") ? column.name() : "'" + column.shown() + "'";
    }

    /** Says whether a column holds 0 and 1 and nothing else. */
    static boolean isFlag(ColumnProfile column) {
        return column.kind() == ColumnProfile.Kind.WHOLE_NUMBER
                && column.distinct() == 2
                && column.figures().minimum() == 0
                && column.figures().maximum() == 1;
    }

    private void addPairs(List<Finding> findings, Set<String> told) {
        List<ColumnProfile> numeric = numeric().stream()
                .filter(column -> column.idReason().isEmpty() && column.distinct() > 2 && !told.contains(column.name()))
                .toList();
        for (int i = 0; i < numeric.size(); i++) {
            for (int j = i + 1; j < numeric.size(); j++) {
                double r = correlation(numeric.get(i), numeric.get(j));
                if (Math.abs(r) >= SAME) {
                    findings.add(new Finding(
                            numeric.get(j).shown(),
                            "says the same as %s (r = %s); together they count twice: --exclude one"
                                    .formatted(numeric.get(i).shown(), NumberText.fixed(r, 2))));
                }
            }
        }
    }

    /** Says which features are the sum of others, so that together they count twice. */
    private List<Finding> sums(Set<String> told) {
        List<ColumnProfile> numeric = numeric().stream()
                .filter(column -> column.idReason().isEmpty() && column.distinct() > 2 && !told.contains(column.name()))
                .toList();
        return SumOfColumns.in(numeric.stream().map(this::numbers).toList()).stream()
                .map(sum -> new Finding(
                        numeric.get(sum.total()).shown(),
                        "the sum of %s; together they count twice: --exclude one"
                                .formatted(Wording.list(sum.parts().stream()
                                        .map(place -> numeric.get(place).shown())
                                        .toList()))))
                .toList();
    }

    private List<ColumnProfile> numeric() {
        return columns.stream().filter(column -> column.kind().isNumeric()).toList();
    }

    private double[] numbers(ColumnProfile column) {
        return numbers.computeIfAbsent(column.place(), place -> file.firstNumbers(place, MOST_ROWS));
    }

    private double correlation(ColumnProfile one, ColumnProfile other) {
        double[] x = numbers(one);
        double[] y = numbers(other);
        int count = 0;
        double meanX = 0;
        double meanY = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        // Welford's updates keep all digits of large numbers such as years.
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                count++;
                double fromX = x[i] - meanX;
                double fromY = y[i] - meanY;
                meanX += fromX / count;
                meanY += fromY / count;
                xx += fromX * (x[i] - meanX);
                yy += fromY * (y[i] - meanY);
                xy += fromX * (y[i] - meanY);
            }
        }
        return count < FEWEST_ROWS || xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }

    private double skewness(ColumnProfile column) {
        return LogChoice.skewness(numbers(column));
    }

    /**
     * A number that programs write for a value that is not known, such as -1, -99 or 9999, where it stands apart from all
     * others: a negative one among numbers that are not, or one of nines at least twice as large as the rest.
     *
     * @param value the number
     * @param count how often it occurs, at least twice
     */
    record Placeholder(double value, int count) {
        private static final double[] NEGATIVE = {-1, -9, -99, -999, -9999, -99999};
        private static final double[] NINES = {999, 9999, 99999, 999999, 9999999};

        /** Looks for one among numbers, NaN for none; empty where there is none. */
        static Optional<Placeholder> of(double[] numbers) {
            double[] sorted = Arrays.stream(numbers)
                    .filter(number -> !Double.isNaN(number))
                    .sorted()
                    .toArray();
            if (sorted.length == 0) {
                return Optional.empty();
            }
            double least = sorted[0];
            double most = sorted[sorted.length - 1];
            int atLeast = count(sorted, least);
            int atMost = count(sorted, most);
            if (contains(NEGATIVE, least) && atLeast > 1 && atLeast < sorted.length && sorted[atLeast] >= 0) {
                return Optional.of(new Placeholder(least, atLeast));
            }
            boolean apart = atMost < sorted.length && 2 * sorted[sorted.length - 1 - atMost] < most;
            return contains(NINES, most) && atMost > 1 && apart
                    ? Optional.of(new Placeholder(most, atMost))
                    : Optional.empty();
        }

        private static int count(double[] numbers, double wanted) {
            return (int)
                    Arrays.stream(numbers).filter(number -> number == wanted).count();
        }

        private static boolean contains(double[] numbers, double wanted) {
            return Arrays.stream(numbers).anyMatch(number -> number == wanted);
        }

        /** Says what to do about it. */
        String words() {
            String written = NumberText.plain(value, 0);
            return "%s in %s, apart from all others; if it stands for a missing value, say --missing %s"
                    .formatted(written, Wording.count(count, "cell"), written);
        }
    }

    /**
     * A column that is the sum of others in every row where all of them are known, twenty at least: of two, or of a run of
     * neighbours such as the kinds of spending beside their total.
     *
     * @param total place of the sum among the columns that were looked at
     * @param parts places of what it is the sum of, ascending
     */
    record SumOfColumns(int total, List<Integer> parts) {
        private static final int FEWEST_ROWS = 20;
        private static final int MOST_COLUMNS = 60;
        private static final double NEARLY_FULL = 0.9;
        private static final double ROUNDING = 1e-9;

        /** Copies the list. */
        SumOfColumns {
            parts = List.copyOf(parts);
        }

        /**
         * Looks for sums among columns of equally many numbers, NaN for none; at most one a column, the first found. Columns
         * that lack more than a tenth of their numbers are passed over, as rows with all of them would be few.
         */
        static List<SumOfColumns> in(List<double[]> columns) {
            int[] full = IntStream.range(0, columns.size())
                    .filter(place -> isNearlyFull(columns.get(place)))
                    .limit(MOST_COLUMNS)
                    .toArray();
            return IntStream.of(full)
                    .mapToObj(total -> of(columns, full, total))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private static Optional<SumOfColumns> of(List<double[]> columns, int[] full, int total) {
            double[] wanted = columns.get(total);
            // Where most numbers are 0, all others soon tell sums from columns that are 0 together.
            int[] rows = IntStream.concat(
                            IntStream.range(0, wanted.length).filter(row -> wanted[row] != 0),
                            IntStream.range(0, wanted.length).filter(row -> wanted[row] == 0))
                    .toArray();
            return candidates(full, total)
                    .filter(parts -> isSum(columns, total, parts, rows))
                    .map(parts ->
                            new SumOfColumns(total, IntStream.of(parts).boxed().toList()))
                    .findFirst();
        }

        private static boolean isNearlyFull(double[] column) {
            long known = Arrays.stream(column)
                    .filter(number -> !Double.isNaN(number))
                    .count();
            return known >= NEARLY_FULL * column.length;
        }

        /** Returns all pairs of other columns, then all runs of three and more of them. */
        private static Stream<int[]> candidates(int[] columns, int total) {
            int[] others = IntStream.of(columns).filter(place -> place != total).toArray();
            Stream<int[]> pairs = IntStream.range(0, others.length)
                    .boxed()
                    .flatMap(i ->
                            IntStream.range(i + 1, others.length).mapToObj(j -> new int[] {others[i], others[j]}));
            Stream<int[]> runs = IntStream.range(0, others.length)
                    .boxed()
                    .flatMap(from -> IntStream.rangeClosed(from + 3, others.length)
                            .mapToObj(to -> Arrays.copyOfRange(others, from, to)));
            return Stream.concat(pairs, runs);
        }

        private static boolean isSum(List<double[]> columns, int total, int[] parts, int[] rows) {
            int known = 0;
            for (int row : rows) {
                double sum = 0;
                double size = 0;
                for (int part : parts) {
                    sum += columns.get(part)[row];
                    size += Math.abs(columns.get(part)[row]);
                }
                double wanted = columns.get(total)[row];
                if (Double.isNaN(sum) || Double.isNaN(wanted)) {
                    continue;
                }
                if (Math.abs(sum - wanted) > ROUNDING * (size + Math.abs(wanted))) {
                    return false;
                }
                known++;
            }
            return known >= FEWEST_ROWS;
        }
    }
}
