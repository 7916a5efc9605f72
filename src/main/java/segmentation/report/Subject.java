package segmentation.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import segmentation.data.customers.CustomerTable;
import segmentation.data.dataset.Briefing;
import segmentation.data.dataset.Field;
import segmentation.profile.SegmentProfiles;

/** The customers whom a report is about, with their segments: what a report can look up beside what it was given. */
final class Subject {
    /** Columns that hold what a customer spent, told by their names, where nobody has described the file. */
    private static final Pattern MONEY = Pattern.compile("spend|spent|revenue|monetary|sales|turnover");

    private static final Pattern NO_MONEY = Pattern.compile("score|rank|share|rate|count|number");

    private final CustomerTable customers;
    private final int[] labels;
    private final SegmentProfiles profiles;

    Subject(CustomerTable customers, int[] labels, SegmentProfiles profiles) {
        this.customers = customers;
        this.labels = labels.clone();
        this.profiles = profiles;
    }

    CustomerTable customers() {
        return customers;
    }

    SegmentProfiles profiles() {
        return profiles;
    }

    Briefing briefing() {
        return customers.dataset().briefing();
    }

    /** Returns what the catalogue knows of the question that these features answer. */
    Optional<Briefing.Topic> topic() {
        return briefing()
                .topic(profiles.segment(1).figures().stream()
                        .map(figure -> figure.feature().name())
                        .toList());
    }

    /** Returns what customers are called, such as {@code mall customers}. */
    String population() {
        return customers.dataset().population();
    }

    /** Returns the numbers of a column for the customers of a segment, NaN where missing. */
    double[] numbers(String column, int segment) {
        double[] all = customers.numbers(column);
        return IntStream.range(0, labels.length)
                .filter(i -> labels[i] == segment)
                .mapToDouble(i -> all[i])
                .toArray();
    }

    /** What the money is called, and each segment's share of all of it, segment 1 first. */
    record Money(String noun, double[] shares) {}

    /** Returns the segments' shares of the money; empty where the file has none, or an amount below 0. */
    Optional<Money> money() {
        List<String> columns = briefing().money().stream().filter(this::has).toList();
        if (!columns.isEmpty()) {
            return money(columns, briefing().moneyNoun());
        }
        return customers.dataset().fields().stream()
                .filter(Field::isNumeric)
                .filter(field -> isMoney(field.name()))
                .findFirst()
                .flatMap(field -> money(List.of(field.name()), field.noun()));
    }

    private boolean has(String column) {
        return customers.dataset().fields().stream()
                .anyMatch(field -> field.name().equals(column));
    }

    private static boolean isMoney(String name) {
        String told = name.toLowerCase(Locale.ROOT);
        return MONEY.matcher(told).find() && !NO_MONEY.matcher(told).find();
    }

    private Optional<Money> money(List<String> columns, String noun) {
        double[] sums = new double[profiles.segments().size()];
        for (String column : columns) {
            double[] values = customers.numbers(column);
            for (int i = 0; i < values.length; i++) {
                if (values[i] < 0) {
                    return Optional.empty();
                }
                sums[labels[i] - 1] += Double.isNaN(values[i]) ? 0 : values[i];
            }
        }
        double all = Arrays.stream(sums).sum();
        return all > 0
                ? Optional.of(new Money(
                        noun, Arrays.stream(sums).map(sum -> sum / all).toArray()))
                : Optional.empty();
    }
}
