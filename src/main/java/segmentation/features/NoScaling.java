package segmentation.features;

/** Scaling that leaves features in their original units; right where their spreads are alike. */
public record NoScaling() implements Scaling {

    @Override
    public String name() {
        return "none";
    }

    @Override
    public FeatureMatrix apply(FeatureMatrix matrix) {
        return matrix;
    }

    @Override
    public double[] invert(double[] scaled) {
        return scaled.clone();
    }

    @Override
    public double[] centres() {
        return new double[0];
    }

    @Override
    public double[] spreads() {
        return new double[0];
    }
}
