package segmentation.report;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import segmentation.data.AdviceRule;
import segmentation.data.Figures;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.model.KMeansOptions;
import segmentation.profile.Recommendation;
import segmentation.profile.SegmentProfile;
import segmentation.profile.SegmentProfile.FeatureFigures;
import segmentation.profile.SegmentProfiles;
import segmentation.report.ReportDocument.Card;
import segmentation.report.ReportDocument.Point;

/** What the figures say, in sentences; each carries the figure it rests on. */
public final class Narrative {
    private final KSelection selection;
    private final Silhouette silhouette;
    private final SegmentProfiles profiles;
    private final List<AdviceRule> catalogue;

    private Narrative(
            KSelection selection, Silhouette silhouette, SegmentProfiles profiles, List<AdviceRule> catalogue) {
        this.selection = selection;
        this.silhouette = silhouette;
        this.profiles = profiles;
        this.catalogue = catalogue;
    }

    /**
     * Returns the story of a segmentation.
     *
     * @param selection the sweep that k was chosen from
     * @param silhouette the chosen segmentation's labels and scores
     * @param profiles the same segments in original units
     * @param catalogue the advice to choose from, special before general
     */
    public static Narrative of(
            KSelection selection, Silhouette silhouette, SegmentProfiles profiles, List<AdviceRule> catalogue) {
        return new Narrative(selection, silhouette, profiles, List.copyOf(catalogue));
    }

    /** Returns the one sentence a hurried reader takes away. */
    public String answer() {
        SegmentProfile largest = profiles.segments().stream()
                .max(Comparator.comparingInt(SegmentProfile::size)
                        .thenComparing(
                                Comparator.comparingInt(SegmentProfile::number).reversed()))
                .orElseThrow();
        return "%s customers form %d segments by %s; the largest, %s, holds %s of them (%s)."
                .formatted(
                        Figures.count(silhouette.labels().length),
                        profiles.segments().size(),
                        features(),
                        uncapitalised(largest.name()),
                        Figures.count(largest.size()),
                        Figures.percent(largest.share()));
    }

    /** Returns how k was chosen: what the elbow and the silhouette say, and whether they agree with the choice. */
    public String choice() {
        int k = profiles.segments().size();
        return "%s %s %s".formatted(elbow(), bestSilhouette(), agreement(k));
    }

    /** Returns how well the segments are separated. */
    public String separation() {
        SegmentProfile weakest = profiles.segments().stream()
                .min(Comparator.comparingDouble(SegmentProfile::silhouette))
                .orElseThrow();
        return ("The mean silhouette is %s on a scale from −1 to 1. The weakest segment is %s with %s."
                        + " %s of %s customers are nearer, on average, to another segment than to their own.")
                .formatted(
                        Figures.fixed(silhouette.mean(), 3),
                        uncapitalised(weakest.name()),
                        Figures.fixed(weakest.silhouette(), 3),
                        Figures.count(silhouette.misplaced()),
                        Figures.count(silhouette.labels().length));
    }

    /** Returns how the segments were made, so that somebody else can make them again. */
    public String method() {
        KMeansOptions options = selection.options();
        return ("K-Means on %s: for each k the best of %s k-means++ starts by Lloyd's algorithm with Hartigan's exchange,"
                        + " seed %d. The elbow is found by Kneedle (Satopää et al. 2011), silhouettes are exact (Rousseeuw"
                        + " 1987), their bands those of Kaufman and Rousseeuw (1990). A segment is called low or high on a"
                        + " feature where its mean lies more than half a standard deviation from that of all customers.")
                .formatted(
                        selection.model(1).features().stream()
                                .map(Feature::label)
                                .map(Narrative::uncapitalised)
                                .collect(Collectors.joining(" and ")),
                        Figures.count(options.restarts()),
                        options.seed());
    }

    /** Returns a card for each segment: who they are, what to do, how to tell whether it works. */
    public List<Card> cards() {
        return profiles.segments().stream().map(this::card).toList();
    }

    /** Returns the cards to show in a notebook. */
    public Story story() {
        return Story.of(cards());
    }

    private Card card(SegmentProfile segment) {
        AdviceRule advice = Recommendation.of(segment, catalogue);
        return new Card(
                segment.number(),
                segment.name(),
                "%s customers (%s): %s. %s"
                        .formatted(
                                Figures.count(segment.size()),
                                Figures.percent(segment.share()),
                                segment.figures().stream()
                                        .map(Narrative::figure)
                                        .collect(Collectors.joining("; ")),
                                advice.who()),
                List.of(
                        new Point("What to do", advice.action()),
                        new Point("How to measure it", advice.measure()),
                        new Point("What would prove us wrong", advice.wrongIf()),
                        new Point("How sure we are", sureness(segment))));
    }

    private static String figure(FeatureFigures figures) {
        Feature feature = figures.feature();
        return "mean %s %s (%s to %s)"
                .formatted(
                        feature.noun(),
                        (Figures.fixed(figures.mean(), 1) + " " + feature.unit()).strip(),
                        Figures.fixed(figures.least(), 0),
                        Figures.fixed(figures.most(), 0));
    }

    private static String sureness(SegmentProfile segment) {
        return "Mean silhouette %s: %s."
                .formatted(
                        Figures.fixed(segment.silhouette(), 3),
                        SilhouetteBand.of(segment.silhouette()).words());
    }

    private String elbow() {
        OptionalInt knee = selection.elbow().knee();
        if (knee.isEmpty()) {
            return "The curve of the WCSS shows no clear elbow between k = 1 and %d.".formatted(selection.kMax());
        }
        int k = knee.getAsInt();
        return "Over k = 1 to %d the curve of the WCSS bends at k = %d, where %s of the %s at k = 1 is left (%s)."
                .formatted(
                        selection.kMax(),
                        k,
                        Figures.fixed(selection.elbow().wcss(k), 1),
                        Figures.fixed(selection.elbow().wcss(1), 1),
                        Figures.percent(
                                selection.elbow().wcss(k) / selection.elbow().wcss(1)));
    }

    private String bestSilhouette() {
        int best = selection.bestBySilhouette();
        return "The mean silhouette is highest at k = %d (%s)."
                .formatted(best, Figures.fixed(selection.silhouette(best), 3));
    }

    private String agreement(int k) {
        boolean elbowAgrees = selection.elbow().knee().equals(OptionalInt.of(k));
        boolean silhouetteAgrees = selection.bestBySilhouette() == k;
        if (elbowAgrees && silhouetteAgrees) {
            return "Both point to the k = %d that is used here.".formatted(k);
        }
        if (elbowAgrees || silhouetteAgrees) {
            return "The k = %d used here follows the %s; the other criterion does not agree."
                    .formatted(k, elbowAgrees ? "elbow" : "silhouette");
        }
        return "The k = %d used here follows neither; it is a choice of the business.".formatted(k);
    }

    private String features() {
        return selection.model(1).features().stream().map(Feature::noun).collect(Collectors.joining(" and "));
    }

    private static String uncapitalised(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
