package segmentation.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import segmentation.analysis.Evidence;
import segmentation.analysis.Segmentation;
import segmentation.data.dataset.AdviceRule;
import segmentation.evaluation.ClusterStability;
import segmentation.evaluation.KSelection;
import segmentation.evaluation.NullComparison;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;
import segmentation.profile.Contrasts;
import segmentation.profile.SegmentProfile;
import segmentation.profile.SegmentProfiles;
import segmentation.report.ReportDocument.Card;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/** What the figures say, in sentences; each carries the figure it rests on. */
public final class Narrative {
    private static final int MOST_NAMED = 7;

    private final Fit fit;
    private final Silhouette silhouette;
    private final SegmentProfiles profiles;
    private final List<AdviceRule> catalogue;
    private final Evidence evidence;
    private final Optional<Contrasts> contrasts;

    private Narrative(
            Fit fit,
            Silhouette silhouette,
            SegmentProfiles profiles,
            List<AdviceRule> catalogue,
            Evidence evidence,
            Optional<Contrasts> contrasts) {
        this.fit = fit;
        this.silhouette = silhouette;
        this.profiles = profiles;
        this.catalogue = catalogue;
        this.evidence = evidence;
        this.contrasts = contrasts;
    }

    /** What was clustered and how, and the sentences on how k was chosen; each k up to kMax was fitted, or k alone. */
    private record Fit(KMeansModel model, KMeansOptions options, boolean sweeps, String choice) {}

    /** Returns the story of a segmentation with all that its plan computes; without how segments differ. */
    public static Narrative of(Segmentation segmentation) {
        List<AdviceRule> catalogue =
                segmentation.prepared().customers().dataset().advice();
        SegmentProfiles profiles = segmentation.profiles();
        Evidence evidence = segmentation.evidence();
        Fit fit = new Fit(
                segmentation.model(),
                segmentation.options(),
                segmentation.plan().sweeps(),
                choice(segmentation, evidence));
        return of(fit, segmentation.silhouette(), profiles, catalogue).with(evidence);
    }

    private static String choice(Segmentation segmentation, Evidence evidence) {
        if (!segmentation.plan().sweeps()) {
            return ChoiceText.given(segmentation.k(), customers(segmentation.profiles()));
        }
        return segmentation.plan().k().isPresent()
                ? ChoiceText.of(segmentation.selection(), segmentation.k())
                : ChoiceText.of(segmentation.selection(), segmentation.choice().reported(evidence.verdict()));
    }

    /**
     * Returns the story of a segmentation.
     *
     * @param selection the sweep that k was chosen from
     * @param silhouette the chosen segmentation's labels and scores
     * @param profiles the same segments in original units
     * @param catalogue the advice to choose from, special before general; empty where none is known
     */
    public static Narrative of(
            KSelection selection, Silhouette silhouette, SegmentProfiles profiles, List<AdviceRule> catalogue) {
        return of(
                new Fit(
                        selection.model(1),
                        selection.options(),
                        true,
                        ChoiceText.of(selection, profiles.segments().size())),
                silhouette,
                profiles,
                catalogue);
    }

    /** Returns the story of a segmentation whose k was given and the only one tried; the rest as with a sweep. */
    public static Narrative ofGivenK(
            KMeansModel model,
            KMeansOptions options,
            Silhouette silhouette,
            SegmentProfiles profiles,
            List<AdviceRule> catalogue) {
        String choice = ChoiceText.given(model.k(), customers(profiles));
        return of(new Fit(model, options, false, choice), silhouette, profiles, catalogue);
    }

    private static int customers(SegmentProfiles profiles) {
        return profiles.segments().stream().mapToInt(SegmentProfile::size).sum();
    }

    private static Narrative of(Fit fit, Silhouette silhouette, SegmentProfiles profiles, List<AdviceRule> catalogue) {
        Evidence none = new Evidence(Optional.empty(), Optional.empty());
        return new Narrative(fit, silhouette, profiles, List.copyOf(catalogue), none, Optional.empty());
    }

    /** Returns the story with what is known of whether the groups are real, both about the chosen segmentation. */
    public Narrative withEvidence(ClusterStability stability, NullComparison comparison) {
        return withEvidence(Optional.of(stability), Optional.of(comparison));
    }

    /** Returns the story with what was computed of whether the groups are real; it says what was not. */
    public Narrative withEvidence(Optional<ClusterStability> stability, Optional<NullComparison> comparison) {
        return with(new Evidence(stability, comparison));
    }

    private Narrative with(Evidence known) {
        return new Narrative(fit, silhouette, profiles, catalogue, known, contrasts);
    }

    /** Returns the story with how each segment differs from all customers. */
    public Narrative withContrasts(Contrasts known) {
        return new Narrative(fit, silhouette, profiles, catalogue, evidence, Optional.of(known));
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
                        NumberText.count(customers(profiles)),
                        profiles.segments().size(),
                        by(features(Feature::noun)),
                        equal == 1 ? "the largest" : "one of the largest",
                        Wording.uncapitalised(largest.name()),
                        NumberText.count(largest.size()),
                        NumberText.percent(largest.share()),
                        evidence.answer());
    }

    /** Names the features, or counts them where nobody would read all their names. */
    private static String by(List<String> nouns) {
        return nouns.size() > MOST_NAMED ? nouns.size() + " features" : Wording.list(nouns);
    }

    /** Returns the first pages on these segments; without the customers they have no money and no question. */
    Overview overview(Optional<Subject> subject) {
        return new Overview(profiles, catalogue, evidence, contrasts, subject);
    }

    /** Returns how k was chosen: which criteria point to it, and which elsewhere. */
    public String choice() {
        return ChoiceText.withVerdict(fit.choice(), evidence.verdict());
    }

    /** Returns whether the groups are real, in plain words with the figures behind it. */
    public String reality() {
        return evidence.sentence();
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
                        NumberText.count(silhouette.misplaced()),
                        NumberText.count(silhouette.scored()),
                        silhouette.misplaced() == 1 ? "is" : "are",
                        silhouette.misplaced() == 1 ? "its" : "their");
    }

    private String basis() {
        return silhouette.isExact()
                ? ""
                : " (%s, standard error %s)"
                        .formatted(silhouette.basis(), NumberText.fixed(silhouette.standardError(), 4));
    }

    /** Returns how the segments were made, so that somebody else can make them again. */
    public String method() {
        return MethodText.of(
                Wording.list(features(feature -> Wording.uncapitalised(feature.label()))),
                MethodText.starts(fit.model(), fit.options(), fit.sweeps()),
                silhouette,
                evidence);
    }

    /** Returns a card for each segment: who they are, what to do, how to tell whether it works. */
    public List<Card> cards() {
        return cards(Optional.empty());
    }

    /** Returns the cards with what a contact costs, where that is known of the customers. */
    List<Card> cards(Optional<Subject> subject) {
        Prospects prospects = new Prospects(profiles, subject);
        return profiles.segments().stream()
                .map(segment -> SegmentCard.of(segment, profiles, catalogue, evidence, contrasts, prospects))
                .toList();
    }

    /** Returns the cards to show in a notebook. */
    public Story story() {
        return Story.of(cards());
    }

    /** Writes a silhouette as all sentences do. */
    static String score(double silhouette) {
        return NumberText.signed(NumberText.fixed(silhouette, 3));
    }

    private List<String> features(Function<Feature, String> words) {
        return fit.model().features().stream().map(words).toList();
    }
}
