package segmentation.notebook;

import segmentation.kernel.CellError;

/**
 * The end of a run at a cell that failed. The message is one line to show as it is: notebook, cell, line, source, what
 * happened.
 */
public final class NotebookFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String notebook;
    private final int cell;
    private final int executionCount;
    private final CellError error;

    private NotebookFailure(String notebook, int cell, int executionCount, CellError error) {
        super(
                "%s, cell %d [%d], line %d, %s: %s: %s"
                        .formatted(
                                notebook,
                                cell,
                                executionCount,
                                error.line(),
                                error.sourceLine(),
                                error.name(),
                                error.getMessage()),
                error);
        this.notebook = notebook;
        this.cell = cell;
        this.executionCount = executionCount;
        this.error = error;
    }

    /** Returns the failure of a cell. */
    static NotebookFailure of(NotebookDocument notebook, NotebookCell cell, int executionCount, CellError error) {
        return new NotebookFailure(notebook.name(), cell.number(), executionCount, error);
    }

    /** Returns the notebook's file name. */
    public String notebook() {
        return notebook;
    }

    /** Returns the number of the cell among all cells, from 1. */
    public int cell() {
        return cell;
    }

    /** Returns the execution count of the cell, from 1. */
    public int executionCount() {
        return executionCount;
    }

    /** Returns the line of the cell, from 1. */
    public int line() {
        return error.line();
    }

    /** Returns the text of that line. */
    public String sourceLine() {
        return error.sourceLine();
    }

    /** Returns the details: name, message and the calls in between, line by line. */
    public CellError error() {
        return error;
    }
}
