package segmentation.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import segmentation.text.NumberText;

/**
 * The k that most voices are for, and what the others say.
 *
 * <p>Criteria that say nearly the same share a voice: both gaps have one, and so have silhouette and Davies-Bouldin. Where those
 * who share differ, each has its part of it. An optimum at the largest k tried is no vote (decision 17).
 *
 * @param k the recommended number of segments; 1 means that no segmentation is
 * @param votes what every criterion says
 */
public record KRecommendation(int k, List<KVote> votes) {
    /** Parts of a voice are halves, so sums that differ by less are equal. */
    private static final double SAME = 1e-9;

    /** Keeps a copy of the votes. */
    public KRecommendation {
        votes = List.copyOf(votes);
    }

    /** Returns the votes for the recommended k. */
    public List<KVote> agreeing() {
        return votes.stream().filter(vote -> vote.isFor(k)).toList();
    }

    /** Returns the votes for another k, or for none. */
    public List<KVote> dissenting() {
        return votes.stream().filter(vote -> !vote.isFor(k)).toList();
    }

    /** Tells whether more than half of the voices are for k. */
    public boolean hasMajority() {
        return 2 * voicesFor(votes, k) > voices();
    }

    /** Returns the other k, ascending, that as many voices are for; none where no voice is. */
    public List<Integer> tied() {
        double most = voicesFor(votes, k);
        return votes.stream()
                .flatMapToInt(vote -> vote.k().stream())
                .distinct()
                .sorted()
                .filter(other -> other != k && most > 0 && Math.abs(voicesFor(votes, other) - most) < SAME)
                .boxed()
                .toList();
    }

    /** Says how many voices are for k, whose, whether that is a tie, and where the others point, in two or three sentences. */
    public String sentence() {
        double most = voicesFor(votes, k);
        String agree = most == 0
                ? "No criterion points to k = %d.".formatted(k)
                : "%s of %d voices %s for k = %d: %s."
                        .formatted(written(most), voices(), most > 1 ? "are" : "is", k, names(agreeing()));
        String standing = tied().isEmpty()
                ? hasMajority() ? "" : " No k has a majority."
                : " It is a tie with k = %s."
                        .formatted(tied().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        return dissenting().isEmpty() ? agree : agree + standing + " " + others();
    }

    private String others() {
        Map<OptionalInt, List<KVote>> byK =
                dissenting().stream().collect(Collectors.groupingBy(KVote::k, LinkedHashMap::new, Collectors.toList()));
        List<String> parts = new ArrayList<>();
        byK.forEach((other, votes) -> parts.add(
                other.isPresent()
                        ? "%s to %d".formatted(names(votes), other.getAsInt())
                        : "%s to none".formatted(names(votes))));
        return "Others disagree: " + String.join("; ", parts) + ".";
    }

    private static String names(List<KVote> votes) {
        return votes.stream().map(vote -> vote.criterion().label()).collect(Collectors.joining(", "));
    }

    private static String written(double voices) {
        return NumberText.shortest(voices);
    }

    private long voices() {
        return votes.stream().map(vote -> vote.criterion().voice()).distinct().count();
    }

    /** Returns how many voices are for a k: a vote counts for one, or for its part where others who share the voice vote, too. */
    static double voicesFor(List<KVote> votes, int k) {
        return votes.stream()
                .filter(vote -> vote.isFor(k))
                .mapToDouble(vote -> 1.0 / sharing(votes, vote))
                .sum();
    }

    private static long sharing(List<KVote> votes, KVote own) {
        return votes.stream()
                .filter(vote -> vote.k().isPresent()
                        && vote.criterion().voice() == own.criterion().voice())
                .count();
    }
}
