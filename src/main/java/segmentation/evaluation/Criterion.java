package segmentation.evaluation;

import segmentation.text.NumberText;

/**
 * A criterion for the number of segments: what it is called, which direction is better, and from which k it is defined.
 *
 * <p>How each is computed, and its source, stands in the class that computes it.
 */
public enum Criterion {
    /** The elbow of the WCSS, by {@link Kneedle}; the criterion's value is the distance to the diagonal. */
    ELBOW("Elbow (Kneedle)", "elbow", true, 1),
    /** The mean {@link Silhouette}. */
    SILHOUETTE("Silhouette", "silhouette", true, 2),
    /** The variance ratio, by {@link CalinskiHarabasz}. */
    CALINSKI_HARABASZ("Calinski-Harabasz", "CH", true, 2),
    /** How alike neighbouring segments are, by {@link DaviesBouldin}. */
    DAVIES_BOULDIN("Davies-Bouldin", "DB", false, 2),
    /** The {@link GapStatistic} against {@link GapReference#UNIFORM_BOX}. */
    GAP_UNIFORM("Gap (uniform box)", "gap (box)", true, 1),
    /** The {@link GapStatistic} against {@link GapReference#PCA_BOX}. */
    GAP_PCA("Gap (PCA box)", "gap (PCA)", true, 1),
    /** The {@link BayesianInformation} criterion in the X-means form. */
    BIC("BIC (X-means)", "BIC", true, 1),
    /** The {@link PredictionStrength} of two halves for each other. */
    PREDICTION_STRENGTH("Prediction strength", "PS", true, 1);

    private final String label;
    private final String shortLabel;
    private final boolean higherIsBetter;
    private final int leastK;

    Criterion(String label, String shortLabel, boolean higherIsBetter, int leastK) {
        this.label = label;
        this.shortLabel = shortLabel;
        this.higherIsBetter = higherIsBetter;
        this.leastK = leastK;
    }

    /** Returns the name to show, such as {@code Calinski-Harabasz}. */
    public String label() {
        return label;
    }

    /** Returns the name above a narrow column, such as {@code CH}. */
    String shortLabel() {
        return shortLabel;
    }

    /**
     * Returns the criterion whose voice this one shares, itself where it has its own: both gaps ask the same of two boxes, and
     * silhouette and Davies-Bouldin both weigh spread within against distance to the next.
     */
    Criterion voice() {
        return switch (this) {
            case DAVIES_BOULDIN -> SILHOUETTE;
            case GAP_PCA -> GAP_UNIFORM;
            default -> this;
        };
    }

    /** Tells the direction: whether a higher value speaks for a k. */
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** Returns the least k that has a value: 1 or 2. */
    public int leastK() {
        return leastK;
    }

    /** Writes a value with as many digits as the criterion's scale asks for. */
    String written(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        return NumberText.signed(NumberText.fixed(value, this == CALINSKI_HARABASZ || this == BIC ? 1 : 3));
    }
}
