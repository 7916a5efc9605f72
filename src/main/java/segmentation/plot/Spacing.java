package segmentation.plot;

/** Keeps labels in one column from overlapping. */
final class Spacing {
    private Spacing() {}

    /**
     * Returns ascending places near the wanted ones, each at least {@code least} from the one before and none above
     * {@code max}; where there is no room for that, the first ones leave the range at its low end.
     */
    static double[] apart(double[] wanted, double least, double max) {
        double[] places = wanted.clone();
        for (int i = 1; i < places.length; i++) {
            places[i] = Math.max(places[i], places[i - 1] + least);
        }
        double limit = max;
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.min(places[i], limit);
            limit = places[i] - least;
        }
        return places;
    }
}
