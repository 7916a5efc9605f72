package segmentation.evaluation;

/** The gap statistic over k = 1..kMax. */
public final class GapStatistic {
    private final GapReference reference;
    private final double[] gaps;
    private final double[] standardErrors;

    private GapStatistic(GapReference reference, double[] gaps, double[] standardErrors) {
        this.reference = reference;
        this.gaps = gaps;
        this.standardErrors = standardErrors;
    }

    /** Returns the statistic from figures for k = 1, 2, …, as from somebody else's report. */
    public static GapStatistic ofFigures(GapReference reference, double[] gaps, double[] standardErrors) {
        return new GapStatistic(reference, gaps.clone(), standardErrors.clone());
    }

    /** Returns what the reference data was drawn from. */
    public GapReference reference() {
        return reference;
    }

    /** Returns the largest k. */
    public int kMax() {
        return gaps.length;
    }

    /** Returns the gap at k: mean log WCSS of the reference data less that of the data; higher is better. */
    public double gap(int k) {
        return gaps[k - 1];
    }

    /** Returns the standard error of the gap at k, with the simulation error included; ≥ 0. */
    public double standardError(int k) {
        return standardErrors[k - 1];
    }

    /** Returns Tibshirani's k: the least whose gap is at least the next one less its standard error; kMax if none. */
    public int k() {
        for (int k = 1; k < kMax(); k++) {
            if (gap(k) >= gap(k + 1) - standardError(k + 1)) {
                return k;
            }
        }
        return kMax();
    }
}
