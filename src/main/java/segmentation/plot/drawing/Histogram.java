package segmentation.plot.drawing;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import segmentation.stats.Quantiles;

/**
 * The counts of values in bins of one round width: 1, 2 or 5 times a power of ten, at least 1 for whole numbers. A
 * value at an edge falls into the bin right of it.
 *
 * <p>The width comes from the rule of Freedman and Diaconis, twice the interquartile range over the cube root of n, and
 * is kept to about 5 to 25 bins. Source: On the histogram as a density estimator, 1981.
 *
 * <p>XChart's histogram labels each bin as a category; these bars stand on a true axis of numbers, so they are drawn over an
 * empty XChart chart.
 */
public final class Histogram {
    private static final int FEWEST = 5;
    private static final int MOST = 25;
    private static final double[] ROUND = {1, 2, 5, 10};

    private final double start;
    private final double width;
    private final double[] counts;

    private Histogram(double start, double width, double[] counts) {
        this.start = start;
        this.width = width;
        this.counts = counts;
    }

    /** Counts the values, of which there is at least one; equal values share one bin. */
    public static Histogram of(double[] values) {
        double[] sorted = Quantiles.ascending(values);
        return of(values, sorted, roundWidth(sorted));
    }

    /**
     * Counts the values in about 25 bins over the range of all values, the first of which begins at the least of them, so that
     * several histograms can be compared.
     */
    public static Histogram of(double[] values, double[] all) {
        double[] sorted = Quantiles.ascending(all);
        double range = sorted[sorted.length - 1] - sorted[0];
        boolean alike = alike(sorted);
        double width = alike ? roundWidth(sorted) : nearestRound(range / MOST);
        return of(values, sorted, width, alike ? sorted[0] - width / 2 : sorted[0]);
    }

    private static Histogram of(double[] values, double[] sorted, double width) {
        return of(values, sorted, width, alike(sorted) ? sorted[0] - width / 2 : Math.floor(sorted[0] / width) * width);
    }

    private static Histogram of(double[] values, double[] sorted, double width, double start) {
        int bins = bin(sorted[sorted.length - 1], start, width) + 1;
        double[] counts = new double[bins];
        for (double value : values) {
            counts[bin(value, start, width)]++;
        }
        return new Histogram(start, width, counts);
    }

    /** Returns the number of bins. */
    public int bins() {
        return counts.length;
    }

    /** Returns the left edge of a bin, counted from 0; at {@link #bins} the right edge of the last. */
    public double edge(int bin) {
        return start + bin * width;
    }

    /** Returns the number of values in each bin. */
    public double[] counts() {
        return counts.clone();
    }

    private static int bin(double value, double start, double width) {
        return (int) Math.floor((value - start) / width);
    }

    private static double roundWidth(double[] sorted) {
        double range = sorted[sorted.length - 1] - sorted[0];
        if (alike(sorted)) {
            return size(sorted) == 0 ? 1 : size(sorted) / 10;
        }
        Quantiles quantiles = Quantiles.ofAscending(sorted);
        double iqr = quantiles.at(0.75) - quantiles.at(0.25);
        double wanted = 2 * iqr / Math.cbrt(sorted.length);
        double width = nearestRound(Math.max(range / MOST, Math.min(range / FEWEST, wanted)));
        boolean whole = Arrays.stream(sorted).allMatch(value -> value == Math.rint(value));
        return whole ? Math.max(1, width) : width;
    }

    /** Returns whether all values belong into one bin: finer ones could not be told apart on the axis. */
    private static boolean alike(double[] sorted) {
        return sorted[sorted.length - 1] - sorted[0] <= Axis.LEAST_RELATIVE_SPAN * size(sorted);
    }

    private static double size(double[] sorted) {
        return Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
    }

    private static double nearestRound(double width) {
        double power = StrictMath.pow(10, Math.floor(Math.log10(width)));
        return Arrays.stream(ROUND)
                .map(round -> round * power)
                .boxed()
                .min(Comparator.comparingDouble(round -> Math.max(round / width, width / round)))
                .orElseThrow();
    }

    /** Paints the panel into the box and draws the bars on it; bins are of places on its axis. */
    public Panel bars(Canvas canvas, Panel panel, Rectangle2D box) {
        panel.withoutXGrid().paintedOn(canvas, box);
        for (int bin = 0; bin < bins(); bin++) {
            double left = panel.xAt(edge(bin)) + 0.5;
            double right = panel.xAt(edge(bin + 1)) - 0.5;
            double top = panel.y(counts[bin]);
            canvas.fill(
                    new Rectangle2D.Double(left, top, right - left, panel.plot().getMaxY() - top), PlotTheme.BAR);
        }
        return panel;
    }

    /** Returns the axis from the first to the last edge; of bins of logarithms a logarithmic one. */
    public Axis axis(String label, boolean log) {
        return log ? Axis.logarithmic(label, StrictMath.expm1(edge(0)), StrictMath.expm1(edge(bins()))) : axis(label);
    }

    /** Returns the axis from the first to the last edge. */
    public Axis axis(String label) {
        return Axis.between(label, edge(0), edge(bins()));
    }
}
