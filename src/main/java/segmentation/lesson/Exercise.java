package segmentation.lesson;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Tells whether an answer to an exercise is right, without giving the answer away: the sentence says how many values are
 * wrong and where the first of them stands, never what it should be.
 *
 * <p>An answer that is empty, or nothing but zeros where something else is asked for, counts as not given yet.
 */
public final class Exercise {
    private static final double RELATIVE_TOLERANCE = 1e-9;

    private Exercise() {}

    /** Checks numbers, each to nine digits; an answer that is not a number is wrong. */
    public static String check(double[] expected, double[] answer) {
        boolean untouched = Arrays.stream(answer).allMatch(value -> value == 0)
                && Arrays.stream(expected).anyMatch(value -> value != 0);
        return sentence(expected.length, answer.length, untouched, i -> isNear(expected[i], answer[i]));
    }

    /** Checks one number, to nine digits. */
    public static String check(double expected, double answer) {
        return check(new double[] {expected}, new double[] {answer});
    }

    /** Checks points, coordinate by coordinate in the order of the rows. */
    public static String check(double[][] expected, double[][] answer) {
        return check(flat(expected), flat(answer));
    }

    /** Checks whole numbers, such as labels whose names matter. */
    public static String check(int[] expected, int[] answer) {
        return check(
                Arrays.stream(expected).asDoubleStream().toArray(),
                Arrays.stream(answer).asDoubleStream().toArray());
    }

    /** Checks who is with whom, whatever the groups are called: the same partition under other labels is right. */
    public static String checkPartition(int[] expected, int[] answer) {
        return check(renamed(expected), renamed(answer));
    }

    private static String sentence(int asked, int given, boolean untouched, IntPredicate right) {
        if (given == 0 || untouched) {
            return "Not answered yet.";
        }
        if (given != asked) {
            return "Not right yet: %d values are asked for, and there are %d.".formatted(asked, given);
        }
        int[] wrong = IntStream.range(0, asked).filter(right.negate()).toArray();
        if (wrong.length == 0) {
            return "Right.";
        }
        return asked == 1
                ? "Not right yet."
                : "Not right yet: %d of %d values are wrong, the first at place %d."
                        .formatted(wrong.length, asked, wrong[0]);
    }

    private static boolean isNear(double expected, double answer) {
        return Math.abs(expected - answer) <= RELATIVE_TOLERANCE * Math.max(1, Math.abs(expected));
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Numbers labels 1, 2, … in the order in which they first occur. */
    private static int[] renamed(int[] labels) {
        Map<Integer, Integer> names = new HashMap<>();
        return Arrays.stream(labels)
                .map(label -> names.computeIfAbsent(label, unseen -> names.size() + 1))
                .toArray();
    }
}
