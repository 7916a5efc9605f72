package segmentation.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.data.Figures;
import segmentation.profile.SegmentProfile.FeatureFigures;

/**
 * The rule that names a segment from its numbers.
 *
 * <p>The two features on which the segment's mean lies farthest from that of all customers, in standard deviations, are
 * named with their level, in matrix order: {@code High income, low spending}. Where two segments would share a name,
 * the means are added to both: {@code High income, high spending (78.6, 82.2)}.
 */
final class SegmentName {
    private static final int FEATURES = 2;

    private SegmentName() {}

    /** Returns a name for each segment, in order; all different. */
    static List<String> of(List<List<FeatureFigures>> segments) {
        List<String> names = segments.stream().map(SegmentName::plain).toList();
        List<String> unique = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean shared = names.stream().filter(name::equals).count() > 1;
            unique.add(shared ? name + " " + means(segments.get(i)) : name);
        }
        return List.copyOf(unique);
    }

    private static String plain(List<FeatureFigures> figures) {
        String words = strongest(figures).stream()
                .map(figure -> figure.level().word() + " " + figure.feature().noun())
                .collect(Collectors.joining(", "));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String means(List<FeatureFigures> figures) {
        return strongest(figures).stream()
                .map(figure -> Figures.fixed(figure.mean(), 1))
                .collect(Collectors.joining(", ", "(", ")"));
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
