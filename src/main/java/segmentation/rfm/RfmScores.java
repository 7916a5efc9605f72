package segmentation.rfm;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;
import segmentation.stats.Quantiles;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The classic RFM scores: recency, frequency and monetary value of each customer from 1 to 5, 5 being the best, and the
 * name that the field has for recency and frequency together. Immutable.
 *
 * <p>Scores are quintiles of all customers (Hughes, Strategic Database Marketing, 1994): a value up to the first quintile
 * is 1, up to the second 2, and so on, quintiles by linear interpolation; fewer days since the last purchase are better.
 * Equal values always have equal scores, so that where most customers bought once, all of them have frequency 1 and the
 * five groups are not of one size. Names follow the usual map of 25 fields, see {@link Group}; monetary value has no part
 * in them.
 */
public final class RfmScores implements Tabular {
    private static final int BEST = 5;

    private static final double[] SHARES = {0.2, 0.4, 0.6, 0.8};

    /** The titles of a customer's scores and group in a table. */
    public static final List<String> TITLES =
            List.of("recency_score", "frequency_score", "monetary_score", "rfm_group");

    private final List<Score> customers;

    private RfmScores(List<Score> customers) {
        this.customers = customers;
    }

    /**
     * What lies between the fifths of all customers, four numbers of each value in ascending order.
     *
     * @param recency of days since the last purchase
     * @param frequency of purchases
     * @param monetary of money
     */
    public record Quintiles(List<Double> recency, List<Double> frequency, List<Double> monetary)
            implements Serializable {

        /** Copies the lists. */
        public Quintiles {
            recency = List.copyOf(recency);
            frequency = List.copyOf(frequency);
            monetary = List.copyOf(monetary);
        }

        /** Returns the shares of customers below each of the four. */
        public static double[] shares() {
            return SHARES.clone();
        }

        /** Scores a customer. */
        public Score score(Rfm customer) {
            return new Score(
                    customer,
                    BEST + 1 - place(customer.recencyDays(), recency),
                    place(customer.frequency(), frequency),
                    place(customer.monetary().doubleValue(), monetary));
        }

        /** Returns the group of a customer of whom these two are known. */
        public Group group(double recencyDays, double purchases) {
            return Group.of(BEST + 1 - place(recencyDays, recency), place(purchases, frequency));
        }

        private static int place(double value, List<Double> edges) {
            return 1 + (int) edges.stream().filter(edge -> edge < value).count();
        }
    }

    /**
     * The customers of a group in a few figures.
     *
     * @param customers how many there are
     * @param days median of the days since the last purchase
     * @param purchases median number of purchases
     * @param money what they spent together
     */
    public record GroupFigures(Group group, long customers, double days, double purchases, double money) {}

    /**
     * A customer's scores.
     *
     * @param customer recency, frequency and monetary value themselves
     * @param recency from 1, the fifth that bought longest ago, to 5
     * @param frequency from 1, the fifth with fewest purchases, to 5
     * @param monetary from 1, the fifth that spent least, to 5
     */
    public record Score(Rfm customer, int recency, int frequency, int monetary) {

        /** Returns the three scores side by side, from {@code 111} to {@code 555}. */
        public String cell() {
            return "" + recency + frequency + monetary;
        }

        /** Returns the scores and the group as text, as {@link #TITLES} calls them. */
        public List<String> cells() {
            return List.of(
                    Integer.toString(recency),
                    Integer.toString(frequency),
                    Integer.toString(monetary),
                    group().label());
        }

        /** Returns the name that recency and frequency have together. */
        public Group group() {
            return Group.of(recency, frequency);
        }
    }

    /** The usual names of customers by recency and frequency, each from 1 to 5, best first. */
    public enum Group {
        CHAMPIONS("bought lately and often"),
        LOYAL("buy often, the last time not long ago"),
        POTENTIAL_LOYALISTS("bought lately, now and then"),
        NEW_CUSTOMERS("bought lately for the first time"),
        PROMISING("bought rather lately, seldom"),
        NEED_ATTENTION("middling in both"),
        ABOUT_TO_SLEEP("bought some time ago, seldom"),
        CANNOT_LOSE("bought most often, and not for a long time"),
        AT_RISK("bought often, and not for a long time"),
        HIBERNATING("bought long ago, seldom");

        // A row a recency score from 1 up, a column a frequency score from 1 up.
        private static final Group[][] MAP = {
            {HIBERNATING, HIBERNATING, AT_RISK, AT_RISK, CANNOT_LOSE},
            {HIBERNATING, HIBERNATING, AT_RISK, AT_RISK, CANNOT_LOSE},
            {ABOUT_TO_SLEEP, ABOUT_TO_SLEEP, NEED_ATTENTION, LOYAL, LOYAL},
            {PROMISING, POTENTIAL_LOYALISTS, POTENTIAL_LOYALISTS, LOYAL, LOYAL},
            {NEW_CUSTOMERS, POTENTIAL_LOYALISTS, POTENTIAL_LOYALISTS, CHAMPIONS, CHAMPIONS}
        };

        private final String meaning;

        Group(String meaning) {
            this.meaning = meaning;
        }

        /** Returns the group of two scores from 1 to 5. */
        static Group of(int recency, int frequency) {
            return MAP[recency - 1][frequency - 1];
        }

        /** Returns the name in words, such as {@code potential loyalists}. */
        public String label() {
            return this == CANNOT_LOSE
                    ? "cannot lose them"
                    : name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Returns what the customers have done, in a clause. */
        public String meaning() {
            return meaning;
        }
    }

    /** Scores the customers of a file of transactions. */
    public static RfmScores of(RfmTable table) {
        return of(table.rows());
    }

    /** Scores customers against each other, at least one; they keep their order. */
    public static RfmScores of(List<Rfm> customers) {
        if (customers.isEmpty()) {
            throw new IllegalArgumentException("Scores need at least one customer");
        }
        Quintiles fifths = new Quintiles(
                quintiles(customers, Rfm::recencyDays),
                quintiles(customers, Rfm::frequency),
                quintiles(customers, row -> row.monetary().doubleValue()));
        return new RfmScores(customers.stream().map(fifths::score).toList());
    }

    private static List<Double> quintiles(List<Rfm> customers, ToDoubleFunction<Rfm> measure) {
        Quantiles quantiles =
                Quantiles.of(customers.stream().mapToDouble(measure).toArray());
        return DoubleStream.of(SHARES).map(quantiles::at).boxed().toList();
    }

    /** Returns the customers, in the order they were given. */
    public List<Score> customers() {
        return customers;
    }

    /** Returns a row for each group that has customers, best first: its size, share, medians, and share of the money. */
    @Override
    public ResultTable toTable() {
        List<GroupFigures> groups = new ArrayList<>();
        for (Group group : Group.values()) {
            List<Score> own =
                    customers.stream().filter(score -> score.group() == group).toList();
            groups.add(new GroupFigures(
                    group, own.size(), median(own, Rfm::recencyDays), median(own, Rfm::frequency), money(own)));
        }
        return table(groups, money(customers));
    }

    /** Returns a row for each of these groups that has customers; {@code money} is that of all. */
    public static ResultTable table(List<GroupFigures> groups, double money) {
        long customers = groups.stream().mapToLong(GroupFigures::customers).sum();
        ResultTable.Builder table = ResultTable.titled("RFM groups, by recency and frequency")
                .text("group", "who they are")
                .figures("customers", "share", "median days", "median purchases", "share of money");
        groups.stream()
                .filter(own -> own.customers() > 0)
                .forEach(own -> table.row(List.of(
                        own.group().label(),
                        own.group().meaning(),
                        NumberText.count(own.customers()),
                        NumberText.percent((double) own.customers() / customers),
                        NumberText.fixed(own.days(), 0),
                        NumberText.fixed(own.purchases(), 0),
                        NumberText.percent(own.money() / money))));
        return table.build();
    }

    private static double median(List<Score> scores, ToDoubleFunction<Rfm> measure) {
        return Quantiles.of(scores.stream()
                        .map(Score::customer)
                        .mapToDouble(measure)
                        .toArray())
                .median();
    }

    private static double money(List<Score> scores) {
        // In order, so that the last digits do not hang on a stream's ways.
        double sum = 0;
        for (Score score : scores) {
            sum += score.customer().monetary().doubleValue();
        }
        return sum;
    }

    /** Returns a row for each customer: name, the three values, the three scores, and the group. */
    @Override
    public Table table() {
        return Table.create(
                "RFM scores",
                StringColumn.create(
                        "customer",
                        customers.stream().map(score -> score.customer().customer())),
                LongColumn.create(
                        "recency days", longs(score -> score.customer().recencyDays())),
                IntColumn.create("frequency", ints(score -> score.customer().frequency())),
                DoubleColumn.create(
                        "monetary",
                        customers.stream()
                                .mapToDouble(
                                        score -> score.customer().monetary().doubleValue())),
                IntColumn.create("R", ints(Score::recency)),
                IntColumn.create("F", ints(Score::frequency)),
                IntColumn.create("M", ints(Score::monetary)),
                StringColumn.create(
                        "group", customers.stream().map(score -> score.group().label())));
    }

    private int[] ints(ToIntFunction<Score> value) {
        return customers.stream().mapToInt(value).toArray();
    }

    private long[] longs(ToLongFunction<Score> value) {
        return customers.stream().mapToLong(value).toArray();
    }
}
