package segmentation.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.analysis.Evidence;
import segmentation.data.dataset.AdviceRule;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.GroupVerdict;
import segmentation.features.Feature;
import segmentation.profile.Contrasts;
import segmentation.profile.SegmentProfile;
import segmentation.profile.SegmentProfile.FeatureFigures;
import segmentation.profile.SegmentProfiles;
import segmentation.report.ReportDocument.Card;
import segmentation.report.ReportDocument.Point;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/** The card of a segment: who they are in figures, what to do, how to tell whether it works, how sure we are. */
final class SegmentCard {
    private static final int MOST_FEATURES = 6;

    private SegmentCard() {}

    /** Returns the card of one of the segments, with the advice that fits it. */
    static Card of(
            SegmentProfile segment,
            SegmentProfiles profiles,
            List<AdviceRule> catalogue,
            Evidence evidence,
            Optional<Contrasts> contrasts,
            Prospects prospects) {
        Optional<AdviceRule> advice = catalogue.isEmpty() ? Optional.empty() : Optional.of(segment.advice(catalogue));
        return new Card(
                segment.number(),
                "%s (%s)".formatted(segment.shortName(), Wording.uncapitalised(segment.name())),
                "%s (%s)%s.%s"
                        .formatted(
                                Wording.count(segment.size(), "customer"),
                                NumberText.percent(segment.share()),
                                figures(segment, profiles),
                                advice.map(known -> " " + known.who()).orElse("")),
                Stream.of(
                                contrasts.stream().map(known -> Explanation.ofSegment(known, segment.number())),
                                evidence.verdict()
                                                .filter(GroupVerdict.NONE::equals)
                                                .isPresent()
                                        ? Stream.of(
                                                new Point(
                                                        "What to do",
                                                        "Nothing of their own: they are a part of one crowd, no natural group."))
                                        : plan(segment, advice, prospects),
                                Stream.of(new Point(
                                        "How sure we are",
                                        stability(segment, evidence.stability()) + separation(segment))))
                        .flatMap(points -> points)
                        .toList());
    }

    private static Stream<Point> plan(SegmentProfile segment, Optional<AdviceRule> advice, Prospects prospects) {
        return Stream.concat(
                advice.map(known -> points(segment, known)).orElseGet(() -> withoutAdvice(segment)),
                Stream.of(
                        new Point("Budget", prospects.cost(segment)),
                        new Point("How large a test", Prospects.testOf(segment))));
    }

    /** Returns the figures of each feature; of very many none, as the table of the segments has them. */
    private static String figures(SegmentProfile segment, SegmentProfiles profiles) {
        if (segment.figures().size() > MOST_FEATURES) {
            return "";
        }
        return IntStream.range(0, segment.figures().size())
                .mapToObj(j -> figure(segment.figures().get(j), profiles.range(j)))
                .collect(Collectors.joining("; ", ": ", ""));
    }

    private static Stream<Point> points(SegmentProfile segment, AdviceRule advice) {
        return Stream.of(
                        new Point("What to do", advice.action()),
                        new Point("Where", advice.plan().channel()),
                        new Point("When", advice.plan().timing()),
                        new Point(
                                "How to measure it",
                                "%s %s".formatted(advice.measure(), Prospects.comparedWith(segment))),
                        new Point("When to stop", advice.plan().stop()),
                        new Point("What would prove us wrong", advice.wrongIf()))
                .filter(point -> !point.text().isEmpty());
    }

    /** Says what to do next where nothing is known of the file but its figures. */
    private static Stream<Point> withoutAdvice(SegmentProfile segment) {
        return Stream.of(
                new Point(
                        "What to do",
                        ("No advice is known for this file. Ask somebody who knows these customers what lies behind %s;"
                                        + " then try one offer.")
                                .formatted(Wording.uncapitalised(segment.name()))),
                new Point("How to measure it", "Share who answer. " + Prospects.comparedWith(segment)));
    }

    private static String figure(FeatureFigures figures, double range) {
        Feature feature = figures.feature();
        return "%s %s (%s to %s)"
                .formatted(
                        Wording.mean(feature.noun()),
                        (written(feature, range, figures.mean()) + " " + feature.unit()).strip(),
                        bound(feature, range, figures.least()),
                        bound(feature, range, figures.most()));
    }

    private static String bound(Feature feature, double range, double value) {
        String figure = written(feature, range, value);
        return value == Math.rint(value) && figure.contains(".")
                ? NumberText.signed(NumberText.fixed(value, 0))
                : figure;
    }

    private static String written(Feature feature, double range, double value) {
        return NumberText.signed(NumberText.within(feature.noun(), range, value));
    }

    private static String stability(SegmentProfile segment, Optional<ClusterStability> stability) {
        return stability
                .map(known -> "In samples drawn anew it is %s. "
                        .formatted(known.band(segment.number()).label()))
                .orElse("");
    }

    private static String separation(SegmentProfile segment) {
        return segment.size() == 1
                ? "One customer is no group."
                : SilhouetteBand.of(segment.silhouette()).plainWords();
    }

    /**
     * What a mean silhouette is usually taken to mean, said without a word of statistics.
     *
     * <p>Source: Kaufman and Rousseeuw, Finding Groups in Data, 1990, table 4 of chapter 2. Each band holds from its lower
     * bound up, the bound excluded, after rounding to the three decimals that are shown. A convention, not a test.
     */
    private enum SilhouetteBand {
        STRONG(.70, "It lies far from its neighbours."),
        REASONABLE(.50, "It lies apart from its neighbours."),
        WEAK(.25, "It borders on its neighbours; some customers could be in either."),
        NONE(Double.NEGATIVE_INFINITY, "It runs into its neighbours; many customers could be in either.");

        private final double above;
        private final String words;

        SilhouetteBand(double above, String words) {
            this.above = above;
            this.words = words;
        }

        static SilhouetteBand of(double silhouette) {
            for (SilhouetteBand band : values()) {
                if (Math.rint(1000 * silhouette) / 1000 > band.above) {
                    return band;
                }
            }
            return NONE;
        }

        String plainWords() {
            return words;
        }
    }
}
