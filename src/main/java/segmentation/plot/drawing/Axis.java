package segmentation.plot.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import segmentation.text.NumberText;

/**
 * One axis of a chart: what it is called, with its unit, and the range that it spans, least first.
 *
 * @param label feature and unit, such as {@code Annual income (k$)}; may be empty
 * @param min the value at the left or lower end
 * @param max the value at the right or upper end, above {@code min}
 * @param unit what XChart counts in: a power of ten
 * @param decimals how many its tick labels have
 * @param strict whether a tick that needs more decimals goes without a label, as half a customer does
 * @param log whether places along it are log(1 + x); then min and max are such places, not values
 */
public record Axis(String label, double min, double max, double unit, int decimals, boolean strict, boolean log) {
    private static final double PADDING = 0.04;
    private static final int MOST_TICKS = 10;
    private static final int LONGEST_TICK = 12;
    private static final int TICK_DIGITS = 9;
    private static final int FEW_TICKS = 3;

    /** By how much of its length an axis reaches beyond each end. */
    static final double TINY = 1e-5;

    /** A range narrower than this share of its values cannot be told apart in tick labels and is widened. */
    public static final double LEAST_RELATIVE_SPAN = 1e-7;

    /** Returns an axis over a range; one without width is widened around its value. */
    public static Axis between(String label, double min, double max) {
        double size = Math.max(Math.abs(min), Math.abs(max));
        if (max - min <= LEAST_RELATIVE_SPAN * size || max == min) {
            double half = size == 0 ? 1 : size / 10;
            return spanning(label, min - half, max + half);
        }
        return spanning(label, min, max);
    }

    /** Returns an axis over values, with a little room on both sides; whole numbers have no labels between them. */
    public static Axis around(String label, double[] values) {
        double min = Arrays.stream(values).min().orElseThrow();
        double max = Arrays.stream(values).max().orElseThrow();
        double room = PADDING * (max - min);
        Axis axis = between(label, min - room, max + room);
        return Arrays.stream(values).allMatch(value -> value == Math.rint(value)) ? axis.labelledTo(0) : axis;
    }

    /**
     * Returns an axis on which the distance of two values goes by the logarithm of 1 + x, with a little room on both sides.
     *
     * @param least above −1
     */
    public static Axis logarithmic(String label, double least, double most) {
        Axis plain = between(label + ", log scale", StrictMath.log1p(least), StrictMath.log1p(most));
        double room = PADDING * (plain.max - plain.min);
        return new Axis(plain.label, plain.min - room, plain.max + room, 1, 0, true, true);
    }

    /** Returns where a value lies along the axis, between min and max for those that it shows. */
    public double place(double value) {
        return log ? StrictMath.log1p(value) : value;
    }

    /** Returns the value at a place, the inverse of {@link #place}. */
    public double value(double place) {
        return log ? StrictMath.expm1(place) : place;
    }

    /** Returns the values to mark on a logarithmic axis: powers of ten with 0, and twice and five times those where few. */
    public List<Double> logTicks() {
        List<Double> powers = inside(new double[] {1});
        return powers.size() > FEW_TICKS ? powers : inside(new double[] {1, 2, 5});
    }

    private List<Double> inside(double[] steps) {
        List<Double> ticks = new ArrayList<>();
        ticks.add(0.0);
        for (double power = 1; StrictMath.log1p(power) <= max; power *= 10) {
            for (double step : steps) {
                ticks.add(step * power);
            }
        }
        return ticks.stream()
                .filter(tick -> place(tick) >= min && place(tick) <= max)
                .toList();
    }

    /** Returns an axis from 0 to the greatest of the values, with a share of that as room above. */
    public static Axis fromZero(String label, double[] values, double room) {
        double max = Arrays.stream(values).max().orElseThrow();
        return between(label, 0, max <= 0 ? 1 : max * (1 + room));
    }

    /** Returns an axis over the finite ones of the values, with shares of their range as room; 0 to 1 over none. */
    public static Axis ofCurve(String label, double[] values, double below, double above) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (finite.length == 0) {
            return between(label, 0, 1);
        }
        Axis tight = between(
                label,
                Arrays.stream(finite).min().orElseThrow(),
                Arrays.stream(finite).max().orElseThrow());
        double span = tight.max - tight.min;
        return between(label, tight.min - below * span, tight.max + above * span);
    }

    /** Returns an axis over k = 1..kMax, with room for a marker at both ends. */
    public static Axis ofK(int kMax) {
        return new Axis("Number of segments, k", 0.7, Math.max(kMax, 2) + 0.3, 1, 0, true, false);
    }

    /** Returns this axis with labels only where this number of decimals suffices: 0 for counts. */
    public Axis labelledTo(int places) {
        return new Axis(label, min, max, unit, places, true, log);
    }

    /** Returns this axis without its label, where the panel below has it. */
    public Axis untitled() {
        return new Axis("", min, max, unit, decimals, strict, log);
    }

    /** Returns the width of the widest of the two tick labels at the ends, in logical pixels. */
    public double tickWidth() {
        if (log) {
            return logTicks().stream()
                    .mapToDouble(tick ->
                            Label.at(NumberText.fixed(tick, 0), 0, 0).quiet().width())
                    .max()
                    .orElse(0);
        }
        Axis each = new Axis(label, min, max, unit, decimals, false, false);
        return Stream.of(min, max)
                .mapToDouble(
                        end -> Label.at(each.tick(end / unit), 0, 0).quiet().width())
                .max()
                .orElseThrow();
    }

    /** Returns the values in the units that XChart counts in. */
    public double[] scaled(double[] values) {
        return Arrays.stream(values).map(value -> place(value) / unit).toArray();
    }

    /** Returns the text at a tick, given in the units that XChart counts in; empty where it goes without. */
    public String tick(double scaled) {
        double value = scaled * unit;
        if (log) {
            // Room for labels that XChart cannot place; the ends must not read alike.
            return value < (min + max) / 2 ? " " : "  ";
        }
        // XChart draws no ticks where both ends of an axis read alike, so those never become empty.
        double tiny = TINY / 2 * (max - min);
        boolean inside = value > min - tiny && value < max + tiny;
        double whole = value * StrictMath.pow(10, decimals);
        if (strict && inside && Math.abs(whole - Math.rint(whole)) > 1e-6) {
            return "";
        }
        String text = decimals > LONGEST_TICK ? "" : NumberText.fixed(value, decimals);
        boolean tooLong = text.isEmpty() || text.length() > LONGEST_TICK;
        return NumberText.signed(tooLong ? Precision.scientific(value, TICK_DIGITS) : text);
    }

    private static Axis spanning(String label, double min, double max) {
        double leastStep = (max - min) / MOST_TICKS;
        return new Axis(
                label, min, max, unit(max - min), Math.max(0, (int) -Math.floor(Math.log10(leastStep))), false, false);
    }

    // XChart's search for ticks does not end on spans below 1e-10, so very small and large spans are brought near 1.
    private static double unit(double span) {
        double exponent = Math.floor(Math.log10(span));
        return Math.abs(exponent) <= 6 ? 1 : StrictMath.pow(10, exponent);
    }
}
