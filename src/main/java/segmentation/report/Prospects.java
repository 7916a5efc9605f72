package segmentation.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import segmentation.data.dataset.Briefing.Campaign;
import segmentation.profile.SegmentProfile;
import segmentation.profile.SegmentProfiles;
import segmentation.stats.Interval;
import segmentation.stats.SampleSize;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/** What a campaign may earn, with a range, and how large a test of it must be. */
final class Prospects {
    /** Assumed where nothing is known, and said so: one in ten answers. */
    private static final double ANSWERING = .10;

    private static final DoubleFunction<String> SHARE = NumberText::percent;
    private static final DoubleFunction<String> WHOLE = value -> NumberText.signed(NumberText.count(Math.round(value)));

    private final SegmentProfiles profiles;
    private final Optional<Subject> subject;

    Prospects(SegmentProfiles profiles, Optional<Subject> subject) {
        this.profiles = profiles;
        this.subject = subject;
    }

    /** Returns what a campaign to a segment may earn: by the last one if one is known, by its spending, or the arithmetic alone. */
    String earnings(SegmentProfile first) {
        return subject.flatMap(known -> known.campaign().map(campaign -> ofCampaign(known, campaign)))
                .or(() -> subject.flatMap(known -> ofSpending(known, first)))
                .orElseGet(() -> ofNothing(first));
    }

    private record Mailing(SegmentProfile segment, int answers, int contacts, double cost, double revenue) {
        private double net(double share) {
            return contacts * (share * revenue - cost);
        }

        private double net() {
            return net((double) answers / contacts);
        }
    }

    private String ofCampaign(Subject known, Campaign campaign) {
        List<Mailing> mailings = profiles.segments().stream()
                .map(segment -> mailing(known, campaign, segment))
                .sorted(Comparator.comparingDouble(mailing -> -mailing.net()))
                .toList();
        Mailing best = mailings.get(0);
        Interval share = Interval.ofShare(best.answers(), best.contacts());
        double all = mailings.stream().mapToDouble(Mailing::net).sum();
        long earning = mailings.stream().filter(mailing -> mailing.net() > 0).count();
        return ("%s %s the %s: %s of %s accepted (%s), which at a cost of %s a contact and a revenue of %s an"
                        + " acceptance nets %s (%s). %s; all customers together net %s. It pays where %s or more accept.")
                .formatted(
                        Wording.capitalised(campaign.name()),
                        best.net() > 0 ? "earned most from" : "came nearest to its cost with",
                        Wording.uncapitalised(best.segment().shortName()),
                        NumberText.count(best.answers()),
                        NumberText.count(best.contacts()),
                        share.beside((double) best.answers() / best.contacts(), SHARE),
                        NumberText.shortest(best.cost()),
                        NumberText.shortest(best.revenue()),
                        WHOLE.apply(best.net()),
                        new Interval(best.net(share.low()), best.net(share.high())).written(WHOLE),
                        earning == 0
                                ? "No segment covered its cost"
                                : earning == 1
                                        ? "No other segment covered its cost"
                                        : "%d of %d segments covered their cost".formatted(earning, mailings.size()),
                        WHOLE.apply(all),
                        NumberText.percent(best.cost() / best.revenue()));
    }

    private static Mailing mailing(Subject known, Campaign campaign, SegmentProfile segment) {
        double[] answers = known.numbers(campaign.answer(), segment.number());
        return new Mailing(
                segment,
                (int) Arrays.stream(answers).filter(answer -> answer == 1).count(),
                answers.length,
                mean(known.numbers(campaign.cost(), segment.number())),
                mean(known.numbers(campaign.revenue(), segment.number())));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static Optional<String> ofSpending(Subject known, SegmentProfile first) {
        return known.spending(first.number()).map(values -> {
            double sum = Arrays.stream(values).sum();
            Interval range = Interval.ofSum(values, first.number());
            return ("The %s spend %s in all, %s each. One per cent more from all of them is worth %s (%s for other such"
                            + " customers); of that, your margin is what a campaign may cost. What one moves, only a test shows.")
                    .formatted(
                            Wording.uncapitalised(first.shortName()),
                            WHOLE.apply(sum),
                            WHOLE.apply(sum / values.length),
                            WHOLE.apply(sum / 100),
                            new Interval(range.low() / 100, range.high() / 100).written(WHOLE));
        });
    }

    private static String ofNothing(SegmentProfile first) {
        int answers = (int) Math.rint(ANSWERING * first.size());
        Interval range = Interval.ofShare(answers, first.size());
        return ("The file has no prices, so no earnings follow from it. Reckon: contacts × share who answer × margin of an"
                        + " answer, less contacts × cost of a contact. If one in ten of the %s answer, that is %s of %s, and"
                        + " chance alone makes it %s.")
                .formatted(
                        Wording.uncapitalised(first.shortName()),
                        NumberText.count(answers),
                        NumberText.count(first.size()),
                        range.written(share -> NumberText.count(Math.round(share * first.size()))));
    }

    /**
     * Returns what it costs to reach a segment once, and the answers from which that pays: by the campaign that the catalogue
     * knows, else the arithmetic with open places.
     */
    String cost(SegmentProfile segment) {
        return subject.flatMap(known -> known.campaign().map(campaign -> {
                    Mailing mailing = mailing(known, campaign, segment);
                    return cost(segment.size(), mailing.cost(), mailing.revenue(), campaign)
                            + " In that one %s of these %s accepted."
                                    .formatted(
                                            NumberText.count(mailing.answers()), NumberText.count(mailing.contacts()));
                }))
                .orElseGet(() -> budget(segment.size()));
    }

    /** Returns what it costs to reach so many of all customers once, as {@link #cost(SegmentProfile)} does for a segment. */
    String costOfAny(int contacts) {
        return subject.flatMap(known -> known.campaign()
                        .map(campaign -> cost(
                                contacts,
                                mean(known.customers().numbers(campaign.cost())),
                                mean(known.customers().numbers(campaign.revenue())),
                                campaign)))
                .orElseGet(() -> budget(contacts));
    }

    private static String cost(int contacts, double cost, double revenue, Campaign campaign) {
        double sum = contacts * cost;
        return "%s × %s (its cost in %s) = %s. %s"
                .formatted(
                        Wording.count(contacts, "contact"),
                        NumberText.shortest(cost),
                        campaign.name(),
                        WHOLE.apply(sum),
                        cost <= revenue
                                ? "It pays from %s acceptances at %s each (%s)."
                                        .formatted(
                                                NumberText.count((long) Math.ceil(sum / revenue)),
                                                NumberText.shortest(revenue),
                                                NumberText.percent(cost / revenue))
                                : "It cannot pay: an acceptance brings no more than %s."
                                        .formatted(NumberText.shortest(revenue)));
    }

    private static String budget(int contacts) {
        return "%s × cost of a contact ____ = ____. It pays from this sum ÷ margin of an answer ____ = ____ answers."
                .formatted(Wording.count(contacts, "contact"));
    }

    /** Returns what a measure is held against: those left out by lot where they are enough, else what was before. */
    static String comparedWith(SegmentProfile segment) {
        return SampleSize.usual().fits(segment.size())
                ? "Compare with half of them, drawn by lot, who are left alone."
                : "They are too few to leave some out and compare: set it beside the same months a year before, which gives a"
                        + " hint and no proof.";
    }

    /** Returns how large a test of one segment must be, and whether it is large enough. */
    static String testOf(SegmentProfile segment) {
        SampleSize usual = SampleSize.usual();
        String needs = "To tell %s answers from %s: %s with the offer and as many without."
                .formatted(
                        NumberText.percent(usual.other()),
                        NumberText.percent(usual.base()),
                        NumberText.count(usual.perGroup()));
        if (usual.fits(segment.size())) {
            return needs + " This segment has enough.";
        }
        return usual.leastShown(segment.size()).isPresent()
                ? "%s This segment has %s: its halves show only a rise to %s or more, so test it within a test on all customers."
                        .formatted(
                                needs,
                                NumberText.count(segment.size()),
                                NumberText.percent(
                                        usual.leastShown(segment.size()).getAsDouble()))
                : "%s This segment has %s, too few to show anything alone."
                        .formatted(needs, NumberText.count(segment.size()));
    }

    /** Returns what to test on a segment and how many customers that takes; on all customers where it is too small. */
    String test(SegmentProfile first) {
        SampleSize usual = SampleSize.usual();
        int all = profiles.segments().stream().mapToInt(SegmentProfile::size).sum();
        String needs = "To see answers rise from %s to %s takes %s customers with the offer and as many without."
                .formatted(
                        NumberText.percent(usual.base()),
                        NumberText.percent(usual.other()),
                        NumberText.count(usual.perGroup()));
        if (usual.fits(first.size())) {
            return "%s The %s are enough: draw half of their %s by lot, give these the offer, leave the other half alone."
                    .formatted(needs, Wording.uncapitalised(first.shortName()), NumberText.count(first.size()));
        }
        String shown = usual.leastShown(first.size()).isPresent()
                ? "halves of their %s show only a rise to %s or more"
                        .formatted(
                                NumberText.count(first.size()),
                                NumberText.percent(
                                        usual.leastShown(first.size()).getAsDouble()))
                : "halves of their %s show nothing".formatted(NumberText.count(first.size()));
        return "%s The %s are too few: %s. %s"
                .formatted(
                        needs,
                        Wording.uncapitalised(first.shortName()),
                        shown,
                        usual.fits(all)
                                ? "Test one offer on halves of all %s, and look at the segment within."
                                        .formatted(NumberText.count(all))
                                : "All %s are too few as well: collect answers over several rounds."
                                        .formatted(NumberText.count(all)));
    }
}
