package segmentation.plot;

import java.util.Arrays;
import segmentation.plot.drawing.Axis;
import segmentation.stats.Quantiles;
import segmentation.text.Wording;

/**
 * Which values of one column a picture shows: all, unless a few lie so far out that the rest would be squeezed together.
 *
 * <p>Of at least {@value #ENOUGH} values the middle 99 % is looked at; where all values span more than
 * {@value #SQUEEZED} times as much, the picture shows the middle and half as much again on each side. Immutable.
 *
 * @param least the least value that is shown
 * @param most the largest value that is shown
 * @param beyond how many values lie outside
 * @param whole whether all values are whole numbers
 * @param coarse whether they are so few different whole numbers that customers lie on each other
 */
record DrawnRange(double least, double most, int beyond, boolean whole, boolean coarse) {
    private static final int ENOUGH = 50;
    private static final double TAIL = 0.005;
    private static final double SQUEEZED = 3;
    private static final int FEW_VALUES = 60;
    private static final double ROOM = 0.04;

    /** By how much customers are moved off a whole number, at most, each way. */
    static final double SPREAD = 0.36;

    /** Looks at the values, of which there is at least one. */
    static DrawnRange of(double[] values) {
        return of(values, Quantiles.of(values));
    }

    /** Looks at values whose quantiles are known. */
    static DrawnRange of(double[] values, Quantiles all) {
        double least = all.at(0);
        double most = all.at(1);
        double middle = all.at(1 - TAIL) - all.at(TAIL);
        if (values.length >= ENOUGH && middle > 0 && most - least > SQUEEZED * middle) {
            least = Math.max(least, all.at(TAIL) - middle / 2);
            most = Math.min(most, all.at(1 - TAIL) + middle / 2);
        }
        double low = least;
        double high = most;
        int beyond = 0;
        for (double value : values) {
            beyond += value < low || value > high ? 1 : 0;
        }
        boolean whole = Arrays.stream(values).allMatch(value -> value == Math.rint(value));
        boolean coarse =
                whole && Arrays.stream(values).distinct().limit(FEW_VALUES + 1).count() <= FEW_VALUES;
        return new DrawnRange(least, most, beyond, whole, coarse);
    }

    /** Says whether a value is shown. */
    boolean shows(double value) {
        return value >= least && value <= most;
    }

    /** Returns the value that is shown and nearest to one. */
    double nearest(double value) {
        return Math.max(least, Math.min(value, most));
    }

    /** Returns the values that are shown, in their order. */
    double[] shown(double[] values) {
        if (beyond == 0) {
            return values.clone();
        }
        return Arrays.stream(values).filter(this::shows).toArray();
    }

    /** Returns an axis over what is shown, with room for customers moved off whole numbers where they are. */
    Axis axis(String label, boolean spread) {
        double room = Math.max(ROOM * (most - least), spread ? 2 * SPREAD : 0);
        Axis axis = Axis.between(label, least - room, most + room);
        return whole && most > least ? axis.labelledTo(0) : axis;
    }

    /** Returns what a reader should know, a clause with a semicolon before it; empty where all values are shown. */
    static String note(int beyond) {
        return beyond == 0
                ? ""
                : "; %s far out %s not drawn".formatted(Wording.count(beyond, "customer"), beyond == 1 ? "is" : "are");
    }
}
