package segmentation.kernel;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** The functions that every cell can call without an import. */
public final class CellFunctions {
    private CellFunctions() {}

    /** Shows a value below the cell, as its last expression would be shown. */
    public static void display(Object value) {
        BaseKernel kernel = BaseKernel.notebookKernel();
        kernel.display(kernel.getRenderer().render(value));
    }

    /** Shows a value below the cell in the given forms, such as {@code text/html}; always as plain text too. */
    public static void display(Object value, String... mimeTypes) {
        BaseKernel kernel = BaseKernel.notebookKernel();
        kernel.display(kernel.getRenderer().renderAs(value, mimeTypes));
    }

    /**
     * Asks the person at the notebook for a line that is not to be seen while it is typed.
     *
     * @param prompt what to ask for, such as {@code "Key: "}
     */
    public static String readPassword(String prompt) {
        return ((CellIO) BaseKernel.notebookKernel().getIO()).askForPassword(prompt);
    }
}
