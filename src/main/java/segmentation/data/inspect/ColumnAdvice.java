package segmentation.data.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
        return column.kind() == ColumnKind.NUMBER
                && column.figures().minimum() >= 0
                && column.figures().maximum() <= 1
                && PREDICTED.matcher(column.name()).matches();
    }

    private static boolean isDegrees(ColumnProfile column) {
        return column.kind() == ColumnKind.NUMBER
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
        return column.kind() == ColumnKind.WHOLE_NUMBER
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
        return Skewness.of(numbers(column));
    }
}
