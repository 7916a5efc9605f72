package segmentation.stats;

import java.util.SplittableRandom;

/**
 * Draws from the normal distribution that are the same to the last bit on every machine and Java version.
 *
 * <p>Source: Box and Muller, A note on the generation of random normal deviates, Annals of Mathematical Statistics 29,
 * 1958.
 */
public final class NormalDraws {
    private final SplittableRandom random;

    private NormalDraws(SplittableRandom random) {
        this.random = random;
    }

    /** Returns draws from a seed. */
    public static NormalDraws of(long seed) {
        return new NormalDraws(new SplittableRandom(seed));
    }

    /** Draws from a normal distribution. */
    public double normal(double mean, double deviation) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return mean + deviation * radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    /** Draws evenly from least to most. */
    public double even(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }
}
