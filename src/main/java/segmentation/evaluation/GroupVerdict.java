package segmentation.evaluation;

/** Whether there are groups at all, in one word; {@link NullComparison#verdict} has the rule. */
public enum GroupVerdict {
    /** The data beats every shuffle clearly, and every segment is stable. */
    CLEAR("clear"),
    /** Between the two others. */
    WEAK("weak"),
    /** Shuffled data does as well, or the segments do not hold: a convenient partition, no natural groups. */
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
