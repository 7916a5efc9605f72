package segmentation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.Deferred;
import segmentation.data.dataset.Briefing;
import segmentation.data.dataset.Field;
import segmentation.features.Feature;
import segmentation.model.Parallel;
import segmentation.plot.Picture;
import segmentation.plot.PriorityPlot;
import segmentation.plot.RatesPlot;
import segmentation.plot.SharesPlot;
import segmentation.profile.SegmentProfiles;
import segmentation.text.Wording;

/** The customers whom a report is about, with their segments: what a report can look up beside what it was given. */
final class Subject {
    /** Columns that hold what a customer spent, told by their names, where nobody has described the file. */
    private static final Pattern MONEY = Pattern.compile("spend|spent|revenue|monetary|sales|turnover");

    private static final Pattern NO_MONEY = Pattern.compile("score|rank|share|rate|count|number");

    private final CustomerTable customers;
    private final int[] labels;
    private final SegmentProfiles profiles;

    /** What each customer spent, 0 where that is missing; empty where the file has no money or none was spent. */
    private final Deferred<Optional<double[]>> amounts = Deferred.of(this::sumAmounts);

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

    /** Returns the campaign that the catalogue knows, where the file has its columns. */
    Optional<Briefing.Campaign> campaign() {
        return briefing().campaign().filter(known -> has(known.answer()) && has(known.cost()) && has(known.revenue()));
    }

    /** What the money is called, and each segment's share of all of it, segment 1 first. */
    record Money(String noun, double[] shares) {}

    /** Returns the segments' shares of the money; empty where the file has none, or an amount below 0. */
    Optional<Money> money() {
        return amounts().map(amounts -> {
            double[] sums = new double[profiles.segments().size()];
            for (int i = 0; i < amounts.length; i++) {
                sums[labels[i] - 1] += amounts[i];
            }
            double all = Arrays.stream(sums).sum();
            return new Money(
                    moneyNoun(), Arrays.stream(sums).map(sum -> sum / all).toArray());
        });
    }

    /** Returns what each customer of a segment spent; empty where the file has no money. */
    Optional<double[]> spending(int segment) {
        return amounts()
                .map(amounts -> IntStream.range(0, labels.length)
                        .filter(i -> labels[i] == segment)
                        .mapToDouble(i -> amounts[i])
                        .toArray());
    }

    private Optional<double[]> amounts() {
        return amounts.get();
    }

    private Optional<double[]> sumAmounts() {
        double[] sums = new double[labels.length];
        for (String column : moneyColumns()) {
            double[] values = customers.numbers(column);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += Double.isNaN(values[i]) ? 0 : values[i];
            }
        }
        return Arrays.stream(sums).allMatch(sum -> sum >= 0)
                        && Arrays.stream(sums).sum() > 0
                ? Optional.of(sums)
                : Optional.empty();
    }

    /** Returns pictures of what the segments buy, where, what they answered and who they are, as far as the catalogue has columns. */
    List<Picture> pictures() {
        List<Supplier<Picture>> pictures = new ArrayList<>();
        List<String> names = profiles.shortNames();
        amounts()
                .ifPresent(amounts -> pictures.add(() ->
                        RatesPlot.ofMoney(new Feature(Wording.capitalised(moneyNoun()), ""), amounts, labels, names)));
        priority(names).ifPresent(pictures::add);
        if (moneyColumns().size() > 1) {
            pictures.add(() -> SharesPlot.ofSums(moneyNoun(), customers, moneyColumns(), labels, names));
        }
        List<String> channels = known(briefing().channels());
        if (channels.size() > 1) {
            pictures.add(() -> SharesPlot.ofSums("purchases", customers, channels, labels, names));
        }
        List<String> campaigns = known(briefing().campaigns());
        if (!campaigns.isEmpty()) {
            pictures.add(() -> RatesPlot.ofYes("answers to campaigns", customers, campaigns, labels, names));
        }
        known(briefing().kinds())
                .forEach(kind -> pictures.add(() -> SharesPlot.ofValues(customers, kind, labels, names)));
        return Parallel.map(pictures.size(), place -> pictures.get(place).get());
    }

    /** Returns what a customer is worth against how many answer, where the catalogue knows a campaign that all could answer. */
    private Optional<Supplier<Picture>> priority(List<String> names) {
        return campaign()
                .flatMap(campaign -> amounts().flatMap(amounts -> {
                    double[] answers = customers.numbers(campaign.answer());
                    Field answer = customers.dataset().field(campaign.answer());
                    return Arrays.stream(answers).anyMatch(Double::isNaN)
                            ? Optional.empty()
                            : Optional.of(() -> PriorityPlot.of(
                                    new Feature(answer.title(), "", answer.noun(), answer.name()),
                                    answers,
                                    new Feature(Wording.capitalised(moneyNoun()), ""),
                                    amounts,
                                    labels,
                                    names));
                }));
    }

    private List<String> known(List<String> columns) {
        return columns.stream().filter(this::has).toList();
    }

    private List<String> moneyColumns() {
        List<String> described = known(briefing().money());
        return described.isEmpty()
                ? customers.dataset().fields().stream()
                        .filter(Field::isNumeric)
                        .map(Field::name)
                        .filter(Subject::isMoney)
                        .filter(this::varies)
                        .limit(1)
                        .toList()
                : described;
    }

    private String moneyNoun() {
        return briefing().moneyNoun().isEmpty()
                ? customers.dataset().field(moneyColumns().get(0)).noun()
                : briefing().moneyNoun();
    }

    private boolean has(String column) {
        return customers.dataset().fields().stream()
                .anyMatch(field -> field.name().equals(column));
    }

    private boolean varies(String column) {
        return Arrays.stream(customers.numbers(column)).distinct().limit(2).count() > 1;
    }

    private static boolean isMoney(String name) {
        String told = name.toLowerCase(Locale.ROOT);
        return MONEY.matcher(told).find() && !NO_MONEY.matcher(told).find();
    }
}
