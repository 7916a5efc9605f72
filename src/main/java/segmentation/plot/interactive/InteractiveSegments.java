package segmentation.plot.interactive;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.analysis.PreparedCustomers;
import segmentation.analysis.Segmentation;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.plot.SegmentScatter;
import segmentation.plot.SegmentsPlot;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.SegmentMarker;
import segmentation.text.Wording;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Config;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Font;
import tech.tablesaw.plotly.components.HoverLabel;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Layout.HoverMode;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.Symbol;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * The segments on a scatter to move about in: pointing at a customer shows who it is. The twin of {@link SegmentsPlot},
 * with the same colours and like shapes.
 *
 * <p>Values are drawn with 7 significant digits. Equal input gives equal text, on every JDK.
 */
public final class InteractiveSegments {
    private static final String ELEMENT = "segments";
    private static final MathContext DIGITS = new MathContext(7);
    private static final int HEIGHT = 620;

    /** Plotly cuts names short unless it is told so. */
    private static final int WHOLE = -1;

    /** In the order of {@link SegmentMarker}'s shapes. */
    private static final List<Symbol> SYMBOLS = List.of(
            Symbol.CIRCLE,
            Symbol.SQUARE,
            Symbol.TRIANGLE_UP,
            Symbol.DIAMOND,
            Symbol.TRIANGLE_DOWN,
            Symbol.CROSS,
            Symbol.TRIANGLE_RIGHT,
            Symbol.X,
            Symbol.TRIANGLE_LEFT,
            Symbol.HEXAGON);

    private InteractiveSegments() {}

    /**
     * Draws the segments in the first two features; pointing at a customer shows its id, where there is one, and all
     * features.
     *
     * @throws IllegalArgumentException where the segmentation has only one feature
     */
    public static InteractiveFigure of(Segmentation segmentation) {
        PreparedCustomers prepared = segmentation.prepared();
        Stream<String> id = prepared.customers().dataset().id().stream();
        List<List<String>> hover = prepared.customers()
                .labels(Stream.concat(id, prepared.columns().stream())
                        .distinct()
                        .toArray(String[]::new));
        return of(prepared.raw(), segmentation.model(), segmentation.profiles().names(), hover);
    }

    /**
     * Draws the first two features.
     *
     * @param matrix the customers of the model, in the same order and best in original units; at least two features
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @param hover what to show of each customer, such as its id and other columns: a list of lines a customer
     * @throws IllegalArgumentException where the matrix has not the model's number of rows or only one feature, the
     *     names are neither none nor k, or there are not as many hover texts as customers
     */
    public static InteractiveFigure of(
            FeatureMatrix matrix, KMeansModel model, List<String> names, List<List<String>> hover) {
        SegmentScatter scatter = SegmentScatter.of(matrix, model, names, 0, 1);
        if (hover.size() != matrix.rows()) {
            throw new IllegalArgumentException(
                    "%d customers need as many hover texts, got %d".formatted(matrix.rows(), hover.size()));
        }
        List<Trace> traces = new ArrayList<>();
        for (int label = 1; label <= scatter.k(); label++) {
            traces.add(trace(scatter, label, names, texts(model.labels(), label, hover)));
        }
        Figure figure = new Figure(
                layout(scatter),
                Config.builder().responsive(true).displayLogo(false).build(),
                traces.toArray(Trace[]::new));
        return new InteractiveFigure(scatter.title(), scatter.altText(names), ELEMENT, script(figure));
    }

    private static Trace trace(SegmentScatter scatter, int label, List<String> names, String[] texts) {
        int customers = scatter.xs().length;
        Color color = SegmentMarker.tone(PlotTheme.segmentColor(label), customers);
        Marker marker = Marker.builder()
                .color(code(color))
                .opacity(Math.round(color.getAlpha() / 2.55) / 100.0)
                .symbol(SYMBOLS.get((label - 1) % SYMBOLS.size()))
                .size(customers <= 2_000 ? 9 : 6)
                .build();
        return ScatterTrace.builder(column(scatter.xsOf(label)), column(scatter.ysOf(label)))
                .name(PlotlyText.quoted(Wording.segment(label, names)))
                .marker(marker)
                .text(texts)
                .hoverLabel(hoverLabel(color))
                .build();
    }

    private static HoverLabel hoverLabel(Color border) {
        return HoverLabel.builder()
                .nameLength(WHOLE)
                .bgColor(code(PlotTheme.PAPER))
                .borderColor(code(border))
                .font(Font.builder()
                        .family(Font.Family.ARIAL)
                        .size(13)
                        .color(code(PlotTheme.INK))
                        .build())
                .build();
    }

    private static String code(Color color) {
        return "#%06x".formatted(color.getRGB() & 0xFFFFFF);
    }

    private static Layout layout(SegmentScatter scatter) {
        return Layout.builder()
                .height(HEIGHT)
                .autosize(true)
                .showLegend(true)
                .hoverMode(HoverMode.CLOSEST)
                .xAxis(axis(scatter.x().label()))
                .yAxis(axis(scatter.y().label()))
                .build();
    }

    private static Axis axis(String title) {
        return Axis.builder()
                .title(PlotlyText.quoted(title))
                .type(Axis.Type.LINEAR)
                .build();
    }

    /** Returns figures as text, since Double.toString is not the same on every Java version. */
    private static StringColumn column(double[] values) {
        return StringColumn.create(
                "",
                Arrays.stream(values)
                        .mapToObj(value -> new BigDecimal(value)
                                .round(DIGITS)
                                .stripTrailingZeros()
                                .toPlainString())
                        .toList());
    }

    private static String[] texts(int[] labels, int label, List<List<String>> hover) {
        return IntStream.range(0, labels.length)
                .filter(row -> labels[row] == label)
                .mapToObj(row -> String.join(
                        "<br>", hover.get(row).stream().map(PlotlyText::shown).toList()))
                .toArray(String[]::new);
    }

    /** Returns the statements without the element around them. */
    private static String script(Figure figure) {
        return figure.asJavascript(ELEMENT)
                .replaceAll("\\R\\s*", "\n")
                .replaceFirst("^\\s*<script>\\s*", "")
                .replaceFirst("\\s*</script>\\s*$", "\n");
    }
}
