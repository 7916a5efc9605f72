package segmentation.data.customers;

import java.util.function.IntFunction;

/** One row of a {@link CustomerTable}, for rules and derived columns. Columns go by the descriptor's names. */
public final class Customer {
    private final Columns columns;
    private final RecentColumns recent;
    private final int row;

    private Customer(Columns columns, RecentColumns recent, int row) {
        this.columns = columns;
        this.recent = recent;
        this.row = row;
    }

    /** Returns a view of each row, counted from 0, of a rule that one thread asks of one after the other. */
    static IntFunction<Customer> each(Columns columns) {
        RecentColumns recent = RecentColumns.of(columns);
        return row -> new Customer(columns, recent, row);
    }

    /**
     * Returns the value of a numeric column, NaN where it is missing.
     *
     * @throws IllegalArgumentException where there is no such column, or it holds no numbers
     */
    public double number(String column) {
        return recent.numeric(column).at(row);
    }

    /**
     * Returns the value of a column as text, empty where it is missing; numbers are written the shortest way, dates as
     * {@code 2012-09-04}.
     *
     * @throws IllegalArgumentException where there is no such column
     */
    public String text(String column) {
        return columns.text(row, column);
    }

    /** Says whether the value is missing; {@link IllegalArgumentException} where there is no such column. */
    public boolean lacks(String column) {
        return columns.isMissing(row, column);
    }
}
