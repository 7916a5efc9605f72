package segmentation.profile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.data.customers.CustomerTable;
import segmentation.data.dataset.Field;
import segmentation.stats.Interval;
import segmentation.stats.Quantiles;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import segmentation.text.Wording;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Whom to address first: segments ranked by size × value × reachability, and what a campaign to each could earn.
 *
 * <p>Value is the mean of a column over the members whose value is known. Reachability is measured for somebody who sees
 * one column of a person only, such as the age: address the members' middle half on it, and count which share of all
 * customers there belong to the segment. Earnings hang on a {@link CampaignPlan}: assumptions, not findings.
 */
public final class TargetRanking implements Tabular {
    /** Of the draws behind intervals. */
    private static final long SEED = 42;

    private final List<Target> ranked;
    private final Field value;
    private final Field audience;

    private TargetRanking(List<Target> ranked, Field value, Field audience) {
        this.ranked = ranked;
        this.value = value;
        this.audience = audience;
    }

    /**
     * One segment as somebody to address.
     *
     * @param segment its label, 1..k
     * @param name what it is called
     * @param customers its members
     * @param value mean value of a member
     * @param valueInterval where that mean lies, by a seeded bootstrap of the members
     * @param from where the addressed band begins: the members' first quartile; NaN where none is known
     * @param to where the band ends, both ends in it: the members' third quartile; NaN where none is known
     * @param reached members in the band
     * @param addressed customers of any segment in the band
     */
    public record Target(
            int segment,
            String name,
            int customers,
            double value,
            Interval valueInterval,
            double from,
            double to,
            int reached,
            int addressed) {

        /** Returns the share of the addressed customers who belong to the segment, in [0, 1]; 0 where nobody is addressed. */
        public double hitRate() {
            return addressed == 0 ? 0 : (double) reached / addressed;
        }

        /** Returns where the hit rate lies, by Wilson's interval. */
        public Interval hitRateInterval() {
            return Interval.ofShare(reached, addressed);
        }

        /** Returns size × value × hit rate, at least 0. */
        public double weight() {
            return customers * value * hitRate();
        }
    }

    /**
     * Ranks segments.
     *
     * @param labels a segment from 1 to k for each customer
     * @param names what each segment is called, 1 first
     * @param value the numeric column that says what a customer is worth, a derived one too
     * @param audience the numeric column by which people can be addressed
     * @throws IllegalArgumentException where labels or names do not fit, there is no such column, it holds text, or a
     *     segment's mean value is not known or below 0
     */
    public static TargetRanking of(
            CustomerTable customers, int[] labels, List<String> names, String value, String audience) {
        SegmentMembers segments = SegmentMembers.of(labels, customers.rows());
        if (names.size() != segments.k()) {
            throw new IllegalArgumentException(
                    "%d segments need as many names, got %d".formatted(segments.k(), names.size()));
        }
        double[] values = customers.numbers(value);
        double[] places = customers.numbers(audience);
        List<Target> targets = IntStream.rangeClosed(1, segments.k())
                .mapToObj(segment -> target(segment, names.get(segment - 1), segments.of(segment), values, places))
                .sorted(Comparator.comparingDouble(Target::weight).reversed().thenComparingInt(Target::segment))
                .toList();
        return new TargetRanking(
                targets, customers.dataset().field(value), customers.dataset().field(audience));
    }

    private static Target target(int segment, String name, int[] members, double[] values, double[] places) {
        double mean = Arrays.stream(members)
                .mapToDouble(i -> values[i])
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
        if (!(mean >= 0)) {
            throw new IllegalArgumentException(
                    "Segment %d has a mean value of %s; ranking needs one from 0 up".formatted(segment, mean));
        }
        Quantiles known = Quantiles.of(Arrays.stream(members)
                .mapToDouble(i -> places[i])
                .filter(Double::isFinite)
                .toArray());
        double from = known.at(.25);
        double to = known.at(.75);
        int reached = within(Arrays.stream(members).mapToDouble(i -> places[i]).toArray(), from, to);
        Interval interval = Interval.ofMean(
                Arrays.stream(members)
                        .mapToDouble(i -> values[i])
                        .filter(Double::isFinite)
                        .toArray(),
                SEED);
        return new Target(segment, name, members.length, mean, interval, from, to, reached, within(places, from, to));
    }

    private static int within(double[] places, double from, double to) {
        return (int) Arrays.stream(places)
                .filter(place -> place >= from && place <= to)
                .count();
    }

    /** Returns the segments, the one to address first at the head; of equals the lower number. */
    public List<Target> targets() {
        return ranked;
    }

    /**
     * Returns a row for each segment in order of rank: size, value, the band addressed, hit rate, share of the product;
     * value and hit rate with their 95 % intervals in brackets.
     */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled(
                        "Segments as targets: customers × %s × hit rate; 95 %% intervals in brackets"
                                .formatted(value.noun()))
                .figures("rank", "segment")
                .text("name")
                .figures("customers", Wording.mean(value.noun()) + unit(value))
                .figures(audience.noun() + " addressed" + unit(audience), "addressed", "hit rate", "share of product");
        for (int i = 0; i < ranked.size(); i++) {
            Target target = ranked.get(i);
            table.row(
                    Integer.toString(i + 1),
                    Integer.toString(target.segment()),
                    target.name(),
                    NumberText.count(target.customers()),
                    target.valueInterval().beside(target.value(), value -> NumberText.fixed(value, 0)),
                    "%s to %s".formatted(NumberText.fixed(target.from(), 1), NumberText.fixed(target.to(), 1)),
                    NumberText.count(target.addressed()),
                    target.hitRateInterval().beside(target.hitRate(), NumberText::percent),
                    NumberText.percent(share(target)));
        }
        return table.build();
    }

    /** Returns a row for each segment in order of rank, to sort, join and plot: as {@link #toTable}, shares from 0 to 1. */
    public Table table() {
        return Table.create(
                "targets",
                IntColumn.create("rank", IntStream.rangeClosed(1, ranked.size())),
                IntColumn.create("segment", ranked.stream().mapToInt(Target::segment)),
                StringColumn.create("name", ranked.stream().map(Target::name)),
                IntColumn.create("customers", ranked.stream().mapToInt(Target::customers)),
                DoubleColumn.create("mean " + value.name(), ranked.stream().mapToDouble(Target::value)),
                DoubleColumn.create("from " + audience.name(), ranked.stream().mapToDouble(Target::from)),
                DoubleColumn.create("to " + audience.name(), ranked.stream().mapToDouble(Target::to)),
                IntColumn.create("addressed", ranked.stream().mapToInt(Target::addressed)),
                DoubleColumn.create("hit rate", ranked.stream().mapToDouble(Target::hitRate)),
                DoubleColumn.create("share of product", ranked.stream().mapToDouble(this::share)));
    }

    /**
     * Returns what a campaign could earn in each segment, in order of rank, by two ways of reaching it: each member and
     * nobody else, as by a customer card, and everybody in the addressed band. A campaign pays where the answering share
     * is above the last columns.
     */
    public ResultTable earnings(CampaignPlan plan) {
        ResultTable.Builder table = ResultTable.titled(
                        "What a campaign on %s could earn, under the assumptions".formatted(value.noun()))
                .figures("segment")
                .text("name")
                .figures("contacts by card", "net by card", "pays from", "contacts by band", "net by band")
                .figures("pays from, by band");
        for (Target target : ranked) {
            int members = target.customers();
            table.row(
                    Integer.toString(target.segment()),
                    target.name(),
                    NumberText.count(members),
                    net(plan, target, members, members),
                    needed(plan, target, members, members),
                    NumberText.count(target.addressed()),
                    net(plan, target, target.reached(), target.addressed()),
                    needed(plan, target, target.reached(), target.addressed()));
        }
        return table.build();
    }

    /**
     * Returns this ranking and another of the same segments in one table, in this order: how well each segment is found,
     * and for both values the share of the product and what a campaign by card could earn.
     *
     * @throws IllegalArgumentException where the other lacks one of the segments
     */
    public ResultTable beside(TargetRanking other, CampaignPlan plan) {
        ResultTable.Builder table = ResultTable.titled(
                        "Whom first: by %s and by %s; a campaign by card nets so much, under the assumptions"
                                .formatted(value.noun(), other.value.noun()))
                .figures("segment")
                .text("name")
                .figures("customers", "hit rate")
                .figures("share by " + value.noun(), netted(value))
                .figures("share by " + other.value.noun(), netted(other.value));
        for (Target target : ranked) {
            Target again = other.same(target);
            table.row(
                    Integer.toString(target.segment()),
                    target.name(),
                    NumberText.count(target.customers()),
                    NumberText.percent(target.hitRate()),
                    NumberText.percent(share(target)),
                    net(plan, target, target.customers(), target.customers()),
                    NumberText.percent(other.share(again)),
                    net(plan, again, again.customers(), again.customers()));
        }
        return table.build();
    }

    /** Returns whom to address first, and what a campaign by card could earn there under the assumptions, in a sentence. */
    public String sentence(CampaignPlan plan) {
        Target first = ranked.get(0);
        String pays = needed(plan, first, first.customers(), first.customers());
        return "By %s, segment %d (%s) comes first, with %s of customers × %s × hit rate; by card a campaign nets %s there%s."
                .formatted(
                        value.noun(),
                        first.segment(),
                        Wording.uncapitalised(first.name()),
                        NumberText.percent(share(first)),
                        value.noun(),
                        (net(plan, first, first.customers(), first.customers()) + " " + value.unit()).strip(),
                        pays.equals("never")
                                ? ", which no share of answers would change"
                                : " and pays from %s who answer".formatted(pays));
    }

    private Target same(Target target) {
        return ranked.stream()
                .filter(own -> own.segment() == target.segment() && own.name().equals(target.name()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("Both must rank the same segments; the other lacks %d, %s"
                                .formatted(target.segment(), target.name())));
    }

    private static String net(CampaignPlan plan, Target target, int members, int contacts) {
        return NumberText.signed(NumberText.fixed(plan.gain(members, target.value()) - plan.cost(contacts), 0));
    }

    /** The share of answers at which gain and cost are equal; none where even all answers would not do. */
    private static String needed(CampaignPlan plan, Target target, int members, int contacts) {
        CampaignPlan allAnswer = new CampaignPlan(1, plan.extra(), plan.margin(), plan.costPerContact());
        double share = plan.cost(contacts) / allAnswer.gain(members, target.value());
        return share <= 1 ? NumberText.percent(share) : "never";
    }

    private double share(Target target) {
        double sum = ranked.stream().mapToDouble(Target::weight).sum();
        return sum == 0 ? 0 : target.weight() / sum;
    }

    private static String netted(Field field) {
        return "net by " + field.noun() + unit(field);
    }

    private static String unit(Field field) {
        return field.unit().isEmpty() ? "" : " (%s)".formatted(field.unit());
    }
}
