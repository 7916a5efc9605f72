package segmentation.kernel;

/**
 * The end of a cell that was interrupted. An error, not an exception, so that a cell's own {@code catch (Exception e)}
 * does not swallow it.
 */
public final class CellInterrupted extends Error {
    private static final long serialVersionUID = 1L;

    /** What a person reads of it. */
    static final String SENTENCE = "The cell was interrupted; variables keep the values they had at that moment";

    CellInterrupted() {
        super(SENTENCE);
    }
}
