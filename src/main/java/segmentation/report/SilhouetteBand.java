package segmentation.report;

/**
 * What a mean silhouette is usually taken to mean, said without a word of statistics.
 *
 * <p>Source: Kaufman and Rousseeuw, Finding Groups in Data, 1990, table 4 of chapter 2. Each band holds from its lower
 * bound up, the bound excluded, after rounding to the three decimals that are shown. A convention, not a test.
 */
enum SilhouetteBand {
    STRONG(.70, "It lies far from its neighbours."),
    REASONABLE(.50, "It lies apart from its neighbours."),
    WEAK(.25, "It borders on its neighbours; some customers could be in either."),
    NONE(Double.NEGATIVE_INFINITY, "It runs into its neighbours; many customers could be in either.");

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

    String plainWords() {
        return words;
    }
}
