package segmentation.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import segmentation.data.dataset.DataSource;
import segmentation.data.dataset.DataSource.Origin;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;

/**
 * Published figures beside ours: the same or not is computed, never typed, and what is not the same has a reason.
 *
 * <p>Start with {@link #of} and add rows; immutable, each step returns a new one.
 */
public final class Comparison implements Tabular {
    private static final String OTHER_ROWS = "other rows than those of the published file";

    private final Origin origin;
    private final List<Row> rows;

    private Comparison(Origin origin, List<Row> rows) {
        this.origin = origin;
        this.rows = rows;
    }

    private record Row(String what, String published, String ours, boolean same, String rule, String why) {
        Row because(String reason) {
            return new Row(what, published, ours, same, rule, reason);
        }
    }

    /**
     * Returns a comparison without rows.
     *
     * @param source where the customers came from: where it isn't the published file, that is why a figure differs, if
     *     nothing else is said
     */
    public static Comparison of(DataSource source) {
        return new Comparison(source.origin(), List.of());
    }

    /**
     * Adds a figure that is the same where ours, rounded half up to the decimals that were published, is the published one.
     *
     * @param what what the figure is, such as {@code mean silhouette at k = 5}
     * @param published the figure as it was printed, such as {@code 0.55} or {@code 44,448.63}; its decimals count
     * @param ours our figure, unrounded
     * @param why why it is not the same; may be empty where it is
     * @throws IllegalArgumentException where the published figure is no number, ours is NaN or infinite, or a figure of
     *     the published file differs without a reason
     */
    public Comparison row(String what, String published, double ours, String why) {
        BigDecimal figure = figure(published);
        BigDecimal rounded = finite(what, ours).setScale(figure.scale(), RoundingMode.HALF_UP);
        boolean same = rounded.compareTo(figure) == 0;
        return and(
                new Row(what, published, NumberText.fixed(ours, figure.scale()), same, decimals(figure.scale()), why));
    }

    /**
     * Adds a figure that is the same where ours differs from the published one by no more than a tolerance: for figures
     * that hang on a seed or on a sample.
     *
     * @param tolerance from 0 up, in the figure's own unit; it is shown
     */
    public Comparison row(String what, String published, double ours, double tolerance, String why) {
        BigDecimal figure = figure(published);
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new IllegalArgumentException("A tolerance is from 0 up, got %s for %s".formatted(tolerance, what));
        }
        BigDecimal most = BigDecimal.valueOf(tolerance);
        boolean same = finite(what, ours).subtract(figure).abs().compareTo(most) <= 0;
        int decimals =
                Math.max(figure.scale(), Math.max(0, most.stripTrailingZeros().scale()));
        return and(new Row(
                what,
                published,
                NumberText.fixed(ours, decimals),
                same,
                "within " + most.stripTrailingZeros().toPlainString(),
                why));
    }

    /** Adds words, the same where they are equal but for case and spaces, such as the name of a rule or of a feature. */
    public Comparison row(String what, String published, String ours, String why) {
        boolean same = normal(published).equalsIgnoreCase(normal(ours));
        return and(new Row(what, published, ours, same, "", why));
    }

    /** Returns how many of the figures are the same, as in {@code 3 of 4 published figures are the same.} */
    public String sentence() {
        long same = rows.stream().filter(Row::same).count();
        return "%d of %d published figures %s the same.".formatted(same, rows.size(), same == 1 ? "is" : "are");
    }

    /** Returns a row for each figure: published, ours, the same or not and by which rule, and why. */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled("Published and found here")
                .text("what")
                .figures("published", "ours")
                .text("the same", "why");
        rows.forEach(row -> table.row(row.what(), row.published(), row.ours(), verdict(row), row.why()));
        return table.build();
    }

    private static String verdict(Row row) {
        String word = row.same() ? "yes" : "no";
        return row.rule().isEmpty() ? word : "%s, %s".formatted(word, row.rule());
    }

    private static String decimals(int scale) {
        return scale == 0 ? "as a whole number" : scale == 1 ? "to 1 decimal" : "to %d decimals".formatted(scale);
    }

    private Comparison and(Row row) {
        List<Row> more = new ArrayList<>(rows);
        more.add(row.same() || !row.why().isBlank() ? row : row.because(unsaid(row)));
        return new Comparison(origin, List.copyOf(more));
    }

    private String unsaid(Row row) {
        if (origin == Origin.ORIGINAL) {
            throw new IllegalArgumentException("%s is %s here and %s as published; say why they are not the same"
                    .formatted(row.what(), row.ours(), row.published()));
        }
        return OTHER_ROWS;
    }

    private static BigDecimal figure(String published) {
        if (!published.matches("[-\u2212]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?|[-\u2212]?[0-9]*\\.?[0-9]+")) {
            throw new IllegalArgumentException(
                    "A published figure is a number such as 0.55 or 44,448.63, got '%s'; give words as words"
                            .formatted(published));
        }
        return new BigDecimal(published.replace(",", "").replace('\u2212', '-'));
    }

    private static BigDecimal finite(String what, double ours) {
        if (!Double.isFinite(ours)) {
            throw new IllegalArgumentException("%s is %s here; a figure is needed".formatted(what, ours));
        }
        return new BigDecimal(ours);
    }

    private static String normal(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }
}
