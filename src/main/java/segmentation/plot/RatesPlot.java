package segmentation.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.data.customers.CustomerTable;
import segmentation.features.Feature;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.PlotTheme;
import segmentation.stats.Quantiles;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * Grouped bars, a group a question and a bar a segment: which share said yes, what a mean is, or what share of customers and
 * of money a segment has.
 */
public final class RatesPlot {
    private static final double BAR = 17;
    private static final double STEP = 20;
    private static final double GROUP_TITLE = 24;
    private static final double AFTER_GROUP = 14;
    private static final double WIDEST_NAME = 210;
    private static final double ROOM_FOR_VALUE = 64;

    /** One group of bars, a value for each segment and one for all customers, NaN where that says nothing. */
    private record Group(String title, double[] values, double all, DoubleFunction<String> text) {}

    private final List<Group> groups;
    private final List<String> names;

    private RatesPlot(List<Group> groups, List<String> names) {
        this.groups = groups;
        this.names = names;
    }

    /**
     * Draws for each column of zeros and ones the share of ones in each segment, on one scale; a line marks the share of
     * all customers. Missing values do not count.
     *
     * @param what the ones are, such as {@code answers to campaigns}
     * @param columns names in the descriptor, at least one
     * @param labels a segment from 1 to k for each customer, every segment used
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @throws IllegalArgumentException where labels or names do not fit, there is no such column, or a value is neither
     *     0 nor 1
     */
    public static Picture ofYes(
            String what, CustomerTable customers, List<String> columns, int[] labels, List<String> names) {
        int k = Legend.checkedK(labels, customers.rows(), names);
        List<Group> groups = columns.stream()
                .map(column -> yes(customers.dataset().field(column).title(), customers.numbers(column), labels, k))
                .toList();
        return new RatesPlot(groups, names)
                .picture(
                        Wording.capitalised(what) + " by segment",
                        "Share of the customers of each segment; line: of all customers",
                        "rates");
    }

    /**
     * Draws the share of the customers that each segment has beside its share of a sum, such as of the money spent, and
     * what a member has in the median.
     *
     * @param money what is summed
     * @param values one for each customer, none negative
     * @param labels a segment from 1 to k for each value, every segment used
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @throws IllegalArgumentException where labels or names do not fit, or a value is negative or missing
     */
    public static Picture ofMoney(Feature money, double[] values, int[] labels, List<String> names) {
        int k = Legend.checkedK(labels, values.length, names);
        if (Arrays.stream(values).anyMatch(value -> !(value >= 0))) {
            throw new IllegalArgumentException("Shares of a sum need values from 0 up, every one known");
        }
        double[] sizes = new double[k];
        double[] sums = new double[k];
        for (int i = 0; i < labels.length; i++) {
            sizes[labels[i] - 1]++;
            sums[labels[i] - 1] += values[i];
        }
        double total = Arrays.stream(sums).sum();
        double[] shares =
                Arrays.stream(sums).map(sum -> total == 0 ? 0 : sum / total).toArray();
        List<Group> groups = List.of(
                new Group(
                        "Share of customers",
                        Arrays.stream(sizes).map(size -> size / values.length).toArray(),
                        Double.NaN,
                        NumberText::percent),
                new Group("Share of " + money.noun(), shares, Double.NaN, NumberText::percent),
                medians(money, values, labels));
        return new RatesPlot(groups, names)
                .picture(
                        moneyTitle(money, shares, sizes, names),
                        "Bars of shares are on one scale; line: the median of all customers",
                        "money");
    }

    private static Group medians(Feature money, double[] values, int[] labels) {
        double[] medians = SegmentValues.of(values, labels).segments().stream()
                .mapToDouble(own -> Quantiles.of(own).median())
                .toArray();
        Quantiles all = Quantiles.of(values);
        return new Group(
                "Median of a customer: " + money.label(),
                medians,
                all.median(),
                value -> NumberText.within(all.at(1), value));
    }

    private static String moneyTitle(Feature money, double[] shares, double[] sizes, List<String> names) {
        int best = IntStream.range(0, shares.length)
                .reduce((a, b) -> shares[b] > shares[a] ? b : a)
                .orElseThrow();
        return "Segment %s: %s of the customers, %s of the %s"
                .formatted(
                        Wording.segment(best + 1, names),
                        NumberText.percent(sizes[best] / Arrays.stream(sizes).sum()),
                        NumberText.percent(shares[best]),
                        money.noun());
    }

    private static Group yes(String title, double[] values, int[] labels, int k) {
        double[] ones = new double[k + 1];
        double[] known = new double[k + 1];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                if (values[i] != 0 && values[i] != 1) {
                    throw new IllegalArgumentException("A share of yes needs zeros and ones, but '%s' has %s"
                            .formatted(title, NumberText.shortest(values[i])));
                }
                for (int row : new int[] {labels[i] - 1, k}) {
                    ones[row] += values[i];
                    known[row]++;
                }
            }
        }
        double[] rates =
                IntStream.range(0, k).mapToDouble(row -> ones[row] / known[row]).toArray();
        return new Group(
                title, rates, ones[k] / known[k], value -> Double.isNaN(value) ? "–" : NumberText.percent(value));
    }

    private Picture picture(String title, String subtitle, String file) {
        int k = groups.get(0).values().length;
        double groupHeight = GROUP_TITLE + k * STEP + AFTER_GROUP;
        boolean paired = groups.size() > 1;
        int across = paired ? 2 : 1;
        int rows = (groups.size() + across - 1) / across;
        Legend legend = Legend.of(k, names);
        Canvas canvas = Canvas.of(title, subtitle, legend.height() + rows * groupHeight + 8);
        legend.draw(canvas, canvas.top());
        double width = (Canvas.WIDTH - 2 * Canvas.MARGIN) / across;
        for (int at = 0; at < groups.size(); at++) {
            double x = Canvas.MARGIN + at % across * width;
            double y = canvas.top() + legend.height() + at / across * groupHeight;
            drawGroup(
                    canvas,
                    groups.get(at),
                    new Rectangle2D.Double(x, y, width - 16, groupHeight),
                    most(groups.get(at)));
        }
        return Picture.of(file, canvas.png(), altText(title));
    }

    /** Returns the value of the longest bar: that of all groups that are written alike. */
    private double most(Group group) {
        return groups.stream()
                .filter(other -> Double.isNaN(other.all()) == Double.isNaN(group.all()))
                .flatMapToDouble(other -> Arrays.stream(other.values()))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
    }

    private void drawGroup(Canvas canvas, Group group, Rectangle2D box, double most) {
        canvas.write(
                Label.at(group.title(), box.getX(), box.getY() + 16).strong().fitting(box.getWidth()));
        double left = box.getX() + 14;
        double scale = most == 0 ? 0 : (box.getWidth() - 14 - ROOM_FOR_VALUE) / most;
        double top = box.getY() + GROUP_TITLE;
        for (int row = 0; row < group.values().length; row++) {
            double value = group.values()[row];
            double y = top + row * STEP;
            canvas.write(Label.at(Integer.toString(row + 1), left - 4, y + 13)
                    .quiet()
                    .ending());
            Color color = PlotTheme.segmentColor(row + 1);
            Rectangle2D bar = new Rectangle2D.Double(left, y, Double.isNaN(value) ? 0 : value * scale, BAR);
            if (bar.getWidth() > 0) {
                canvas.fill(bar, color);
                canvas.draw(bar, PlotTheme.INK, new BasicStroke(0.8f));
            }
        }
        if (!Double.isNaN(group.all())) {
            double x = left + group.all() * scale;
            Line2D line = new Line2D.Double(x, top - 3, x, top + group.values().length * STEP);
            canvas.draw(line, PlotTheme.INK, PlotTheme.dashed(1.4));
        }
        for (int row = 0; row < group.values().length; row++) {
            double value = group.values()[row];
            double right = left + (Double.isNaN(value) ? 0 : value * scale);
            canvas.write(Label.at(group.text().apply(value), right + 6, top + row * STEP + 13));
        }
    }

    private String altText(String title) {
        return "Grouped bars. %s. ".formatted(title)
                + groups.stream()
                        .map(group -> group.title() + ": "
                                + IntStream.range(0, group.values().length)
                                        .mapToObj(row -> "%s %s"
                                                .formatted(
                                                        Wording.segment(row + 1, names),
                                                        group.text().apply(group.values()[row])))
                                        .collect(Collectors.joining(", "))
                                + (Double.isNaN(group.all())
                                        ? ""
                                        : "; all customers " + group.text().apply(group.all())))
                        .collect(Collectors.joining(". ", "", "."));
    }
}
