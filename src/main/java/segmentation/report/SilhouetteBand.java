package segmentation.report;

/**
 * What a mean silhouette is usually taken to mean.
 *
 * <p>Source: Kaufman and Rousseeuw, Finding Groups in Data, 1990, table 4 of chapter 2. Each band holds from its lower
 * bound up, the bound excluded, after rounding to the three decimals that are shown. A convention, not a test.
 */
enum SilhouetteBand {
    STRONG(.70, "a strong structure"),
    REASONABLE(.50, "a reasonable structure"),
    WEAK(.25, "a weak structure"),
    NONE(Double.NEGATIVE_INFINITY, "no substantial structure");

    private final double above;
    private final String words;

    SilhouetteBand(double above, String words) {
        this.above = above;
        this.words = words;
    }

    static SilhouetteBand of(double silhouette) {
        for (SilhouetteBand band : values()) {
            if (Math.rint(1000 * silhouette) / 1000 > band.above) {
                return band;
            }
        }
        return NONE;
    }

    String words() {
        return words;
    }
}
