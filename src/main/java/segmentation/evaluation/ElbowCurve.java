package segmentation.evaluation;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import segmentation.model.KMeansModel;

/**
 * The WCSS of the best K-Means found for each k from 1 to kMax, and where the curve bends.
 *
 * <p>Lower is better, but more segments always lower it: the curve is read for its elbow, the k after which another
 * segment gains little. A clear elbow may be missing. The WCSS at k = 1 is the total sum of squares.
 */
public final class ElbowCurve {
    private final double[] wcss;
    private final Kneedle kneedle;

    private ElbowCurve(double[] wcss, Kneedle kneedle) {
        this.wcss = wcss;
        this.kneedle = kneedle;
    }

    /** Returns the curve through models for k = 1, 2, …, kMax, in that order. */
    public static ElbowCurve of(List<KMeansModel> models) {
        return ofWcss(models.stream().mapToDouble(KMeansModel::wcss).toArray());
    }

    /** Returns the curve through WCSS values for k = 1, 2, …, as from somebody else's report. */
    public static ElbowCurve ofWcss(double... wcss) {
        double[] ks = IntStream.rangeClosed(1, wcss.length).asDoubleStream().toArray();
        return new ElbowCurve(wcss.clone(), Kneedle.of(ks, wcss));
    }

    /** Returns the largest k on the curve. */
    public int kMax() {
        return wcss.length;
    }

    /** Returns the WCSS at k, in squared units of the clustered features. */
    public double wcss(int k) {
        return wcss[k - 1];
    }

    /** Returns the distance from the curve to the diagonal that Kneedle looks at, in [-1, 1]. */
    public double distance(int k) {
        return kneedle.distances()[k - 1];
    }

    /** Returns the k at the elbow by Kneedle; empty where the curve shows no clear elbow. */
    public OptionalInt knee() {
        return kneedle.knee().stream().map(position -> position + 1).findFirst();
    }
}
