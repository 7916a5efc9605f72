package segmentation.plot;

import java.util.stream.IntStream;
import segmentation.text.NumberText;

/**
 * Which points of a scatter are drawn: all up to {@value #ALL_UP_TO} customers, above that every so manieth of each
 * segment, as more would only lie on each other. Means, axes and figures are those of all customers.
 */
final class ThinnedPoints {
    private static final int ALL_UP_TO = 20_000;

    private ThinnedPoints() {}

    /** Returns the coordinates to draw, the first always among them. */
    static double[] of(double[] coordinates, int customers) {
        int step = step(customers);
        return IntStream.iterate(0, i -> i < coordinates.length, i -> i + step)
                .mapToDouble(i -> coordinates[i])
                .toArray();
    }

    /** Returns what a reader should know of it, a clause with a semicolon before it; empty where all are drawn. */
    static String note(int customers) {
        return step(customers) == 1 ? "" : "; one in %s is drawn".formatted(NumberText.count(step(customers)));
    }

    private static int step(int customers) {
        return (customers + ALL_UP_TO - 1) / ALL_UP_TO;
    }
}
