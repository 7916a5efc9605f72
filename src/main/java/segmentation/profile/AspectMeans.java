package segmentation.profile;

/**
 * The means of an {@link Aspect}: of each segment, and of all customers with their standard deviation. Immutable.
 */
final class AspectMeans {
    private final Aspect aspect;
    private final double[] means;
    private final int[] unknown;
    private final double mean;
    private final double deviation;

    private AspectMeans(Aspect aspect, double[] means, int[] unknown, double mean, double deviation) {
        this.aspect = aspect;
        this.means = means;
        this.unknown = unknown;
        this.mean = mean;
        this.deviation = deviation;
    }

    /** Computes the means; NaN where nothing is known. */
    static AspectMeans of(Aspect aspect, SegmentMembers segments) {
        double[] means = new double[segments.k()];
        int[] unknown = new int[segments.k()];
        for (int i = 0; i < means.length; i++) {
            int[] members = segments.of(i + 1);
            double[] known = aspect.known(members);
            means[i] = Aspect.mean(known);
            unknown[i] = members.length - known.length;
        }
        double[] all = aspect.known(segments.all());
        return new AspectMeans(aspect, means, unknown, Aspect.mean(all), Aspect.deviation(all));
    }

    Aspect aspect() {
        return aspect;
    }

    /** Returns the mean of a segment, 1..k. */
    double of(int segment) {
        return means[segment - 1];
    }

    /** Returns the mean of all customers. */
    double ofAll() {
        return mean;
    }

    /** Returns how far the mean of a segment is above that of all customers. */
    double difference(int segment) {
        return of(segment) - mean;
    }

    /** Returns the population standard deviation over all customers. */
    double deviation() {
        return deviation;
    }

    /** Returns of how many customers of a segment the value is not known. */
    int unknown(int segment) {
        return unknown[segment - 1];
    }
}
