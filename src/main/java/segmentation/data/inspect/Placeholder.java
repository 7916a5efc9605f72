package segmentation.data.inspect;

import java.util.Arrays;
import java.util.Optional;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * A number that programs write for a value that is not known, such as -1, -99 or 9999, where it stands apart from all
 * others: a negative one among numbers that are not, or one of nines at least twice as large as the rest.
 *
 * @param value the number
 * @param count how often it occurs, at least twice
 */
record Placeholder(double value, int count) {
    private static final double[] NEGATIVE = {-1, -9, -99, -999, -9999, -99999};
    private static final double[] NINES = {999, 9999, 99999, 999999, 9999999};

    /** Looks for one among numbers, NaN for none; empty where there is none. */
    static Optional<Placeholder> of(double[] numbers) {
        double[] sorted = Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        int atLeast = count(sorted, least);
        int atMost = count(sorted, most);
        if (contains(NEGATIVE, least) && atLeast > 1 && atLeast < sorted.length && sorted[atLeast] >= 0) {
            return Optional.of(new Placeholder(least, atLeast));
        }
        boolean apart = atMost < sorted.length && 2 * sorted[sorted.length - 1 - atMost] < most;
        return contains(NINES, most) && atMost > 1 && apart
                ? Optional.of(new Placeholder(most, atMost))
                : Optional.empty();
    }

    private static int count(double[] numbers, double wanted) {
        return (int) Arrays.stream(numbers).filter(number -> number == wanted).count();
    }

    private static boolean contains(double[] numbers, double wanted) {
        return Arrays.stream(numbers).anyMatch(number -> number == wanted);
    }

    /** Says what to do about it. */
    String words() {
        String written = NumberText.plain(value, 0);
        return "%s in %s, apart from all others; if it stands for a missing value, say --missing %s"
                .formatted(written, Wording.count(count, "cell"), written);
    }
}
