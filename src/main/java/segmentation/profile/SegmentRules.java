package segmentation.profile;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.profile.DecisionTree.Leaf;
import segmentation.profile.DecisionTree.Side;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Segments in at most 8 rules a person can follow, such as {@code income at most 38 k$ and spending above 60}, and how
 * well the rules do.
 *
 * <p>The rules are the leaves of a classification tree at most four splits deep, grown in original units; a segment
 * may have several rules or none. A rule that wins less than one customer in a hundred is left out. They explain the segments to people; new customers are scored by the model.
 */
public final class SegmentRules implements Tabular {
    private final List<Rule> rules;
    private final List<String> names;

    private SegmentRules(List<Rule> rules, List<String> names) {
        this.rules = rules;
        this.names = names;
    }

    /**
     * One rule.
     *
     * @param words its conditions in original units, such as {@code income above 38 and at most 70 k$};
     *     {@code all customers} where it has none
     * @param segment the segment that it says, 1..k
     * @param customers how many meet the conditions, at least 1
     * @param right how many of them are in that segment
     */
    public record Rule(String words, int segment, int customers, int right) {}

    /**
     * Finds the rules.
     *
     * @param original the features in original units, n × d
     * @param labels a segment from 1 to k for each of the n rows
     * @param names what the segments are called, segment 1 first; empty for numbers only
     * @throws IllegalArgumentException where the labels do not fit, there are some names, but not k, or k is above 65,536
     */
    public static SegmentRules of(FeatureMatrix original, int[] labels, List<String> names) {
        int k = SegmentMembers.of(labels, original.rows()).k();
        if (!names.isEmpty() && names.size() != k) {
            throw new IllegalArgumentException("%d segments need as many names, got %d".formatted(k, names.size()));
        }
        List<Rule> rules = DecisionTree.leaves(original, labels, k).stream()
                .map(leaf -> new Rule(words(leaf, original.features()), leaf.segment(), leaf.size(), leaf.right()))
                .sorted(Comparator.comparingInt(Rule::segment).thenComparing(rule -> -rule.customers()))
                .toList();
        List<String> known = names.isEmpty()
                ? IntStream.rangeClosed(1, k).mapToObj(i -> "segment " + i).toList()
                : IntStream.rangeClosed(1, k)
                        .mapToObj(i -> "segment %d, %s".formatted(i, names.get(i - 1)))
                        .toList();
        return new SegmentRules(rules, known);
    }

    /** Returns the rules, segment 1 first and the one of most customers before the others; 1 to 8. */
    public List<Rule> rules() {
        return rules;
    }

    /** Returns the share of the customers whose segment the rules reproduce, in (0, 1]; those that made the rules. */
    public double fidelity() {
        return (double) rules.stream().mapToInt(Rule::right).sum() / customers();
    }

    /** Returns the segments that no rule says, ascending; for want of rules, or as they lie among others. */
    public List<Integer> withoutRule() {
        return IntStream.rangeClosed(1, names.size())
                .filter(segment -> rules.stream().noneMatch(rule -> rule.segment() == segment))
                .boxed()
                .toList();
    }

    /** Returns how well the rules do, in a sentence or two. */
    public String sentence() {
        String missing =
                withoutRule().stream().map(segment -> names.get(segment - 1)).collect(Collectors.joining("; "));
        return "%d %s %s of the %s customers that they were made from back in their segment.%s"
                .formatted(
                        rules.size(),
                        rules.size() == 1 ? "rule puts" : "rules put",
                        NumberText.percent(fidelity()),
                        NumberText.count(customers()),
                        missing.isEmpty() ? "" : " No rule leads to: %s.".formatted(missing));
    }

    /** Returns a row for each rule: its words, its segment, how many customers meet it, how many of them are right. */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled(
                        "The segments in rules; fidelity %s".formatted(NumberText.percent(fidelity())))
                .text("customers with", "are mostly in")
                .figures("customers", "of these in it", "share");
        rules.forEach(rule -> table.row(
                rule.words(),
                names.get(rule.segment() - 1),
                NumberText.count(rule.customers()),
                NumberText.count(rule.right()),
                NumberText.percent((double) rule.right() / rule.customers())));
        return table.build();
    }

    /** Returns a row for each rule, to sort, join and plot: as {@link #toTable}, a share from 0 to 1. */
    public Table table() {
        return Table.create(
                "rules",
                StringColumn.create("customers with", rules.stream().map(Rule::words)),
                IntColumn.create("segment", rules.stream().mapToInt(Rule::segment)),
                IntColumn.create("customers", rules.stream().mapToInt(Rule::customers)),
                IntColumn.create("of these in it", rules.stream().mapToInt(Rule::right)),
                DoubleColumn.create(
                        "share", rules.stream().mapToDouble(rule -> (double) rule.right() / rule.customers())));
    }

    private int customers() {
        return rules.stream().mapToInt(Rule::customers).sum();
    }

    private static String words(Leaf leaf, List<Feature> features) {
        return leaf.path().isEmpty()
                ? "all customers"
                : leaf.path().stream()
                        .map(Side::feature)
                        .distinct()
                        .map(feature -> condition(features.get(feature), feature, leaf.path()))
                        .collect(Collectors.joining(" and "));
    }

    private static String condition(Feature feature, int number, List<Side> path) {
        OptionalDouble above = points(path, number, false).max();
        OptionalDouble atMost = points(path, number, true).min();
        String bounds = above.isPresent() && atMost.isPresent()
                ? "above %s and at most %s".formatted(text(above), text(atMost))
                : above.isPresent() ? "above " + text(above) : "at most " + text(atMost);
        return feature.noun() + " " + Aspect.withUnit(bounds, feature.noun(), feature.unit());
    }

    private static DoubleStream points(List<Side> path, int feature, boolean atMost) {
        return path.stream()
                .filter(side -> side.feature() == feature && side.atMost() == atMost)
                .mapToDouble(Side::point);
    }

    private static String text(OptionalDouble point) {
        return DecisionTree.SplitPoint.text(point.getAsDouble());
    }
}
