package segmentation.model;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import segmentation.features.FeatureBlocks;
import segmentation.model.GeneticSearch.Stop;

/**
 * Where several starts stopped on the same rows, of which only the best keeps its partition, as those of all could be more than
 * the data itself.
 *
 * @param stops one a start, in order, each without its partition
 * @param best the one with the lowest WCSS, of equals the first, with its partition
 */
record Starts(List<Stop> stops, Stop best) {
    /** So many numbers, 4 MB, stay in a processor's caches from one iteration to the next. */
    private static final int CACHED = 500_000;

    /** How many starts take their iterations together where the rows do not; each keeps 8 bytes a row meanwhile. */
    private static final int TOGETHER = 3;

    /** Runs a start by greedy k-means++ from each seed to its stop. */
    static Starts drawn(FeatureBlocks rows, int k, long[] seeds, int maxIterations) {
        return of(
                rows,
                seeds.length,
                number -> Seeding.centroids(rows, k, new SplittableRandom(seeds[number])),
                maxIterations);
    }

    /**
     * Runs Lloyd's algorithm and Hartigan's exchange from each of several starts, on all cores.
     *
     * @param start returns the k × d centroids of a start by its number from 0, row-major; they are changed
     * @param maxIterations of Lloyd's algorithm
     */
    static Starts of(FeatureBlocks rows, int count, IntFunction<double[]> start, int maxIterations) {
        Best best = new Best();
        int together = rows.rows() * (long) rows.columns() > CACHED ? TOGETHER : 1;
        List<Stop> stops = Parallel.map((count + together - 1) / together, group -> {
                    int first = group * together;
                    return stops(rows, first, Math.min(first + together, count), start, maxIterations, best);
                })
                .stream()
                .flatMap(List::stream)
                .toList();
        return new Starts(stops, best.stop);
    }

    /** Returns where the starts from one number to before another stop. */
    private static List<Stop> stops(
            FeatureBlocks rows, int from, int to, IntFunction<double[]> start, int maxIterations, Best best) {
        List<double[]> centroids = IntStream.range(from, to).mapToObj(start).toList();
        int k = centroids.get(0).length / rows.columns();
        List<int[]> partitions = Lloyd.partitions(rows, centroids, maxIterations);
        return Parallel.map(
                to - from,
                place -> best.offer(
                        from + place, Stop.polished(rows, partitions.get(place), k, Double.POSITIVE_INFINITY)));
    }

    private static final class Best {
        private int number;
        private Stop stop = new Stop(Double.POSITIVE_INFINITY, new double[0], new int[0]);

        /** Which start ends first must not matter, so of equals the one with the lower number is kept. */
        private synchronized Stop offer(int number, Stop offered) {
            if (offered.wcss() < stop.wcss() || (offered.wcss() == stop.wcss() && number < this.number)) {
                this.number = number;
                this.stop = offered;
            }
            return offered.bare();
        }
    }
}
