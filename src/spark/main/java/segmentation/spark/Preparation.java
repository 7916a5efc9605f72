package segmentation.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import segmentation.features.Feature;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;

/** A {@link Preprocessing} as it is sent to other processes: it computes the same bits there. */
final class Preparation implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final String[][] features;
    private final String[] logged;
    private final ScalingMethod method;
    private final double[] centres;
    private final double[] spreads;

    private Preparation(
            List<Feature> features, Set<String> logged, ScalingMethod method, double[] centres, double[] spreads) {
        this.features = features.stream()
                .map(feature -> new String[] {feature.name(), feature.unit(), feature.noun(), feature.column()})
                .toArray(String[][]::new);
        this.logged = logged.stream().sorted().toArray(String[]::new);
        this.method = method;
        this.centres = centres;
        this.spreads = spreads;
    }

    /** Takes the parts of a preprocessing. */
    static Preparation of(Preprocessing known) {
        return new Preparation(known.features(), known.logged(), known.method(), known.centres(), known.spreads());
    }

    /** Takes the logarithms alone. */
    static Preparation ofLogarithms(List<Feature> features, Set<String> logged) {
        return new Preparation(features, logged, ScalingMethod.NONE, new double[0], new double[0]);
    }

    /** Returns the features, in original units. */
    List<Feature> features() {
        List<Feature> known = new ArrayList<>();
        for (String[] parts : features) {
            known.add(new Feature(parts[0], parts[1], parts[2], parts[3]));
        }
        return known;
    }

    /** Returns the preprocessing. */
    Preprocessing preprocessing() {
        return Preprocessing.of(features(), Set.of(logged), method, centres, spreads);
    }

    /** Prepares rows that are in original units. */
    static FeatureBlocks applied(Preprocessing known, FeatureBlocks raw) {
        return known.apply(FeatureMatrix.of(known.features(), raw.rows(), raw::at))
                .blocks();
    }
}
