package segmentation.features;

/** A way to bring features to comparable scales before distances are measured, and back to original units after. */
public sealed interface Scaling permits NoScaling, Standardizer, MinMaxScaler, RobustScaler {

    /** Returns a short name for reports, such as {@code z-score}. */
    String name();

    /** Returns the matrix in scaled units; needs as many features as the scaling was fitted on. */
    FeatureMatrix apply(FeatureMatrix matrix);

    /** Returns one row of d scaled values in original units; the inverse of {@link #apply}. */
    double[] invert(double[] scaled);

    /** Returns a copy of the d numbers that are taken off, in original units; none where features are left as they are. */
    double[] centres();

    /**
     * Returns a copy of the d numbers that are then divided by, in original units, each ≥ 0; none where features are left
     * as they are. 0 for a constant feature, up to rounding, which becomes 0 everywhere.
     */
    double[] spreads();
}
