package segmentation.evaluation;

/** Whether there are groups at all, in one word; {@link NullComparison#verdict} has the rule. */
public enum GroupVerdict {
    /** There are gaps between the segments, and every one is stable. */
    CLEAR("clear"),
    /** Between the two others. */
    WEAK("weak"),
    /** One cloud without groups does as well, or the segments do not hold: a convenient partition, no natural groups. */
    NONE("none");

    private final String label;

    GroupVerdict(String label) {
        this.label = label;
    }

    /** Returns the word to show. */
    public String label() {
        return label;
    }
}
