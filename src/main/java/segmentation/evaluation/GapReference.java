package segmentation.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;
import segmentation.features.PrincipalComponents;

/**
 * How the gap statistic draws data without groups: uniform over a box as large as the data.
 *
 * <p>Both are in Tibshirani, Walther and Hastie, Estimating the number of clusters in a data set via the gap statistic,
 * Journal of the Royal Statistical Society B 63(2), 2001.
 */
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

    /** Returns the lengths of the box's sides; WCSS does not depend on where the box lies or how it is turned. */
    double[] sides(FeatureMatrix matrix) {
        FeatureMatrix along = this == PCA_BOX ? PrincipalComponents.fit(matrix).scores() : matrix;
        return IntStream.range(0, along.columns())
                .mapToObj(along::column)
                .mapToDouble(column -> Arrays.stream(column).max().orElseThrow()
                        - Arrays.stream(column).min().orElseThrow())
                .toArray();
    }
}
