package segmentation.kernel;

/** The end of a cell that called {@link System#exit}. An error, so that a cell's own {@code catch} does not hide it. */
public final class ExitCalled extends Error {
    private static final long serialVersionUID = 1L;

    private ExitCalled(int status) {
        super(
                "The cell called System.exit(%d), which would end the kernel and lose all variables; to do so, restart the kernel"
                        .formatted(status));
    }

    /** Throws the error in place of {@link System#exit}; called by the cells' bytecode. */
    public static void exit(int status) {
        throw new ExitCalled(status);
    }
}
