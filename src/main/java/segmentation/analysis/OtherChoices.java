package segmentation.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;
import segmentation.evaluation.Sensitivity;
import segmentation.features.FeatureMatrix;
import segmentation.features.OutlierLimits;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;
import segmentation.model.KMeansModel;
import segmentation.model.KMeansOptions;

/** What can be prepared otherwise of any customers: another scaling, no outliers. */
final class OtherChoices {
    private static final double FAR_OUT = 3;

    private OtherChoices() {}

    static Sensitivity of(PreparedCustomers prepared, KMeansModel model, KMeansOptions options) {
        Preprocessing chosen = prepared.preparation();
        ScalingMethod other = chosen.method() == ScalingMethod.MINMAX ? ScalingMethod.ZSCORE : ScalingMethod.MINMAX;
        FeatureMatrix scaled = scaled(prepared, prepared.raw(), other);
        Sensitivity tried = Sensitivity.of(prepared.matrix(), model, options).with("scaled by " + other.word(), scaled);
        return withoutFarOut(tried, prepared);
    }

    private static FeatureMatrix scaled(PreparedCustomers prepared, FeatureMatrix raw, ScalingMethod method) {
        Preprocessing fitted = Preprocessing.fit(raw, prepared.preparation().logged(), method);
        return prepared.weights().appliedTo(fitted).apply(raw);
    }

    private static Sensitivity withoutFarOut(Sensitivity tried, PreparedCustomers prepared) {
        FeatureMatrix raw = prepared.raw();
        ScalingMethod method = prepared.preparation().method();
        OutlierLimits limits = OutlierLimits.fit(raw, FAR_OUT);
        int[] kept = IntStream.range(0, raw.rows())
                .filter(row -> limits.reason(raw.row(row)).isEmpty())
                .toArray();
        if (kept.length == raw.rows() || kept.length == 0 || method == ScalingMethod.ROBUST) {
            return tried;
        }
        FeatureMatrix rest = FeatureMatrix.ofRows(
                raw.features(), Arrays.stream(kept).mapToObj(raw::row).toArray(double[][]::new));
        return tried.with(
                "without %d customers far out".formatted(raw.rows() - kept.length),
                scaled(prepared, rest, method),
                kept);
    }
}
