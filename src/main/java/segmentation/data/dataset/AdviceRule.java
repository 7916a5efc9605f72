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
 */
public record AdviceRule(Map<String, String> when, String who, String action, String measure, String wrongIf) {

    /** Copies the map. */
    public AdviceRule {
        when = Map.copyOf(when);
    }
}
