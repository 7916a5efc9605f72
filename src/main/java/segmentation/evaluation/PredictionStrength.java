package segmentation.evaluation;

import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansOptions;

/** The prediction strength over k = 1..kMax. */
public final class PredictionStrength {
    private final double[] strengths;
    private final double[] standardErrors;

    private PredictionStrength(double[] strengths, double[] standardErrors) {
        this.strengths = strengths;
        this.standardErrors = standardErrors;
    }

    /** Computes the strength for k = 1..kMax. */
    public static PredictionStrength of(FeatureMatrix matrix, KMeansOptions options, int kMax) {
        throw new UnsupportedOperationException();
    }

    /** Returns the largest k. */
    public int kMax() {
        return strengths.length;
    }

    /** Returns the mean strength at k, in [0, 1]; 1 at k = 1. */
    public double strength(int k) {
        return strengths[k - 1];
    }

    /** Returns the standard error of the mean over divisions. */
    public double standardError(int k) {
        return standardErrors[k - 1];
    }
}
