package segmentation.data.value;

import java.util.Locale;
import java.util.Set;

/** The words with which people begin a row that adds up the others. */
public final class TotalWords {
    private static final int LONGEST_TOTAL = 30;
    private static final String ENDINGS = ":：.";
    private static final Set<String> TOTALS = Set.of(
            "total",
            "totals",
            "grand total",
            "overall total",
            "sum",
            "sums",
            "subtotal",
            "sub total",
            "sub-total",
            "average",
            "mean",
            "avg",
            "median",
            "count",
            "summe",
            "gesamt",
            "gesamtsumme",
            "gesamtergebnis",
            "insgesamt",
            "durchschnitt",
            "mittelwert",
            "zwischensumme",
            "total général",
            "total general",
            "somme",
            "moyenne",
            "sous-total",
            "totale",
            "totale generale",
            "somma",
            "media",
            "suma",
            "promedio",
            "soma",
            "média",
            "totaal",
            "totalt",
            "razem",
            "итого",
            "всего",
            "сумма",
            "合计",
            "总计",
            "小计",
            "合計",
            "総計",
            "小計",
            "합계",
            "all customers",
            "all",
            "alle",
            "toplam",
            "celkem");

    private static final Set<String> STATISTICS = Set.of(
            "min",
            "max",
            "minimum",
            "maximum",
            "std",
            "sd",
            "stdev",
            "stddev",
            "std dev",
            "variance",
            "25%",
            "50%",
            "75%",
            "q1",
            "q3",
            "mode",
            "range",
            "n");

    private TotalWords() {}

    /** Says whether a trimmed cell is a word for a total, a sum or a mean, alone or with what it is of. */
    public static boolean isTotal(String first) {
        if (first.isEmpty() || first.length() > LONGEST_TOTAL || Character.isDigit(first.charAt(0))) {
            return false;
        }
        String word = word(first).strip();
        return TOTALS.contains(word)
                || word.startsWith("total ")
                || word.startsWith("total:")
                || word.startsWith("grand total")
                || word.startsWith("subtotal ")
                || word.startsWith("sub-total ")
                || word.startsWith("zwischensumme ")
                || word.startsWith("sum of ");
    }

    /**
     * Says whether a trimmed cell names a figure that stands in a table of figures; some are names of people too, so that
     * one alone says nothing.
     */
    public static boolean isStatistic(String first) {
        boolean figure = !first.isEmpty() && !Character.isLetter(first.charAt(0)) && first.indexOf('%') < 0;
        return !figure && STATISTICS.contains(word(first));
    }

    /** Returns a cell in lower case without the sign that ends it. */
    private static String word(String cell) {
        boolean ended = !cell.isEmpty() && ENDINGS.indexOf(cell.charAt(cell.length() - 1)) >= 0;
        return cell.substring(0, cell.length() - (ended ? 1 : 0)).toLowerCase(Locale.ROOT);
    }
}
