package segmentation.profile;

import java.util.Collections;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.profile.SegmentProfile.FeatureFigures;
import segmentation.text.NumberText;

/**
 * The rule that names a segment from its numbers.
 *
 * <p>The two features on which the segment's mean lies farthest from that of all customers, in standard deviations, are
 * named with their level, in matrix order: {@code High income, low spending}. Where several segments would share a
 * name, the level of a further feature is added to each, of those on which their levels differ the one on which their
 * means lie farthest apart: {@code High income, high spending, medium purchases}. Those that still share one get
 * their means on the first two added, {@code High income, high spending (78.6, 82.2)}; where these read alike too,
 * the segments' numbers.
 */
final class SegmentName {
    private static final int FEATURES = 2;

    private SegmentName() {}

    /** Returns a name for each segment, in order; all different. */
    static List<String> of(List<List<FeatureFigures>> segments) {
        List<String> names = segments.stream().map(SegmentName::plain).toList();
        List<String> byLevel = toldApart(names, i -> further(segments, names, i));
        List<String> byMeans = toldApart(byLevel, i -> " " + means(segments, i));
        return toldApart(byMeans, i -> " (no. %d)".formatted(i + 1));
    }

    private static String further(List<List<FeatureFigures>> segments, List<String> names, int segment) {
        List<List<FeatureFigures>> sharers = IntStream.range(0, names.size())
                .filter(i -> names.get(i).equals(names.get(segment)))
                .mapToObj(segments::get)
                .toList();
        List<FeatureFigures> figures = segments.get(segment);
        return IntStream.range(0, figures.size())
                .filter(j -> sharers.stream()
                                .map(sharer -> sharer.get(j).level())
                                .distinct()
                                .count()
                        > 1)
                .boxed()
                .min(Comparator.comparingDouble(j -> -distance(sharers, j)))
                .map(j -> ", " + words(figures.get(j)))
                .orElse("");
    }

    private static double distance(List<List<FeatureFigures>> segments, int feature) {
        DoubleSummaryStatistics deviations = segments.stream()
                .mapToDouble(figures -> figures.get(feature).deviations())
                .summaryStatistics();
        return deviations.getMax() - deviations.getMin();
    }

    private static String words(FeatureFigures figures) {
        return figures.level().word() + " " + figures.feature().noun();
    }

    private static List<String> toldApart(List<String> names, IntFunction<String> addition) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> Collections.frequency(names, names.get(i)) == 1
                        ? names.get(i)
                        : names.get(i) + addition.apply(i))
                .toList();
    }

    private static String plain(List<FeatureFigures> figures) {
        String words = strongest(figures).stream().map(SegmentName::words).collect(Collectors.joining(", "));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String means(List<List<FeatureFigures>> segments, int segment) {
        List<FeatureFigures> figures = segments.get(segment);
        return strongest(figures).stream()
                .map(figure -> NumberText.within(range(segments, figures.indexOf(figure)), figure.mean()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Returns the range of a feature over all customers. */
    static double range(List<List<FeatureFigures>> segments, int feature) {
        return segments.stream()
                        .mapToDouble(figures -> figures.get(feature).most())
                        .max()
                        .orElseThrow()
                - segments.stream()
                        .mapToDouble(figures -> figures.get(feature).least())
                        .min()
                        .orElseThrow();
    }

    private static List<FeatureFigures> strongest(List<FeatureFigures> figures) {
        return IntStream.range(0, figures.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(figures.get(i).deviations())))
                .limit(FEATURES)
                .sorted()
                .map(figures::get)
                .toList();
    }
}
