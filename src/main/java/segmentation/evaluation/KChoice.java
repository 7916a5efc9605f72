package segmentation.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The k of at least 2 to go on with, by a stated rule (decision 17).
 *
 * <p>The one that most voices are for wins. Where the groups are not clear there, but are at another k that some voice is
 * for, with gaps that are deep for any number of customers, that one is taken, of several the one with the deepest: what is
 * seen goes before what is counted. Where there are no groups at the winner, or more voices are for one group than for any
 * division, it is a convenient cut: the smallest k that is stable, so that either one half of the customers foretells the
 * segments of the other ({@link PredictionStrength}), or, up to {@value KSelection#MOST_PIECES} pieces, all of them come back
 * in resamples ({@link StabilityBand#STABLE}); where none is, of 2 to {@value KSelection#MOST_PIECES} the k with the highest
 * mean silhouette.
 *
 * @param k the number of segments to go on with
 * @param ground why this one
 * @param recommendation what the voices say, where k = 1 means no division
 * @param ofWinner the verdict at the recommended k; empty where that is 1, or verdicts were not computed
 * @param verdict the verdict at k; empty where it was not computed
 */
public record KChoice(
        int k,
        Ground ground,
        KRecommendation recommendation,
        Optional<GroupVerdict> ofWinner,
        Optional<GroupVerdict> verdict) {

    /** Why a k is taken. */
    public enum Ground {
        /** Most voices are for it. */
        VOICES,
        /** Its groups are clear, and those of the k with most voices are not. */
        CLEAR,
        /** No division is called for; this is the smallest that one half of the customers foretells for the other. */
        FORETOLD,
        /** No division is called for; this is the smallest whose segments all come back in resamples. */
        STABLE,
        /** No division is called for and none is stable; of a few pieces these have the highest mean silhouette. */
        PIECES;

        /** Says whether the k is a cut for convenience, which nothing in the data asks for. */
        public boolean isConvenience() {
            return this == FORETOLD || this == STABLE || this == PIECES;
        }
    }

    /** Returns the choice by voices alone, where verdicts are not computed. */
    public static KChoice ofVoices(KSelection selection) {
        KRecommendation recommendation = selection.recommendation();
        int k = selection.bestByVotes();
        Ground ground =
                k == recommendation.k() ? Ground.VOICES : selection.isForetold(k) ? Ground.FORETOLD : Ground.PIECES;
        return new KChoice(k, ground, recommendation, Optional.empty(), Optional.empty());
    }

    /** Returns the choice by voices and verdicts; by voices alone where fewer than two features vary. */
    public static KChoice of(KSelection selection, SweptGroups groups) {
        KRecommendation recommendation = selection.recommendation();
        int winner = recommendation.k();
        Optional<GroupVerdict> ofWinner = winner == 1 ? Optional.empty() : groups.likelyVerdict(winner);
        if (winner > 1 && ofWinner.isEmpty()) {
            return ofVoices(selection);
        }
        if (ofWinner.filter(GroupVerdict.CLEAR::equals).isPresent()) {
            return winner(recommendation, groups);
        }
        Optional<Integer> clear = others(selection, recommendation).stream()
                .sorted(Comparator.comparingDouble(k -> groups.borders(k).mean()))
                .filter(groups::areClear)
                .findFirst();
        if (clear.isPresent()) {
            return new KChoice(clear.get(), Ground.CLEAR, recommendation, ofWinner, groups.verdict(clear.get()));
        }
        if (ofWinner.filter(GroupVerdict.WEAK::equals).isPresent()) {
            return winner(recommendation, groups);
        }
        return convenient(selection, groups, recommendation, ofWinner);
    }

    /**
     * Returns the choice with the verdict that is reported at its k; the same where none is. It rests on more resamples, and may
     * rest on more customers, than the one that k was chosen by, so that it may be another.
     */
    public KChoice reported(Optional<GroupVerdict> verdictAtK) {
        return verdictAtK.isEmpty() ? this : new KChoice(k, ground, recommendation, ofWinner, verdictAtK);
    }

    private static KChoice winner(KRecommendation recommendation, SweptGroups groups) {
        Optional<GroupVerdict> verdict = groups.verdict(recommendation.k());
        return new KChoice(recommendation.k(), Ground.VOICES, recommendation, verdict, verdict);
    }

    /** Returns the other k from 2 that some voice is for, those with more voices first, as the recommendation orders them. */
    private static List<Integer> others(KSelection selection, KRecommendation recommendation) {
        List<KVote> votes = recommendation.votes();
        return IntStream.rangeClosed(2, selection.kMax())
                .boxed()
                .filter(k -> k != recommendation.k() && KRecommendation.voicesFor(votes, k) > 0)
                .sorted(Comparator.<Integer>comparingDouble(k -> -KRecommendation.voicesFor(votes, k))
                        .thenComparing(k -> -selection.silhouette(k)))
                .toList();
    }

    private static KChoice convenient(
            KSelection selection, SweptGroups groups, KRecommendation recommendation, Optional<GroupVerdict> ofWinner) {
        for (int k = 2; k <= selection.kMax(); k++) {
            boolean foretold = selection.isForetold(k);
            if (foretold || k <= KSelection.MOST_PIECES && groups.areStable(k)) {
                Ground ground = foretold ? Ground.FORETOLD : Ground.STABLE;
                return new KChoice(k, ground, recommendation, ofWinner, groups.verdict(k));
            }
        }
        int pieces = selection.fewPieces();
        return new KChoice(pieces, Ground.PIECES, recommendation, ofWinner, groups.verdict(pieces));
    }

    /** Says in one to three sentences why this k is used, after what the voices say. */
    public String sentence() {
        return switch (ground) {
            case VOICES ->
                recommendation.tied().isEmpty()
                        ? "The k = %d used here is the one with most voices.".formatted(k)
                        : "The k = %d used here is the one of these with the highest mean silhouette.".formatted(k);
            case CLEAR ->
                "%s At k = %d they %s"
                        .formatted(ofWinner.isEmpty() ? "These voices see no groups." : atWinner(), k, clear());
            case FORETOLD, STABLE, PIECES -> "%s The k = %d used here is %s".formatted(atWinner(), k, cut());
        };
    }

    private String atWinner() {
        return ofWinner.map(known -> known == GroupVerdict.NONE
                        ? "At k = %d there are no natural groups.".formatted(recommendation.k())
                        : "At k = %d the groups are weak.".formatted(recommendation.k()))
                .orElse("So no number of segments is called for.");
    }

    private String clear() {
        return verdict.filter(known -> known != GroupVerdict.CLEAR)
                .map(known ->
                        ("looked clear while k was chosen, by fewer resamples or a sample of the customers, so it is used;"
                                        + " the verdict on all of them is %s.")
                                .formatted(known.label()))
                .orElse("are clear, so it is used: what is seen goes before what is counted.");
    }

    private String cut() {
        String why = switch (ground) {
            case FORETOLD -> "the smallest that one half of the customers foretells for the other";
            case STABLE -> "the smallest whose segments all come back in resamples";
            default -> "the one of 2 to %d with the highest mean silhouette".formatted(KSelection.MOST_PIECES);
        };
        return verdict.isEmpty() || verdict.get() == GroupVerdict.NONE
                ? "a convenient cut, %s; any other number would do.".formatted(why)
                : "%s; its groups are %s.".formatted(why, verdict.get().label());
    }
}
