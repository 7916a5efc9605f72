package segmentation.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import segmentation.report.ReportDocument.Point;
import segmentation.report.ReportDocument.Terms;

/** The words of statistics that an appendix uses, in the words of a reader without them. */
final class Glossary {
    private static final List<Point> WORDS = List.of(
            new Point(
                    "K-Means",
                    "A method that puts each customer to the nearest of k centres, so that customers lie as close to their own centre as possible."),
            new Point("k", "The number of segments."),
            new Point(
                    "WCSS",
                    "The sum of the squared distances of customers from the centre of their segment; less is tighter. It always falls as k grows."),
            new Point(
                    "Elbow",
                    "The k after which one more segment makes the WCSS fall much less than before; Kneedle finds it."),
            new Point(
                    "Silhouette",
                    "How much nearer a customer is to the own segment than to the next one, from −1 to 1; near 0 is on the border."),
            new Point(
                    "Calinski-Harabasz",
                    "How far apart the centres are for how wide the segments are; more is better."),
            new Point(
                    "Davies-Bouldin",
                    "How wide two neighbouring segments are for the distance of their centres, the worst case of each; less is better."),
            new Point(
                    "Gap",
                    "How much tighter the segments are than those of points strewn evenly in a box around the customers."),
            new Point(
                    "Prediction strength",
                    "The share of pairs of customers that stay together where the segments of one half are found again from the other half."),
            new Point(
                    "BIC",
                    "How well k round clouds describe the customers, with a fine for each number needed to say it; less is better."),
            new Point(
                    "Jaccard similarity",
                    "Of the customers who are in a segment of the file or of a sample drawn anew, the share that is in both; 1 is the same, from 0.75 up a segment is called stable."),
            new Point(
                    "Adjusted Rand index",
                    "How far two divisions put the same customers together, corrected for chance; 1 is the same, 0 is no more than chance."),
            new Point(
                    "Null comparison",
                    "The same segmentation of customers whose columns were put together at random: what comes out of no groups at all."),
            new Point(
                    "eta² and V",
                    "How much of the differences between customers the segments account for, from 0 to 1: eta² for figures, Cramér's V for kinds."),
            new Point(
                    "Standard deviation",
                    "The usual distance of customers from their mean; more than half of it away is called high or low here."),
            new Point(
                    "Bootstrap",
                    "Samples drawn from the file itself, each customer as often as chance has it, to see what would change in other customers of the same kind."));

    /** Words that are found as they are written; k and two at once would lead from everywhere or nowhere. */
    private static final List<String> LINKED = WORDS.stream()
            .map(Point::label)
            .filter(word -> word.length() > 1 && !word.contains(" and "))
            .toList();

    /** Longer words first, so that a part of a word does not hide it. */
    private static final Pattern WORD = Pattern.compile(
            LINKED.stream()
                    .sorted(Comparator.comparing(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "\\b(?:", ")\\b")),
            Pattern.CASE_INSENSITIVE);

    /** A tag and the text after it, but for that of headings. */
    private static final Pattern TEXT = Pattern.compile("(<(?:p|td|li|caption)[^<>]*>)([^<]+)");

    private Glossary() {}

    static Terms terms() {
        return new Terms(WORDS);
    }

    /** Returns the id that a word has on a page. */
    static String id(String word) {
        return "word-" + word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    /** Returns HTML in which the first place of each word, outside headings, leads to its explanation. */
    static String linked(String html) {
        Set<String> linked = new HashSet<>();
        return TEXT.matcher(html)
                .replaceAll(text -> Matcher.quoteReplacement(text.group(1)
                        + WORD.matcher(text.group(2))
                                .replaceAll(word -> linked.add(word.group().toLowerCase(Locale.ROOT))
                                        ? Matcher.quoteReplacement("<a href=\"#%s\">%s</a>"
                                                .formatted(id(labelOf(word.group())), word.group()))
                                        : Matcher.quoteReplacement(word.group()))));
    }

    private static String labelOf(String found) {
        return LINKED.stream().filter(found::equalsIgnoreCase).findFirst().orElseThrow();
    }
}
