package segmentation.text;

/** A result that can be shown as a table: notebooks and reports render it without knowing what it is. */
@FunctionalInterface
public interface Tabular {

    /** Returns the result as a table of formatted cells. */
    ResultTable toTable();
}
