package segmentation.standin;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * How whole numbers lie: counts between edges, even within each bin.
 *
 * @param edges ascending; bin i holds the numbers from {@code edges[i]} to {@code edges[i + 1] - 1}
 * @param counts how many numbers lie in each bin; one fewer than the edges
 */
record Bins(int[] edges, int[] counts) {

    /** Copies the arrays. */
    Bins {
        edges = edges.clone();
        counts = counts.clone();
        if (edges.length != counts.length + 1) {
            throw new IllegalArgumentException(
                    "%d bins need one edge more, got %d".formatted(counts.length, edges.length));
        }
    }

    /** Returns bins of one number each, from 0 upwards. */
    static Bins fromZero(int... counts) {
        return new Bins(IntStream.rangeClosed(0, counts.length).toArray(), counts);
    }

    /** Returns how many numbers lie in all bins. */
    int total() {
        return IntStream.of(counts).sum();
    }

    /**
     * Draws n ascending numbers so that each n-th part of the distribution gives one; with n the total, every bin gets
     * as many as it counts.
     */
    int[] draw(int n, Random random) {
        double step = (double) total() / n;
        return IntStream.range(0, n)
                .map(i -> at((i + random.nextDouble()) * step))
                .toArray();
    }

    private int at(double place) {
        int bin = 0;
        double before = 0;
        while (bin < counts.length - 1 && before + counts[bin] <= place) {
            before += counts[bin];
            bin++;
        }
        int width = edges[bin + 1] - edges[bin];
        return edges[bin] + Math.min(width - 1, (int) ((place - before) / counts[bin] * width));
    }
}
