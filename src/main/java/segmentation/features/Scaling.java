package segmentation.features;

/** A way to bring features to comparable scales before distances are measured, and back to original units after. */
public sealed interface Scaling permits NoScaling, Standardizer, MinMaxScaler, RobustScaler {

    /** Returns a short name for reports, such as {@code z-score}. */
    String name();

    /** Returns the matrix in scaled units; needs as many features as the scaling was fitted on. */
    FeatureMatrix apply(FeatureMatrix matrix);

    /** Returns one row of d scaled values in original units; the inverse of {@link #apply}. */
    double[] invert(double[] scaled);
}
