package segmentation.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import segmentation.features.FeatureMatrix;

/**
 * One segment as a model file keeps it; valid by construction.
 *
 * @param name not blank, without control characters
 * @param size customers in training, at least 1
 * @param farthest distance from the centroid to the farthest customer in training, ≥ 0
 * @param centroid d coordinates in prepared units, between ±1e140
 */
record ModelSegment(String name, int size, double farthest, List<Double> centroid) {
    private static final double LARGEST = 1e140;

    ModelSegment {
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A segment needs a name of visible characters");
        }
        if (size < 1) {
            throw new IllegalArgumentException("A segment needs at least 1 customer, got " + size);
        }
        if (!(farthest >= 0) || Double.isInfinite(farthest)) {
            throw new IllegalArgumentException("The farthest customer needs a distance from 0 up, got " + farthest);
        }
        centroid = List.copyOf(centroid);
        if (!centroid.stream().allMatch(value -> Math.abs(value) <= LARGEST)) {
            throw new IllegalArgumentException("A centroid needs coordinates between ±1e140");
        }
    }

    /**
     * Returns the segments of a model, 1 first; the matrix is the one that it was fitted to.
     *
     * @throws IllegalArgumentException where there are not k names, or a customer is not nearest to its own centroid
     */
    static List<ModelSegment> of(KMeansModel model, FeatureMatrix prepared, List<String> names) {
        int[] sizes = model.sizes();
        if (names.size() != sizes.length) {
            throw new IllegalArgumentException(
                    "%d segments need as many names, got %d".formatted(sizes.length, names.size()));
        }
        double[] farthest = farthest(model, prepared);
        double[][] centroids = model.centroids();
        return IntStream.range(0, sizes.length)
                .mapToObj(i -> new ModelSegment(
                        names.get(i),
                        sizes[i],
                        farthest[i],
                        Arrays.stream(centroids[i]).boxed().toList()))
                .toList();
    }

    /** Refuses what rounding has made of a matrix far from zero: a file that gives its own training other segments. */
    private static double[] farthest(KMeansModel model, FeatureMatrix prepared) {
        int[] labels = model.labels();
        double[] distances = model.distances(prepared);
        double[] farthest = new double[model.k()];
        int elsewhere = 0;
        for (int i = 0; i < distances.length; i++) {
            int place = labels[i] - 1;
            farthest[place] = Math.max(farthest[place], distances[i]);
            elsewhere += model.nearest(prepared.row(i)) == labels[i] ? 0 : 1;
        }
        if (elsewhere > 0) {
            throw new IllegalArgumentException(("Rounding puts %d of %d customers nearer to another segment's centroid,"
                            + " as values are too large for how little they differ; choose a scaling, such as zscore")
                    .formatted(elsewhere, distances.length));
        }
        return farthest;
    }
}
