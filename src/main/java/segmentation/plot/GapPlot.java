package segmentation.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.evaluation.GapStatistic;
import segmentation.plot.drawing.Axis;
import segmentation.plot.drawing.Canvas;
import segmentation.text.NumberText;
import segmentation.text.Wording;

/**
 * The gap statistic over k, a panel a reference, with one standard error each way: Tibshirani's k marked, and the
 * highest gap ringed where that is another k.
 */
public final class GapPlot {
    private static final double BODY = 250;
    private static final double ROOM_BELOW = 0.12;
    private static final double ROOM_ABOVE = 0.4;

    private GapPlot() {}

    /**
     * Draws one panel for each statistic, side by side on one scale; a gap that is not finite is left out.
     *
     * @throws IllegalArgumentException where there is no statistic
     */
    public static Picture of(List<GapStatistic> gaps) {
        if (gaps.isEmpty()) {
            throw new IllegalArgumentException("A gap picture needs at least one gap statistic, got none");
        }
        Canvas canvas = Canvas.of(
                "Tibshirani's rule picks " + finding(gaps),
                "The rule takes the least k whose gap reaches the next one less its standard error (the bars)",
                BODY);
        double[] ends =
                gaps.stream().flatMapToDouble(gap -> Arrays.stream(ends(gap))).toArray();
        double width = (Canvas.WIDTH - 20) / gaps.size();
        for (int i = 0; i < gaps.size(); i++) {
            GapPanel panel = new GapPanel(gaps.get(i));
            String label = "Gap, %s (log WCSS; higher is better)"
                    .formatted(gaps.get(i).reference().label());
            panel.draw(canvas, Axis.ofCurve(label, ends, ROOM_BELOW, ROOM_ABOVE), 10 + i * width, width, BODY - 8);
        }
        return Picture.of("gap", canvas.png(), altText(gaps));
    }

    private static double[] ends(GapStatistic gap) {
        return IntStream.rangeClosed(1, gap.kMax())
                .boxed()
                .flatMap(k ->
                        Stream.of(gap.gap(k) - gap.standardError(k), gap.gap(k), gap.gap(k) + gap.standardError(k)))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static String finding(List<GapStatistic> gaps) {
        List<String> picks = gaps.stream().map(GapPlot::pick).toList();
        if (gaps.size() > 1 && picks.stream().distinct().count() == 1) {
            return picks.get(0) + " by " + (gaps.size() == 2 ? "both references" : "every reference");
        }
        return IntStream.range(0, gaps.size())
                .mapToObj(i -> "%s by the %s"
                        .formatted(picks.get(i), gaps.get(i).reference().label()))
                .collect(Collectors.joining(", "));
    }

    private static String pick(GapStatistic gap) {
        GapPanel panel = new GapPanel(gap);
        if (panel.highest().isEmpty()) {
            return "nothing";
        }
        if (panel.picked().isEmpty()) {
            return "no k before " + gap.kMax();
        }
        return "k = " + gap.k();
    }

    private static String altText(List<GapStatistic> gaps) {
        return "Line chart of the gap over k, with one standard error each way. "
                + gaps.stream().map(GapPlot::sentence).collect(Collectors.joining(" "));
    }

    private static String sentence(GapStatistic gap) {
        GapPanel panel = new GapPanel(gap);
        String start = Wording.capitalised(gap.reference().label()) + ", k = 1 to %d: ".formatted(gap.kMax());
        if (panel.highest().isEmpty()) {
            return start + "no gap is defined.";
        }
        String picked = panel.picked().isEmpty()
                ? "no k before %d meets Tibshirani's rule".formatted(gap.kMax())
                : "Tibshirani's rule picks k = %d with a gap of %s".formatted(gap.k(), figure(gap, gap.k()));
        int highest = panel.highest().getAsInt();
        return start + picked + "; the highest gap is %s at k = %d.".formatted(figure(gap, highest), highest);
    }

    private static String figure(GapStatistic gap, int k) {
        return NumberText.signed(NumberText.fixed(gap.gap(k), 3)) + " ± " + NumberText.fixed(gap.standardError(k), 3);
    }
}
