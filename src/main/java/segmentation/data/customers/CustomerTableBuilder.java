package segmentation.data.customers;

import java.time.LocalDate;
import java.util.List;
import segmentation.data.dataset.Dataset;
import segmentation.data.value.NumberParser;

/**
 * Collects customers row by row: one value a field in the order of the dataset, then the row's end. A row that turns out
 * to have a fault is dropped.
 */
public final class CustomerTableBuilder {
    // Numbers of up to 15 digits come back from a double as they were.
    private static final int DIGITS_OF_A_DOUBLE = 15;

    private final Dataset dataset;
    private final List<ColumnBuilder> columns;
    private int rows;
    private int next;

    private CustomerTableBuilder(Dataset dataset, int room) {
        this.dataset = dataset;
        this.columns = dataset.fields().stream()
                .map(field -> ColumnBuilder.of(field, room))
                .toList();
    }

    /** Starts without rows. */
    public static CustomerTableBuilder of(Dataset dataset) {
        return of(dataset, 0);
    }

    /** Starts without rows, with room for so many: columns that grow are mostly copies that nobody needs. */
    static CustomerTableBuilder of(Dataset dataset, int room) {
        return new CustomerTableBuilder(dataset, room);
    }

    /** Returns the number of rows that are ended. */
    public int rows() {
        return rows;
    }

    /** Adds a finite number; NaN is a missing one. */
    public void addNumber(double value) {
        nextColumn().add(value);
    }

    /**
     * Adds a finite number that was written with many digits.
     *
     * @param value the nearest double
     * @param text the one way to write the number: all its digits, no exponent, no zeros that could be left out
     */
    public void addNumber(double value, String text) {
        ColumnBuilder column = nextColumn();
        if (text.length() <= DIGITS_OF_A_DOUBLE) {
            column.add(value);
        } else {
            column.add(value, text);
        }
    }

    /** Adds the number that a reader stands on. */
    public void addNumber(NumberParser number) {
        if (number.length() <= DIGITS_OF_A_DOUBLE) {
            addNumber(number.value());
        } else {
            addNumber(number.value(), number.text());
        }
    }

    /** Adds a text; the empty one is a missing value. */
    public void addText(String text) {
        nextColumn().add(text);
    }

    /** Adds a day. */
    public void addDay(LocalDate day) {
        nextColumn().add(day);
    }

    /** Adds a missing value. */
    public void addMissing() {
        nextColumn().addMissing();
    }

    /** Returns the text of the value added last; empty for a missing one. */
    String last() {
        return columns.get(next - 1).last();
    }

    private ColumnBuilder nextColumn() {
        return columns.get(next++);
    }

    /** Ends the row, which must have a value for each field. */
    public void endRow() {
        if (next != columns.size()) {
            throw new IllegalArgumentException(
                    "A row has %d values, the dataset has %d fields".formatted(next, columns.size()));
        }
        next = 0;
        rows++;
    }

    /** Takes back the values of the row that is not ended. */
    public void dropRow() {
        for (int i = 0; i < next; i++) {
            columns.get(i).cutTo(rows);
        }
        next = 0;
    }

    /** Returns the values of the rows that were ended; nothing may be added afterwards. */
    public Columns build() {
        return Columns.of(
                dataset, rows, columns.stream().map(ColumnBuilder::build).toList());
    }
}
