package segmentation.plot;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.plot.drawing.Label;
import segmentation.plot.drawing.Panel;
import segmentation.plot.drawing.PlotTheme;
import segmentation.plot.drawing.Precision;
import segmentation.profile.SegmentProfile;
import segmentation.profile.SegmentProfile.FeatureFigures;
import segmentation.profile.SegmentProfiles;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * What sets the segments apart, feature by feature: means against those of all customers, in standard deviations, as a heat
 * map with the original figures in its cells, or as a snake plot with a line a segment.
 */
public final class ProfilePlot {
    /** The distance of the fullest colour, and least half of a snake plot's axis, in standard deviations. */
    private static final double LIMIT = 1.5;

    private static final double ROW = 44;
    private static final double WIDEST_NAME = 210;
    private static final double NARROWEST_NAMED = 82;
    private static final int MOST_LINES = 6;
    private static final double HEAD_LINE = 14;

    private ProfilePlot() {}

    /**
     * Draws a row a feature and a column a segment; the last column has the means of all customers, without colour.
     *
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @throws IllegalArgumentException where names are neither none nor k
     */
    public static Picture heatMap(SegmentProfiles profiles, List<String> names) {
        int k = profiles.segments().size();
        Legend legend = Legend.of(k, names);
        List<Feature> features = features(profiles);
        HeatMap plain = new HeatMap(features.stream().map(Feature::label).toList(), cells(profiles), LIMIT, 0);
        double room = plain.box(0, 0, 0).getWidth();
        boolean named = names.isEmpty() || room >= NARROWEST_NAMED;
        HeatMap map = new HeatMap(plain.rows(), plain.cells(), LIMIT, headHeight(names, named, room));
        Canvas canvas = Canvas.of(
                title(profiles, names),
                "Figures: the mean of each segment; colour: how far it lies from the mean of all customers",
                map.height() + (named ? 0 : legend.height()));
        double top = canvas.top() + (named ? 0 : legend.height());
        if (!named) {
            legend.draw(canvas, canvas.top());
        }
        IntStream.rangeClosed(1, k)
                .forEach(label -> writeHead(canvas, label, named ? names : List.of(), map.box(-1, label - 1, top)));
        Rectangle2D all = map.box(-1, k, top);
        canvas.write(
                Label.at("all", all.getCenterX(), all.getMinY() + 16).centred().strong());
        map.draw(canvas, top, "standard deviations from the mean of all");
        return Picture.of("profile", canvas.png(), altText("Heat map", profiles, names));
    }

    /**
     * Draws a line a segment down the features.
     *
     * @param names a name for each segment, 1 first; empty where segments go by their number
     * @throws IllegalArgumentException where names are neither none nor k
     */
    public static Picture snake(SegmentProfiles profiles, List<String> names) {
        int k = profiles.segments().size();
        Legend legend = Legend.of(k, names);
        List<Feature> features = features(profiles);
        int rows = features.size();
        Canvas canvas = Canvas.of(
                title(profiles, names),
                "One line for each segment: its means, counted from the mean of all customers at 0",
                legend.height() + rows * ROW + 52);
        legend.draw(canvas, canvas.top());
        double left = Canvas.MARGIN + widest(features);
        double reach = Math.max(LIMIT, 1.06 * furthest(profiles));
        Panel panel = Panel.of(
                        Axis.between("Standard deviations from the mean of all customers", -reach, reach),
                        Axis.between("", 0, rows))
                .withoutY()
                .paintedOn(
                        canvas,
                        new Rectangle2D.Double(
                                left, canvas.top() + legend.height(), Canvas.WIDTH - left - 10, rows * ROW + 44));
        drawRows(features, canvas, panel);
        profiles.segments().forEach(profile -> drawSnake(profile, canvas, panel));
        return Picture.of("snake", canvas.png(), altText("Snake plot", profiles, names));
    }

    private static double widest(List<Feature> features) {
        return features.stream()
                .mapToDouble(feature ->
                        Math.min(WIDEST_NAME, Label.at(feature.noun(), 0, 0).width()))
                .max()
                .orElseThrow();
    }

    private static double furthest(SegmentProfiles profiles) {
        return profiles.segments().stream()
                .flatMap(profile -> profile.figures().stream())
                .mapToDouble(figures -> Math.abs(figures.deviations()))
                .max()
                .orElseThrow();
    }

    private static void drawRows(List<Feature> features, Canvas canvas, Panel panel) {
        Rectangle2D plot = panel.plot();
        double middle = panel.x(0);
        canvas.draw(
                new Line2D.Double(middle, plot.getMinY(), middle, plot.getMaxY()),
                PlotTheme.BASELINE,
                PlotTheme.line(1.5));
        for (int row = 0; row < features.size(); row++) {
            double y = panel.y(features.size() - row - 0.5);
            canvas.draw(new Line2D.Double(plot.getMinX(), y, plot.getMaxX(), y), PlotTheme.GRID, PlotTheme.line(1));
            String name = Wording.capitalised(features.get(row).noun());
            canvas.write(Label.at(name, Canvas.MARGIN, y + 4.5).fitting(WIDEST_NAME));
        }
    }

    private static void drawSnake(SegmentProfile profile, Canvas canvas, Panel panel) {
        List<FeatureFigures> figures = profile.figures();
        Path2D line = new Path2D.Double();
        for (int row = 0; row < figures.size(); row++) {
            double x = panel.x(figures.get(row).deviations());
            double y = panel.y(figures.size() - row - 0.5);
            if (row == 0) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
        }
        if (figures.size() > 1) {
            canvas.draw(line, PlotTheme.PAPER, PlotTheme.line(5));
            canvas.draw(line, PlotTheme.segmentColor(profile.number()), PlotTheme.line(2.6));
        }
        for (int row = 0; row < figures.size(); row++) {
            Legend.sign(
                    canvas,
                    profile.number(),
                    panel.x(figures.get(row).deviations()),
                    panel.y(figures.size() - row - 0.5));
        }
    }

    private static double headHeight(List<String> names, boolean named, double room) {
        int lines = !named || names.isEmpty()
                ? 0
                : names.stream()
                        .mapToInt(name -> Label.at(name, 0, 0)
                                .quiet()
                                .lines(room - 6, MOST_LINES)
                                .size())
                        .max()
                        .orElse(0);
        return 26 + HEAD_LINE * lines;
    }

    private static void writeHead(Canvas canvas, int label, List<String> names, Rectangle2D box) {
        double middle = box.getCenterX();
        Legend.sign(canvas, label, middle - 8, box.getMinY() + 11);
        canvas.write(Label.at(Integer.toString(label), middle + 1, box.getMinY() + 16)
                .strong());
        if (!names.isEmpty()) {
            List<String> lines = Label.at(names.get(label - 1), 0, 0).quiet().lines(box.getWidth() - 6, MOST_LINES);
            for (int line = 0; line < lines.size(); line++) {
                canvas.write(Label.at(lines.get(line), middle, box.getMinY() + 31 + HEAD_LINE * line)
                        .quiet()
                        .centred());
            }
        }
    }

    private static List<List<HeatMap.Cell>> cells(SegmentProfiles profiles) {
        List<List<HeatMap.Cell>> rows = new ArrayList<>();
        for (int j = 0; j < features(profiles).size(); j++) {
            int feature = j;
            List<HeatMap.Cell> row = new ArrayList<>();
            double all = 0;
            for (SegmentProfile profile : profiles.segments()) {
                FeatureFigures figures = profile.figures().get(feature);
                row.add(new HeatMap.Cell(figures.deviations(), figure(profiles, feature, figures.mean())));
                all += profile.share() * figures.mean();
            }
            row.add(new HeatMap.Cell(Double.NaN, figure(profiles, feature, all)));
            rows.add(row);
        }
        return rows;
    }

    private static String figure(SegmentProfiles profiles, int feature, double mean) {
        String noun = profiles.segment(1).figures().get(feature).feature().noun();
        return Precision.mean(noun, profiles.range(feature), mean);
    }

    private static List<Feature> features(SegmentProfiles profiles) {
        return profiles.segments().get(0).figures().stream()
                .map(FeatureFigures::feature)
                .toList();
    }

    /** Says which segment lies furthest from all customers, and in what. */
    private static String title(SegmentProfiles profiles, List<String> names) {
        SegmentProfile profile = profiles.segments().stream()
                .max(Comparator.comparingDouble(each -> Math.abs(strongest(each).deviations())))
                .orElseThrow();
        FeatureFigures figures = strongest(profile);
        if (figures.deviations() == 0) {
            return "The segments do not differ in any feature";
        }
        return "Furthest from all customers: segment %s in %s"
                .formatted(
                        Wording.segment(profile.number(), names),
                        figures.feature().noun());
    }

    private static FeatureFigures strongest(SegmentProfile profile) {
        return profile.figures().stream()
                .max(Comparator.comparingDouble(figures -> Math.abs(figures.deviations())))
                .orElseThrow();
    }

    private static String altText(String kind, SegmentProfiles profiles, List<String> names) {
        return "%s of the means of %s in standard deviations from those of all customers. "
                        .formatted(kind, Wording.count(profiles.segments().size(), "segment"))
                + profiles.segments().stream()
                        .map(profile -> Wording.segment(profile.number(), names) + ": " + sentence(profiles, profile))
                        .collect(Collectors.joining("; ", "", "."));
    }

    private static String sentence(SegmentProfiles profiles, SegmentProfile profile) {
        return IntStream.range(0, profile.figures().size())
                .mapToObj(j -> {
                    FeatureFigures figures = profile.figures().get(j);
                    return "%s %s (%s)"
                            .formatted(
                                    figures.feature().noun(),
                                    figure(profiles, j, figures.mean()),
                                    signed(figures.deviations()));
                })
                .collect(Collectors.joining(", "));
    }

    private static String signed(double deviations) {
        String text = NumberText.fixed(deviations, 1);
        return text.startsWith("-") || text.equals("0.0") ? NumberText.signed(text) : "+" + text;
    }
}
