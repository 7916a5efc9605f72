package segmentation.evaluation;

/**
 * What an adjusted Rand index of two segmentations is usually taken to mean.
 *
 * <p>Source: Steinley, Properties of the Hubert-Arabie adjusted Rand index, Psychological Methods 9, 2004. Each band
 * holds from its lower bound up, the bound excluded, after rounding to the three decimals that are shown. A convention,
 * not a test.
 */
public enum AgreementBand {
    /** Above .90. */
    EXCELLENT("excellent", .90),
    /** Above .80. */
    GOOD("good", .80),
    /** Above .65. */
    MODERATE("moderate", .65),
    /** Up to .65. */
    POOR("poor", Double.NEGATIVE_INFINITY);

    private final String label;
    private final double above;

    AgreementBand(String label, double above) {
        this.label = label;
        this.above = above;
    }

    /**
     * Returns the band of an adjusted Rand index.
     *
     * @throws IllegalArgumentException where it is NaN or above 1
     */
    public static AgreementBand of(double adjustedRand) {
        if (!(adjustedRand <= 1)) {
            throw new IllegalArgumentException("An adjusted Rand index is at most 1, got " + adjustedRand);
        }
        for (AgreementBand band : values()) {
            if (Math.rint(1000 * adjustedRand) / 1000 > band.above) {
                return band;
            }
        }
        return POOR;
    }

    /** Returns the word to show, such as {@code good}. */
    public String label() {
        return label;
    }
}
