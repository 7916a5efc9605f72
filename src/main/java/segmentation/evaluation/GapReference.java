package segmentation.evaluation;

/** How the gap statistic draws data without groups; both are in Tibshirani, Walther and Hastie 2001. */
public enum GapReference {
    /** Each feature uniform over its own range. */
    UNIFORM_BOX("uniform box"),
    /** Uniform over a box along the principal components, turned back: it keeps the data's correlations. */
    PCA_BOX("PCA box");

    private final String label;

    GapReference(String label) {
        this.label = label;
    }

    /** Returns the name to show, such as {@code PCA box}. */
    public String label() {
        return label;
    }
}
