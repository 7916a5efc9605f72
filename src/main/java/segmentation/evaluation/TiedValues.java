package segmentation.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Equal values, as of counts or rounded amounts, spread evenly, so that the steps between them are not taken for gaps. */
final class TiedValues {
    private TiedValues() {}

    /**
     * Returns each value moved by chance within its cell, which ends half-way to the nearest other value on either side.
     *
     * <p>The least and greatest value's cells reach out as far as they reach in. A single value stays as it is.
     */
    static double[] spread(double[] values, SplittableRandom random) {
        double[] known = Arrays.stream(values).sorted().distinct().toArray();
        int last = known.length - 1;
        if (last == 0) {
            return values.clone();
        }
        double[] spread = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int place = Arrays.binarySearch(known, values[i]);
            double below = place > 0 ? known[place] - known[place - 1] : known[1] - known[0];
            double above = place < last ? known[place + 1] - known[place] : known[last] - known[last - 1];
            double move = 2 * random.nextDouble() - 1;
            spread[i] = values[i] + move / 2 * (move < 0 ? below : above);
        }
        return spread;
    }
}
