package segmentation.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The k that most criteria point to, and what the others say.
 *
 * @param k the recommended number of segments; 1 means that no segmentation is
 * @param votes what every criterion says
 */
public record KRecommendation(int k, List<KVote> votes) {

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

    /** Tells whether more than half of the criteria point to k. */
    public boolean hasMajority() {
        return 2 * agreeing().size() > votes.size();
    }

    /** Says which criteria point to k and which elsewhere, in two or three sentences. */
    public String sentence() {
        String agree = "%d of %d criteria point to k = %d: %s."
                .formatted(agreeing().size(), votes.size(), k, names(agreeing()));
        String majority = hasMajority() ? "" : " No k has a majority.";
        return dissenting().isEmpty() ? agree : agree + majority + " " + others();
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

    static long votesFor(List<KVote> votes, int k) {
        return votes.stream().filter(vote -> vote.isFor(k)).count();
    }
}
