package segmentation.rfm;

import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;

/**
 * What became of the lines and the customers of a file of transactions.
 *
 * @param purchases lines with a value above zero
 * @param returns lines that were subtracted: a negative quantity or amount, or an order that was cancelled
 * @param cancelledByOrder how many of the returns only their order marks as such
 * @param worthless lines with a value of zero, which change nothing
 * @param withoutCustomer lines that name no customer; left out
 * @param late lines dated after the day that recency is counted from; left out
 * @param bad lines that could not be read; left out
 * @param customers customers with a purchase and a net value above zero
 * @param neverBought customers with returns or worthless lines only; left out
 * @param nothingLeft customers who bought, but whose net value is zero or less; left out
 */
public record RfmCounts(
        int purchases,
        int returns,
        int cancelledByOrder,
        int worthless,
        int withoutCustomer,
        int late,
        int bad,
        int customers,
        int neverBought,
        int nothingLeft)
        implements Tabular {

    /** Returns the number of lines that hold more than blanks, the header left out. */
    public int lines() {
        return purchases + returns + worthless + withoutCustomer + late + bad;
    }

    /** Returns one row a count: what was counted, how many, what was done. Counts of zero are left out, totals not. */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table =
                ResultTable.titled("").text("").figures("count").text("what was done");
        table.row("lines", NumberText.count(lines()), "read");
        add(table, "lines: purchases", purchases, "added");
        add(table, "lines: returns and cancellations", returns, "subtracted");
        add(table, "of these by their order alone", cancelledByOrder, "a C and digits: taken for cancelled");
        add(table, "lines: of value zero", worthless, "no purchase, no change");
        add(table, "lines: without a customer", withoutCustomer, "left out");
        add(table, "lines: after the last day", late, "left out");
        add(table, "lines: bad", bad, "left out");
        table.row("customers", NumberText.count(customers + neverBought + nothingLeft), "found");
        table.row("customers: written", NumberText.count(customers), "one row each");
        add(table, "customers: never bought", neverBought, "left out");
        add(table, "customers: net value of zero or less", nothingLeft, "left out");
        return table.build();
    }

    /** Returns the counts that may explain why no customer is left, for a sentence. */
    String leftOut() {
        return "%s without a customer, %s after the last day, %s bad, %s returned or cancelled"
                .formatted(
                        NumberText.count(withoutCustomer),
                        NumberText.count(late),
                        NumberText.count(bad),
                        NumberText.count(returns));
    }

    private static void add(ResultTable.Builder table, String what, int count, String done) {
        if (count > 0) {
            table.row(what, NumberText.count(count), done);
        }
    }
}
