package segmentation.plot;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.features.PrincipalComponents;
import segmentation.text.NumberText;

/** What a principal component is, in words: its share of the variance, and the features that it stands for. */
final class ComponentsText {
    private static final int MOST_NAMED = 3;

    /** A loading smaller than this share of the largest is not worth a word. */
    private static final double TELLING = 0.5;

    private ComponentsText() {}

    /** Returns a name for an axis, such as {@code PC1, 62 % of the variance: more spend, fewer children}. */
    static String axis(PrincipalComponents components, List<Feature> features, int component) {
        return "%s: %s".formatted(share(components, component), meaning(components, features, component));
    }

    /** Returns the component's number and share, such as {@code PC1, 62 % of the variance}. */
    static String share(PrincipalComponents components, int component) {
        return "PC%d, %s %% of the variance"
                .formatted(component + 1, NumberText.fixed(100 * components.shares()[component], 0));
    }

    private static String meaning(PrincipalComponents components, List<Feature> features, int component) {
        double[] loadings = components.loadings()[component];
        double largest = IntStream.range(0, loadings.length)
                .mapToDouble(j -> Math.abs(loadings[j]))
                .max()
                .orElseThrow();
        return IntStream.range(0, loadings.length)
                .boxed()
                .filter(j -> Math.abs(loadings[j]) >= TELLING * largest)
                .sorted(Comparator.comparingDouble(j -> -Math.abs(loadings[j])))
                .limit(MOST_NAMED)
                .map(j ->
                        (loadings[j] > 0 ? "more " : "less ") + features.get(j).noun())
                .collect(Collectors.joining(", "));
    }
}
