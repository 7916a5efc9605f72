package segmentation.model;

/**
 * Settings for k-means fits, whatever their k; immutable, valid by construction.
 *
 * @param restarts independent k-means++ starts, which {@link KMeans} then goes on from; at least 1, which is plain K-Means
 *     of all customers without a search
 * @param maxIterations cap on Lloyd iterations per start; at least 1
 * @param seed drives every random choice; equal options and data give equal models
 */
public record KMeansOptions(int restarts, int maxIterations, long seed) {

    /** Throws {@link IllegalArgumentException} where a setting is below its least value. */
    public KMeansOptions {
        if (restarts < 1 || maxIterations < 1) {
            throw new IllegalArgumentException(
                    "restarts and maxIterations must be positive, were %d and %d".formatted(restarts, maxIterations));
        }
    }

    /**
     * Returns the usual settings: 20 restarts, at most 300 iterations, seed 42.
     *
     * <p>So few because the search that follows finds what more restarts do not, in less time than 50 restarts (decision 15).
     */
    public static KMeansOptions defaults() {
        return new KMeansOptions(20, 300, 42);
    }

    /** Returns these settings with another number of restarts. */
    public KMeansOptions withRestarts(int restarts) {
        return new KMeansOptions(restarts, maxIterations, seed);
    }

    /** Returns these settings with another seed. */
    public KMeansOptions withSeed(long seed) {
        return new KMeansOptions(restarts, maxIterations, seed);
    }
}
