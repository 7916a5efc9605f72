package segmentation.kernel;

/** A cell read from {@code System.in} in a run where nobody can answer. */
public final class NoInput extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NoInput() {
        super("This cell reads from System.in, but this run has nobody to answer; open the notebook in Jupyter and"
                + " run the cell there");
    }
}
