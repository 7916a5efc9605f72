package segmentation.evaluation;

/**
 * What a mean bootstrap Jaccard similarity says about a segment.
 *
 * <p>The bounds are those of the R package fpc (Hennig, Cluster-wise assessment of cluster stability, 2007).
 */
public enum StabilityBand {
    /** Below .60: not to be trusted as a group. */
    UNSTABLE("unstable", 0),
    /** From .60: a pattern, but which customers belong to it is in doubt. */
    DOUBTFUL("doubtful", 0.60),
    /** From .75: a valid, stable segment. */
    STABLE("stable", 0.75),
    /** From .85: highly stable. */
    HIGHLY_STABLE("highly stable", 0.85);

    /** A mean of many figures may miss a bound by so much through rounding alone. */
    private static final double ROUNDING = 1e-12;

    private final String label;
    private final double from;

    StabilityBand(String label, double from) {
        this.label = label;
        this.from = from;
    }

    /**
     * Returns the band of a mean Jaccard similarity in [0, 1]; a bound belongs to the band above it.
     *
     * @throws IllegalArgumentException where the similarity is NaN or not from 0 to 1
     */
    public static StabilityBand of(double jaccard) {
        if (!(jaccard >= 0 && jaccard <= 1 + ROUNDING)) {
            throw new IllegalArgumentException("A Jaccard similarity is from 0 to 1, got " + jaccard);
        }
        StabilityBand found = UNSTABLE;
        for (StabilityBand band : values()) {
            found = jaccard >= band.from - ROUNDING ? band : found;
        }
        return found;
    }

    /** Returns the words to show, such as {@code highly stable}. */
    public String label() {
        return label;
    }

    /** Returns the least similarity in the band. */
    public double from() {
        return from;
    }
}
