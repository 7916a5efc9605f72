package segmentation.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import segmentation.data.AdviceRule;
import segmentation.data.Figures;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.GroupVerdict;
import segmentation.evaluation.KRecommendation;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.NullComparison;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.plot.Wording;
import segmentation.profile.Contrasts;
import segmentation.profile.SegmentProfile;
import segmentation.profile.SegmentProfiles;
import segmentation.report.ReportDocument.Card;

/** What the figures say, in sentences; each carries the figure it rests on. */
public final class Narrative {
    private final KSelection selection;
    private final Silhouette silhouette;
    private final SegmentProfiles profiles;
    private final List<AdviceRule> catalogue;
    private final Optional<Evidence> evidence;
    private final Optional<Contrasts> contrasts;

    private Narrative(
            KSelection selection,
            Silhouette silhouette,
            SegmentProfiles profiles,
            List<AdviceRule> catalogue,
            Optional<Evidence> evidence,
            Optional<Contrasts> contrasts) {
        this.selection = selection;
        this.silhouette = silhouette;
        this.profiles = profiles;
        this.catalogue = catalogue;
        this.evidence = evidence;
        this.contrasts = contrasts;
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
        return new Narrative(
                selection, silhouette, profiles, List.copyOf(catalogue), Optional.empty(), Optional.empty());
    }

    /** Returns the story with what is known of whether the groups are real, both about the chosen segmentation. */
    public Narrative withEvidence(ClusterStability stability, NullComparison comparison) {
        return new Narrative(
                selection,
                silhouette,
                profiles,
                catalogue,
                Optional.of(new Evidence(stability, comparison)),
                contrasts);
    }

    /** Returns the story with how each segment differs from all customers. */
    public Narrative withContrasts(Contrasts known) {
        return new Narrative(selection, silhouette, profiles, catalogue, evidence, Optional.of(known));
    }

    private record Evidence(ClusterStability stability, NullComparison comparison) {
        private GroupVerdict verdict() {
            return comparison.verdict(stability);
        }
    }

    /** Returns what a hurried reader takes away: one sentence, and one on whether the groups are real where that is known. */
    public String answer() {
        SegmentProfile largest = profiles.segments().stream()
                .max(Comparator.comparingInt(SegmentProfile::size)
                        .thenComparing(
                                Comparator.comparingInt(SegmentProfile::number).reversed()))
                .orElseThrow();
        long equal = profiles.segments().stream()
                .filter(segment -> segment.size() == largest.size())
                .count();
        return "%s customers form %d segments by %s; %s, %s, holds %s of them (%s).%s"
                .formatted(
                        Figures.count(silhouette.labels().length),
                        profiles.segments().size(),
                        Wording.list(features(Feature::noun)),
                        equal == 1 ? "the largest" : "one of the largest",
                        Wording.uncapitalised(largest.name()),
                        Figures.count(largest.size()),
                        Figures.percent(largest.share()),
                        evidence.map(known -> verdict(known.verdict())).orElse(""));
    }

    private static String verdict(GroupVerdict verdict) {
        return switch (verdict) {
            case CLEAR -> " Every segment comes back in resamples, and shuffled data does clearly worse.";
            case WEAK -> " The groups are weak.";
            case NONE -> " They are a convenient partition, not natural groups.";
        };
    }

    /** Returns how k was chosen: which criteria point to it, and which elsewhere. */
    public String choice() {
        int k = profiles.segments().size();
        KRecommendation recommendation = selection.recommendation();
        String tried = "k = 1 to %d were tried. ".formatted(selection.kMax());
        return tried + recommendation.sentence() + " " + used(k, recommendation);
    }

    private static String used(int k, KRecommendation recommendation) {
        if (k == recommendation.k()) {
            return "The k = %d used here is the one with most votes.".formatted(k);
        }
        long votes =
                recommendation.votes().stream().filter(vote -> vote.isFor(k)).count();
        return "The k = %d used here has %s; it is a choice of the business."
                .formatted(k, votes == 0 ? "no vote" : Wording.count((int) votes, "vote"));
    }

    /** Returns whether the groups are real, in plain words with the figures behind it. */
    public String reality() {
        return evidence.map(known -> known.comparison().sentence(known.stability()))
                .orElse("Whether shuffled data would do as well, and whether the segments come back in another sample,"
                        + " was not computed.");
    }

    /** Returns how well the segments are separated. */
    public String separation() {
        SegmentProfile weakest = profiles.segments().stream()
                .min(Comparator.comparing((SegmentProfile segment) -> segment.size() == 1)
                        .thenComparing(SegmentProfile::silhouette))
                .orElseThrow();
        return ("The mean silhouette is %s on a scale from −1 to 1%s. The weakest segment is %s with %s."
                        + " %s of %s customers %s nearer, on average, to another segment than to %s own.")
                .formatted(
                        score(silhouette.mean()),
                        basis(),
                        Wording.uncapitalised(weakest.name()),
                        score(weakest.silhouette()),
                        Figures.count(silhouette.misplaced()),
                        Figures.count(silhouette.scored()),
                        silhouette.misplaced() == 1 ? "is" : "are",
                        silhouette.misplaced() == 1 ? "its" : "their");
    }

    private String basis() {
        return silhouette.isExact()
                ? ""
                : " (%s, standard error %s)"
                        .formatted(silhouette.basis(), Figures.fixed(silhouette.standardError(), 4));
    }

    /** Returns how the segments were made, so that somebody else can make them again. */
    public String method() {
        return MethodText.of(
                Wording.list(features(feature -> Wording.uncapitalised(feature.label()))),
                selection.options(),
                silhouette,
                evidence.map(known -> MethodText.tests(known.stability(), known.comparison())));
    }

    /** Returns a card for each segment: who they are, what to do, how to tell whether it works. */
    public List<Card> cards() {
        return profiles.segments().stream()
                .map(segment ->
                        SegmentCard.of(segment, profiles, catalogue, evidence.map(Evidence::stability), contrasts))
                .toList();
    }

    /** Returns the cards to show in a notebook. */
    public Story story() {
        return Story.of(cards());
    }

    /** Writes a silhouette as all sentences do. */
    static String score(double silhouette) {
        return Figures.signed(Figures.fixed(silhouette, 3));
    }

    private List<String> features(Function<Feature, String> words) {
        return selection.model(1).features().stream().map(words).toList();
    }
}
