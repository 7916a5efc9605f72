package segmentation.data.dataset;

import java.util.Map;

/**
 * What a dataset's catalogue advises for segments of a kind.
 *
 * @param when the level asked of each feature, by the feature's title: {@code low}, {@code medium} or {@code high};
 *     empty for advice to any segment
 * @param who a description of such customers, one sentence
 * @param action what to do about them, one or two sentences
 * @param measure the figure that shows whether it works
 * @param wrongIf what would prove the advice wrong
 * @param plan how to go about it
 */
public record AdviceRule(
        Map<String, String> when, String who, String action, String measure, String wrongIf, ActionPlan plan) {

    /** Copies the map. */
    public AdviceRule {
        when = Map.copyOf(when);
    }

    /** Returns advice without a plan. */
    public AdviceRule(Map<String, String> when, String who, String action, String measure, String wrongIf) {
        this(when, who, action, measure, wrongIf, ActionPlan.NONE);
    }

    /**
     * How to go about an advice. A text is empty where the catalogue has none.
     *
     * @param decision what has to be decided, a short sentence
     * @param rank 1 for what comes first; the same for equals
     * @param channel where to reach these customers
     * @param timing when to begin, and for how long
     * @param stop when to stop
     */
    public record ActionPlan(String decision, int rank, String channel, String timing, String stop) {
        static final ActionPlan NONE = new ActionPlan("", Integer.MAX_VALUE, "", "", "");
    }
}
