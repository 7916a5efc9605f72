package segmentation.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whose time it is as something grows: decimal logarithms of the steps and of the milliseconds that each takes. */
final class GrowthCurve {
    private final String factor;
    private final String name;
    private final double[] steps;
    private final double[] times;

    private GrowthCurve(String factor, String name, double[] steps, double[] times) {
        this.factor = factor;
        this.name = name;
        this.steps = steps;
        this.times = times;
    }

    /** Reads a line of tabs: factor, name, the steps, and as many milliseconds. */
    static GrowthCurve of(String line) {
        String[] cells = line.split("\t");
        int count = (cells.length - 2) / 2;
        double[] logarithms = IntStream.range(2, cells.length)
                .mapToDouble(cell -> Math.log10(Double.parseDouble(cells[cell])))
                .toArray();
        return new GrowthCurve(
                cells[0], cells[1], Arrays.copyOf(logarithms, count), Arrays.copyOfRange(logarithms, count, 2 * count));
    }

    String factor() {
        return factor;
    }

    String name() {
        return name;
    }

    double[] steps() {
        return steps.clone();
    }

    double[] times() {
        return times.clone();
    }

    /** Returns a whole number from its logarithm: 5 k for 5,000. */
    static String shortCount(double logarithm) {
        long count = Math.round(Math.pow(10, logarithm));
        if (count >= 1_000_000) {
            return count / 1_000_000 + " M";
        }
        return count >= 1_000 ? count / 1_000 + " k" : Long.toString(count);
    }

    static String altText(List<GrowthCurve> curves) {
        boolean one = curves.stream().map(GrowthCurve::factor).distinct().count() == 1;
        return (one
                        ? "A line chart of milliseconds. "
                        : "Three line charts of the milliseconds that an iteration takes. ")
                + curves.stream().map(GrowthCurve::says).collect(Collectors.joining("; ")) + ".";
    }

    private String says() {
        int last = steps.length - 1;
        return String.format(
                Locale.ROOT,
                "%s from %s to %s, %s: %.3f to %.3f",
                factor,
                shortCount(steps[0]),
                shortCount(steps[last]),
                name,
                Math.pow(10, times[0]),
                Math.pow(10, times[last]));
    }
}
