package segmentation.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import segmentation.stats.Interval;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import segmentation.text.Wording;

/**
 * Rules for whom to write to, side by side: what a past mailing to everybody brought from those whom each rule chooses.
 *
 * <p>Shares of those who accepted have Wilson's interval; what is earned, revenue less contacts, a percentile bootstrap of the
 * chosen, seeded. Intervals say how far other customers of the same kind would differ, not what another campaign brings: whether
 * a rule holds there shows when it is tried on each past campaign with what was known before.
 */
public final class MailingComparison implements Tabular {
    /** Of the draws behind intervals. */
    private static final long SEED = 42;

    private final boolean[] accepted;
    private final double cost;
    private final double revenue;
    private final List<Mailing> mailings;

    private MailingComparison(boolean[] accepted, double cost, double revenue, List<Mailing> mailings) {
        this.accepted = accepted;
        this.cost = cost;
        this.revenue = revenue;
        this.mailings = mailings;
    }

    /**
     * A rule and what it would have brought.
     *
     * @param rule in words
     * @param chosen the rows of those chosen, from 0, ascending
     * @param answers how many of them accepted
     * @param share the interval of the share that accepted
     * @param net revenue less contacts
     * @param netInterval where it lies; NaN where nobody is chosen
     */
    public record Mailing(
            String rule, List<Integer> chosen, int answers, Interval share, double net, Interval netInterval) {}

    /**
     * Returns the comparison without a rule.
     *
     * @param accepted 1 for each of the n customers who accepted, 0 for each who did not
     * @param cost of a contact, at least 0
     * @param revenue of an acceptance, above 0
     * @throws IllegalArgumentException where a value is not 0 or 1, or cost or revenue is out of range
     */
    public static MailingComparison of(double[] accepted, double cost, double revenue) {
        if (!Arrays.stream(accepted).allMatch(value -> value == 0 || value == 1)) {
            throw new IllegalArgumentException("Who accepted is told by 0 and 1 only; recode the column");
        }
        if (!(cost >= 0 && revenue > 0 && Double.isFinite(cost + revenue))) {
            throw new IllegalArgumentException(
                    "A contact costs 0 or more and an acceptance brings more than 0, got %s and %s"
                            .formatted(cost, revenue));
        }
        boolean[] known = new boolean[accepted.length];
        IntStream.range(0, known.length).forEach(row -> known[row] = accepted[row] == 1);
        return new MailingComparison(known, cost, revenue, List.of());
    }

    /** Returns the comparison with one more rule, which is asked of each row from 0. */
    public MailingComparison with(String rule, IntPredicate chooses) {
        int[] rows = IntStream.range(0, accepted.length).filter(chooses).toArray();
        double[] earned = Arrays.stream(rows).mapToDouble(this::earned).toArray();
        int answers = (int) Arrays.stream(rows).filter(row -> accepted[row]).count();
        List<Mailing> more = new ArrayList<>(mailings);
        more.add(new Mailing(
                rule,
                Arrays.stream(rows).boxed().toList(),
                answers,
                Interval.ofShare(answers, rows.length),
                answers * revenue - rows.length * cost,
                Interval.ofSum(earned, SEED)));
        return new MailingComparison(accepted, cost, revenue, List.copyOf(more));
    }

    private double earned(int row) {
        return (accepted[row] ? revenue : 0) - cost;
    }

    /** Returns the rules in the order in which they were added. */
    public List<Mailing> mailings() {
        return mailings;
    }

    /** Returns the share that must accept for a mailing to pay its contacts; above 1 where it never does. */
    public double breakEven() {
        return cost / revenue;
    }

    /**
     * Returns what one rule earns more than another, with its interval; both over the same resamples of all customers.
     *
     * @throws IllegalArgumentException where a rule is not in the comparison
     */
    public String difference(String rule, String other) {
        double[] gained = new double[accepted.length];
        mailing(rule).chosen().forEach(row -> gained[row] += earned(row));
        mailing(other).chosen().forEach(row -> gained[row] -= earned(row));
        return Interval.ofSum(gained, SEED).beside(Arrays.stream(gained).sum(), MailingComparison::money);
    }

    private Mailing mailing(String rule) {
        return mailings.stream()
                .filter(mailing -> mailing.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No rule '%s'; there are %s"
                        .formatted(rule, mailings.stream().map(Mailing::rule).toList())));
    }

    /** Returns the rule that earned most, the first of equals, and the break-even, in a sentence; the empty one without rules. */
    public String sentence() {
        return mailings.stream()
                .max(Comparator.comparingDouble(Mailing::net))
                .map(best -> "A mailing pays from %s that accept. Most is earned with \"%s\": %s from %s customers."
                        .formatted(
                                NumberText.percent(breakEven()),
                                best.rule(),
                                best.netInterval().beside(best.net(), MailingComparison::money),
                                NumberText.count(best.chosen().size())))
                .orElse("");
    }

    /**
     * Returns what one rule brought, in a sentence.
     *
     * @throws IllegalArgumentException where the rule is not in the comparison
     */
    public String sentence(String rule) {
        Mailing known = mailing(rule);
        int contacts = known.chosen().size();
        return contacts == 0
                ? "\"%s\" chooses nobody.".formatted(rule)
                : "\"%s\": %s of %s accepted, which earns %s."
                        .formatted(
                                rule,
                                known.share().beside((double) known.answers() / contacts, NumberText::percent),
                                Wording.count(contacts, "customer"),
                                known.netInterval().beside(known.net(), MailingComparison::money));
    }

    /** Returns a row for each rule: contacts, the share that accepted and what was earned, intervals (95 %) in brackets. */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled(
                        "What a mailing to the chosen brings, 95 % intervals in brackets")
                .text("rule")
                .figures("customers", "accepted", "earned");
        for (Mailing mailing : mailings) {
            int contacts = mailing.chosen().size();
            table.row(
                    mailing.rule(),
                    NumberText.count(contacts),
                    contacts == 0
                            ? "–"
                            : mailing.share().beside((double) mailing.answers() / contacts, NumberText::percent),
                    mailing.netInterval().beside(mailing.net(), MailingComparison::money));
        }
        return table.build();
    }

    private static String money(double value) {
        return NumberText.signed(NumberText.fixed(value, 0));
    }
}
