package segmentation.standin;

import java.util.Random;

/**
 * How whole numbers lie between two ends: a beta distribution with this mean and standard deviation.
 *
 * @param minimum least value
 * @param maximum greatest value, above the minimum
 * @param mean between the two
 * @param deviation standard deviation; less than that of two equal heaps at the ends
 */
record Spread(int minimum, int maximum, double mean, double deviation) {
    private static final int STEPS = 2_000;

    /**
     * Draws values so that each n-th part of the distribution gives one; their mean and spread therefore stay close to
     * what was asked for even when there are few.
     */
    int[] draw(int n, Random random) {
        double[] shares = cumulated();
        int[] values = new int[n];
        for (int i = 0; i < n; i++) {
            double share = (i + random.nextDouble()) / n;
            values[i] = (int) Math.round(minimum + quantile(shares, share) * (maximum - minimum));
        }
        return values;
    }

    /** Sums up the density over equal steps from 0 to 1. */
    private double[] cumulated() {
        double centre = (mean - minimum) / (maximum - minimum);
        double width = deviation / (maximum - minimum);
        double weight = centre * (1 - centre) / (width * width) - 1;
        double[] sums = new double[STEPS];
        double sum = 0;
        for (int step = 0; step < STEPS; step++) {
            double at = (step + 0.5) / STEPS;
            // StrictMath gives the same bits on every machine; Math need not.
            sum += StrictMath.pow(at, centre * weight - 1) * StrictMath.pow(1 - at, (1 - centre) * weight - 1);
            sums[step] = sum;
        }
        return sums;
    }

    private static double quantile(double[] sums, double share) {
        double wanted = share * sums[STEPS - 1];
        int step = 0;
        while (sums[step] < wanted) {
            step++;
        }
        return (step + 0.5) / STEPS;
    }
}
