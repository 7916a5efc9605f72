package segmentation.report;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import segmentation.data.AdviceRule;
import segmentation.data.Figures;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.model.KMeansOptions;
import segmentation.plot.Wording;
import segmentation.profile.SegmentProfile;
import segmentation.profile.SegmentProfiles;
import segmentation.report.ReportDocument.Card;

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
        long equal = profiles.segments().stream()
                .filter(segment -> segment.size() == largest.size())
                .count();
        return "%s customers form %d segments by %s; %s, %s, holds %s of them (%s)."
                .formatted(
                        Figures.count(silhouette.labels().length),
                        profiles.segments().size(),
                        Wording.list(features(Feature::noun)),
                        equal == 1 ? "the largest" : "one of the largest",
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
                .min(Comparator.comparing((SegmentProfile segment) -> segment.size() == 1)
                        .thenComparing(SegmentProfile::silhouette))
                .orElseThrow();
        return ("The mean silhouette is %s on a scale from −1 to 1. The weakest segment is %s with %s."
                        + " %s of %s customers %s nearer, on average, to another segment than to %s own.")
                .formatted(
                        score(silhouette.mean()),
                        uncapitalised(weakest.name()),
                        score(weakest.silhouette()),
                        Figures.count(silhouette.misplaced()),
                        Figures.count(silhouette.labels().length),
                        silhouette.misplaced() == 1 ? "is" : "are",
                        silhouette.misplaced() == 1 ? "its" : "their");
    }

    /** Returns how the segments were made, so that somebody else can make them again. */
    public String method() {
        KMeansOptions options = selection.options();
        return ("K-Means on %s: for each k the best of %s k-means++ starts by Lloyd's algorithm with Hartigan's exchange,"
                        + " seed %d. The elbow is found by Kneedle (Satopää et al. 2011), silhouettes are exact (Rousseeuw"
                        + " 1987), their bands those of Kaufman and Rousseeuw (1990). A segment is called low or high on a"
                        + " feature where its mean lies more than half a standard deviation from that of all customers.")
                .formatted(
                        Wording.list(features(feature -> uncapitalised(feature.label()))),
                        Figures.count(options.restarts()),
                        options.seed());
    }

    /** Returns a card for each segment: who they are, what to do, how to tell whether it works. */
    public List<Card> cards() {
        return profiles.segments().stream()
                .map(segment -> SegmentCard.of(segment, profiles, catalogue))
                .toList();
    }

    /** Returns the cards to show in a notebook. */
    public Story story() {
        return Story.of(cards());
    }

    /** Writes a silhouette as all sentences do. */
    static String score(double silhouette) {
        return Wording.signed(Figures.fixed(silhouette, 3));
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
                        Figures.within(
                                selection.elbow().wcss(1), selection.elbow().wcss(k)),
                        Figures.within(
                                selection.elbow().wcss(1), selection.elbow().wcss(1)),
                        Figures.percent(
                                selection.elbow().wcss(k) / selection.elbow().wcss(1)));
    }

    private String bestSilhouette() {
        int best = selection.bestBySilhouette();
        return "The mean silhouette is highest at k = %d (%s).".formatted(best, score(selection.silhouette(best)));
    }

    private String agreement(int k) {
        boolean elbowAgrees = selection.elbow().knee().equals(OptionalInt.of(k));
        boolean silhouetteAgrees = selection.bestBySilhouette() == k;
        if (elbowAgrees && silhouetteAgrees) {
            return "Both point to the k = %d that is used here.".formatted(k);
        }
        if (silhouetteAgrees && selection.elbow().knee().isEmpty()) {
            return "The k = %d used here follows the silhouette.".formatted(k);
        }
        if (elbowAgrees || silhouetteAgrees) {
            return "The k = %d used here follows the %s; the other criterion does not agree."
                    .formatted(k, elbowAgrees ? "elbow" : "silhouette");
        }
        return "The k = %d used here follows neither; it is a choice of the business.".formatted(k);
    }

    private List<String> features(Function<Feature, String> words) {
        return selection.model(1).features().stream().map(words).toList();
    }

    private static String uncapitalised(String name) {
        // An abbreviation such as BMI stays as it is.
        if (name.length() > 1 && Character.isUpperCase(name.charAt(1))) {
            return name;
        }
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
