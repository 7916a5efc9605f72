package segmentation.app;

import java.util.Arrays;
import java.util.stream.IntStream;
import segmentation.evaluation.Sensitivity;
import segmentation.features.FeatureMatrix;
import segmentation.features.OutlierLimits;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

/** What can be tried otherwise on any file: another scaling, no outliers, other seeds, one segment more or less. */
final class FitSensitivity {
    private static final double FAR_OUT = 3;

    private FitSensitivity() {}

    static Sensitivity of(UsedCustomers used, KMeansModel model, KMeansOptions options) {
        Preprocessing chosen = used.preparation();
        ScalingMethod other = chosen.method() == ScalingMethod.MINMAX ? ScalingMethod.ZSCORE : ScalingMethod.MINMAX;
        FeatureMatrix scaled =
                Preprocessing.fit(used.raw(), chosen.logged(), other).apply(used.raw());
        Sensitivity sensitivity =
                Sensitivity.of(used.matrix(), model, options).with("scaled by " + other.word(), scaled);
        return withoutOutliers(sensitivity, used).withOtherSeeds().withNeighbouringK();
    }

    private static Sensitivity withoutOutliers(Sensitivity sensitivity, UsedCustomers used) {
        FeatureMatrix raw = used.raw();
        OutlierLimits limits = OutlierLimits.fit(raw, FAR_OUT);
        int[] kept = IntStream.range(0, raw.rows())
                .filter(row -> limits.reason(raw.row(row)).isEmpty())
                .toArray();
        if (kept.length == raw.rows() || kept.length == 0) {
            return sensitivity;
        }
        FeatureMatrix rest = FeatureMatrix.ofRows(
                raw.features(), Arrays.stream(kept).mapToObj(raw::row).toArray(double[][]::new));
        Preprocessing chosen = used.preparation();
        return chosen.method() == ScalingMethod.ROBUST
                ? sensitivity
                : sensitivity.with(
                        "without %d customers far out".formatted(raw.rows() - kept.length),
                        Preprocessing.fit(rest, chosen.logged(), chosen.method())
                                .apply(rest),
                        kept);
    }
}
