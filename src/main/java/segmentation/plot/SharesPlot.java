package segmentation.plot;

import it.unimi.dsi.fastutil.objects.Object2IntLinkedOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.data.customers.CustomerTable;
import segmentation.data.dataset.Field;
import segmentation.features.Feature;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.PlotTheme;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * What each segment is made of, as bars of shares that lie on their side, with all customers below: what its members are
 * (education, children), or what its sum goes to (products, channels).
 */
public final class SharesPlot {
    private static final int MOST_PARTS = 6;
    private static final int MOST_COUNTS = 10;
    private static final int CUSTOMERS_A_COUNT = 5;
    private static final double ROW = 40;
    private static final double BAR = 24;
    private static final String ALL = "All customers";
    private static final double WIDEST_NAME = 210;
    private static final double LEAST_WRITTEN = 34;

    private final String title;
    private final List<String> parts;
    private final List<String> names;
    private final double[][] shares;

    private SharesPlot(String title, List<String> parts, List<String> names, double[][] shares) {
        this.title = title;
        this.parts = parts;
        this.names = names;
        this.shares = shares;
    }

    /** Says whether values are few small counts of many customers: whole, at most ten different, each five times and more. */
    static boolean suits(double[] values) {
        long different =
                Arrays.stream(values).distinct().limit(MOST_COUNTS + 1L).count();
        return different > 1
                && different <= MOST_COUNTS
                && values.length >= CUSTOMERS_A_COUNT * different
                && Arrays.stream(values).allMatch(value -> value == Math.rint(value));
    }

    /** Draws which share of each segment has each value of a feature, in ascending order; labels are checked. */
    static Picture ofNumbers(Feature feature, double[] values, int[] labels, List<String> names) {
        List<String> texts =
                Arrays.stream(values).mapToObj(NumberText::shortest).toList();
        return ofTexts(feature.label(), texts, true, labels, names, "values-" + slug(feature.noun()));
    }

    /**
     * Draws which share of each segment has each value of a column: numbers in ascending order, words the most frequent
     * first. Of more than six values the sixth and all after it are one part, as are missing values another.
     *
     * @param column name in the descriptor
     * @param labels a segment from 1 to k for each customer, every segment used
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @throws IllegalArgumentException where labels or names do not fit, or there is no such column
     */
    public static Picture ofValues(CustomerTable customers, String column, int[] labels, List<String> names) {
        Legend.checkedK(labels, customers.rows(), names);
        Field field = customers.dataset().field(column);
        List<String> texts = customers.texts(column);
        return ofTexts(field.label(), texts, field.isNumeric(), labels, names, "values-" + slug(column));
    }

    private static Picture ofTexts(
            String label, List<String> texts, boolean numeric, int[] labels, List<String> names, String file) {
        int k = Arrays.stream(labels).max().orElseThrow();
        Object2IntMap<String> places = places(texts, numeric);
        double[][] shares = new double[k + 1][places.size()];
        for (int i = 0; i < labels.length; i++) {
            int part = places.getInt(texts.get(i));
            shares[labels[i] - 1][part]++;
            shares[k][part]++;
        }
        List<String> parts = partNames(places, numeric);
        return new SharesPlot(label + " by segment", parts, names, normalised(shares, parts.size()))
                .picture("share of the customers of each segment", file);
    }

    /**
     * Draws how the sum of each segment is made up of columns, such as its spend of products. Missing values count as
     * nothing; a segment whose sum is 0 has no bar.
     *
     * @param what the sum is, within a sentence, such as {@code spend}
     * @param columns names in the descriptor, at least one, of numbers that are not negative
     * @param labels a segment from 1 to k for each customer, every segment used
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @throws IllegalArgumentException where labels or names do not fit, there is no such column, it holds text, or a
     *     value is negative
     */
    public static Picture ofSums(
            String what, CustomerTable customers, List<String> columns, int[] labels, List<String> names) {
        int k = Legend.checkedK(labels, customers.rows(), names);
        double[][] sums = new double[k + 1][columns.size()];
        for (int part = 0; part < columns.size(); part++) {
            double[] values = customers.numbers(columns.get(part));
            for (int i = 0; i < values.length; i++) {
                if (values[i] < 0) {
                    throw new IllegalArgumentException("Parts of a sum cannot be negative, but '%s' has %s"
                            .formatted(columns.get(part), NumberText.shortest(values[i])));
                }
                double known = Double.isNaN(values[i]) ? 0 : values[i];
                sums[labels[i] - 1][part] += known;
                sums[k][part] += known;
            }
        }
        List<String> parts = columns.stream()
                .map(column -> customers.dataset().field(column).title())
                .toList();
        return new SharesPlot(Wording.capitalised(what) + " by segment", parts, names, normalised(sums, columns.size()))
                .picture("share of the " + what + " of each segment", "sums-" + slug(what));
    }

    /** Returns for each text the part that it counts to: the rarest beyond six share the last. */
    private static Object2IntMap<String> places(List<String> texts, boolean numeric) {
        Object2IntOpenHashMap<String> counts = new Object2IntOpenHashMap<>();
        texts.forEach(text -> counts.addTo(text, 1));
        Comparator<String> order = numeric
                ? Comparator.comparingDouble(Double::parseDouble)
                : Comparator.comparingInt((String text) -> -counts.getInt(text))
                        .thenComparing(Comparator.naturalOrder());
        List<String> known = counts.keySet().stream()
                .filter(text -> !text.isEmpty())
                .sorted(order)
                .toList();
        Object2IntMap<String> places = new Object2IntLinkedOpenHashMap<>();
        known.forEach(text -> places.put(text, Math.min(places.size(), MOST_PARTS - 1)));
        if (counts.containsKey("")) {
            places.put("", Math.min(known.size(), MOST_PARTS));
        }
        return places;
    }

    private static List<String> partNames(Object2IntMap<String> places, boolean numeric) {
        Map<Integer, List<String>> texts = places.keySet().stream()
                .collect(Collectors.groupingBy(places::getInt, LinkedHashMap::new, Collectors.toList()));
        return texts.values().stream()
                .map(same -> same.size() == 1
                        ? (same.get(0).isEmpty() ? "not given" : same.get(0))
                        : (numeric
                                ? same.get(0) + " and more"
                                : "%s and %d more".formatted(same.get(0), same.size() - 1)))
                .toList();
    }

    private static double[][] normalised(double[][] sums, int parts) {
        return Arrays.stream(sums)
                .map(row -> {
                    double sum = Arrays.stream(row).sum();
                    return Arrays.stream(row, 0, parts)
                            .map(value -> sum == 0 ? 0 : value / sum)
                            .toArray();
                })
                .toArray(double[][]::new);
    }

    private static String slug(String name) {
        String safe =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return safe.isEmpty() ? "column" : safe;
    }

    private Picture picture(String subtitle, String file) {
        Legend legend = Legend.ofParts(parts);
        Canvas canvas = Canvas.of(
                title + ": " + finding(), Wording.capitalised(subtitle), legend.height() + shares.length * ROW + 18);
        legend.draw(canvas, canvas.top());
        double widest = Math.max(
                Legend.widthBeside(shares.length - 1, names, WIDEST_NAME),
                Label.at(ALL, 0, 0).width());
        double left = Canvas.MARGIN + widest + 12;
        double top = canvas.top() + legend.height() + 4;
        for (int row = 0; row < shares.length; row++) {
            double y = top + row * ROW + (row == shares.length - 1 ? 6 : 0);
            writeName(canvas, row, new Rectangle2D.Double(Canvas.MARGIN, y, left - Canvas.MARGIN - 12, BAR));
            drawBar(canvas, shares[row], new Rectangle2D.Double(left, y, Canvas.WIDTH - Canvas.MARGIN - left, BAR));
        }
        return Picture.of(file, canvas.png(), altText(subtitle));
    }

    private void writeName(Canvas canvas, int row, Rectangle2D box) {
        if (row < shares.length - 1) {
            Legend.writeBeside(canvas, row + 1, names, box);
        } else {
            canvas.write(Label.at(ALL, box.getX(), box.getCenterY() + 4.5));
        }
    }

    private void drawBar(Canvas canvas, double[] row, Rectangle2D box) {
        double x = box.getX();
        for (int part = 0; part < row.length; part++) {
            double width = row[part] * box.getWidth();
            Rectangle2D piece = new Rectangle2D.Double(x, box.getY(), width, box.getHeight());
            Color color = PlotTheme.partColor(part, row.length);
            if (width > 0) {
                canvas.fill(piece, color);
                canvas.draw(piece, PlotTheme.PAPER, new BasicStroke(1));
            }
            if (width >= LEAST_WRITTEN) {
                canvas.writePlain(Label.at(
                                NumberText.fixed(100 * row[part], 0) + " %",
                                piece.getCenterX(),
                                piece.getCenterY() + 4.5)
                        .centred()
                        .coloured(PlotTheme.textOn(color))
                        .sized(PlotTheme.TICK_SIZE));
            }
            x += width;
        }
    }

    /** Says in which part the segments differ most. */
    private String finding() {
        int k = shares.length - 1;
        int most = IntStream.range(0, parts.size())
                .boxed()
                .max(Comparator.comparingDouble((Integer part) -> spread(part, k))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        if (k == 1 || spread(most, k) == 0) {
            return of(parts.get(0), NumberText.percent(shares[k][0]));
        }
        int high = 0;
        int low = 0;
        for (int segment = 1; segment < k; segment++) {
            high = shares[segment][most] > shares[high][most] ? segment : high;
            low = shares[segment][most] < shares[low][most] ? segment : low;
        }
        return "%s in segment %d, %s in segment %d"
                .formatted(
                        of(parts.get(most), percent(shares[high][most])),
                        high + 1,
                        percent(shares[low][most]),
                        low + 1);
    }

    /** Says how many have a part; two numbers do not stand side by side. */
    private static String of(String part, String share) {
        return Character.isDigit(part.charAt(0)) ? "%s with %s".formatted(share, part) : "%s %s".formatted(part, share);
    }

    private double spread(int part, int k) {
        double[] each = IntStream.range(0, k)
                .mapToDouble(segment -> shares[segment][part])
                .toArray();
        return Arrays.stream(each).max().orElse(0) - Arrays.stream(each).min().orElse(0);
    }

    private static String percent(double share) {
        return NumberText.fixed(100 * share, 0) + " %";
    }

    private String altText(String subtitle) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < shares.length; row++) {
            double[] own = shares[row];
            String name = row == shares.length - 1 ? "all customers" : Wording.segment(row + 1, names);
            rows.add(name
                    + IntStream.range(0, parts.size())
                            .mapToObj(part -> " %s %s".formatted(parts.get(part), NumberText.percent(own[part])))
                            .collect(Collectors.joining(",")));
        }
        return "Stacked bars, %s. %s. %s.".formatted(subtitle, title, String.join("; ", rows));
    }
}
