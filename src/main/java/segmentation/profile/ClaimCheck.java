package segmentation.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import segmentation.data.customers.CustomerTable;
import segmentation.data.dataset.Briefing.Claim;
import segmentation.stats.Interval;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * A published statement held against the customers it is about, whatever segment they are in.
 *
 * <p>The statement is on customers whose own figures have certain {@link Level}s. It holds where their mean, or their
 * share, on the column that it names is where it states: a mean is high or low from a fifth of a standard deviation away from
 * that of all customers, the least that Cohen calls an effect (Statistical Power Analysis, 1988); a share, where its
 * 95 % interval leaves out that of all customers. A statement without a column, of which nothing would have to be known,
 * says that there is a segment of such means.
 *
 * @param claim the statement
 * @param verdict how it stands
 * @param finding the figures behind that, one sentence; or what would have to be known
 */
public record ClaimCheck(Claim claim, Verdict verdict, String finding) {

    /** How a statement stands. */
    public enum Verdict {
        HOLDS("holds"),
        REFUTED("does not hold"),
        UNKNOWN("cannot be known from this file");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** Returns the words to show. */
        public String words() {
            return words;
        }
    }

    private static final double LEAST_EFFECT = .2;

    /**
     * Holds a statement against customers; where the table lacks a column that it names, it cannot be known.
     *
     * @param segments of these customers, for statements that there is a segment; may be empty
     */
    public static ClaimCheck of(CustomerTable customers, List<SegmentProfile> segments, Claim claim) {
        String column = claim.column().split("=")[0];
        if (!column.isEmpty() && !has(customers, column)
                || !claim.who().keySet().stream().allMatch(name -> has(customers, name))) {
            return new ClaimCheck(claim, Verdict.UNKNOWN, "The table has not all columns that it names.");
        }
        int[] group = IntStream.range(0, customers.rows()).toArray();
        for (Map.Entry<String, String> level : claim.who().entrySet()) {
            group = having(customers.numbers(level.getKey()), level.getValue(), group);
        }
        if (column.isEmpty()) {
            return claim.unknown().isEmpty()
                    ? ofSegments(claim, segments, group.length)
                    : new ClaimCheck(claim, Verdict.UNKNOWN, of(claim, group.length) + claim.unknown());
        }
        if (group.length == 0) {
            return new ClaimCheck(claim, Verdict.REFUTED, "No customer is like that.");
        }
        return compared(customers, claim, column, group);
    }

    private static ClaimCheck ofSegments(Claim claim, List<SegmentProfile> segments, int customers) {
        List<Integer> such = segments.stream()
                .filter(segment -> claim.who().entrySet().stream()
                        .allMatch(level -> segment.figures().stream()
                                .anyMatch(figure -> figure.feature().column().equals(level.getKey())
                                        && figure.level().word().equals(level.getValue()))))
                .map(SegmentProfile::number)
                .toList();
        return such.isEmpty()
                ? new ClaimCheck(claim, Verdict.REFUTED, of(claim, customers) + "No segment has such means.")
                : new ClaimCheck(
                        claim,
                        Verdict.HOLDS,
                        "%sSegment %s has such means.".formatted(of(claim, customers), such.get(0)));
    }

    private static boolean has(CustomerTable customers, String column) {
        return customers.dataset().fields().stream()
                .anyMatch(field -> field.name().equals(column));
    }

    private static String of(Claim claim, int customers) {
        return claim.who().isEmpty() ? "" : "%s are like that. ".formatted(Wording.count(customers, "customer"));
    }

    private static int[] having(double[] values, String level, int[] group) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double mean = Aspect.mean(known);
        double deviation = Aspect.deviation(known);
        return Arrays.stream(group)
                .filter(i -> !Double.isNaN(values[i]))
                .filter(i -> level(values[i] - mean, deviation).word().equals(level))
                .toArray();
    }

    private static Level ofShare(double[] ones, double all) {
        Interval share = Interval.ofShare((int) Arrays.stream(ones).sum(), ones.length);
        return share.contains(all) ? Level.MEDIUM : share.low() > all ? Level.HIGH : Level.LOW;
    }

    private static Level ofEffect(double deviations) {
        return Math.abs(deviations) >= LEAST_EFFECT ? deviations > 0 ? Level.HIGH : Level.LOW : Level.MEDIUM;
    }

    private static Level level(double distance, double deviation) {
        return Level.ofDeviations(deviation == 0 ? 0 : distance / deviation);
    }

    private static ClaimCheck compared(CustomerTable customers, Claim claim, String column, int[] group) {
        List<Aspect> aspects = Aspect.of(customers, column);
        Optional<Aspect> named = claim.column().contains("=")
                ? aspects.stream()
                        .filter(each ->
                                each.title().endsWith(": " + claim.column().split("=")[1]))
                        .findFirst()
                : aspects.stream().findFirst();
        if (named.isEmpty()) {
            return new ClaimCheck(claim, Verdict.REFUTED, "No customer has that value.");
        }
        Aspect aspect = named.get();
        double[] all = aspect.known(IntStream.range(0, customers.rows()).toArray());
        double mean = Aspect.mean(aspect.known(group));
        Level found = aspect.isShare()
                ? ofShare(aspect.known(group), Aspect.mean(all))
                : ofEffect((mean - Aspect.mean(all)) / Aspect.deviation(all));
        String finding = "%s are like that%s: %s %s, all customers %s, so %s.%s"
                .formatted(
                        Wording.count(group.length, "customer"),
                        NumberText.percent((double) group.length / customers.rows())
                                .transform(" (%s)"::formatted),
                        aspect.isShare() ? aspect.noun() : Wording.mean(aspect.noun()),
                        aspect.written(mean),
                        aspect.written(Aspect.mean(all)),
                        found == Level.MEDIUM ? "about the same" : found.word(),
                        claim.unknown().isEmpty() ? "" : " " + claim.unknown());
        return new ClaimCheck(claim, found.word().equals(claim.expected()) ? Verdict.HOLDS : Verdict.REFUTED, finding);
    }
}
