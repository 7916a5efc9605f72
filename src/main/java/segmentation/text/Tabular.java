package segmentation.text;

import tech.tablesaw.api.Table;

/** A result that can be shown as a table: notebooks and reports render it without knowing what it is. */
@FunctionalInterface
public interface Tabular {

    /** Returns the result as a table of formatted cells. */
    ResultTable toTable();

    /**
     * Returns the result as a fresh Tablesaw table, to be sorted, joined or plotted: columns of figures hold numbers,
     * missing ones as Tablesaw marks them.
     */
    default Table table() {
        return toTable().table();
    }
}
