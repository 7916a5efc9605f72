package segmentation.report;

import java.util.List;
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

    private Glossary() {}

    static Terms terms() {
        return new Terms(WORDS);
    }
}
