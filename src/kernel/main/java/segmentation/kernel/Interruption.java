package segmentation.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The stop signal of the running cell.
 *
 * <p>A cell is stopped in two ways at once: {@link Thread#interrupt} ends what blocks, and {@link #check}, called from
 * every loop and method of a cell's bytecode, ends what spins. The thread is interrupted only while the cell's own code
 * runs: the compiler reads its files through channels that an interrupt would close for good. A signal sent when no cell
 * runs is dropped, so it cannot hit the next one. Static, because bytecode has nothing else to call; one cell of one
 * kernel runs at a time, and a cell of an abandoned kernel that ends late disturbs no other.
 */
public final class Interruption {
    private static final Object LOCK = new Object();
    private static volatile boolean raised;
    private static @Nullable Thread cell;
    private static boolean inCode;

    private Interruption() {}

    /** Throws {@link CellInterrupted} where the running cell is to stop; called by the cells' bytecode. */
    public static void check() {
        if (raised) {
            throw new CellInterrupted();
        }
    }

    /** Makes the calling thread the one to stop. */
    static void begin() {
        synchronized (LOCK) {
            cell = Thread.currentThread();
            raised = false;
            inCode = false;
        }
    }

    /** Marks the start of the cell's own code. */
    static void enterCode() {
        synchronized (LOCK) {
            inCode = inCode || Thread.currentThread() == cell;
        }
    }

    /** Marks the end of the cell's own code, and takes back an interrupt that it did not notice. */
    static void leaveCode() {
        synchronized (LOCK) {
            inCode = inCode && Thread.currentThread() != cell;
            Thread.interrupted();
        }
    }

    /** Forgets the cell. */
    static void end() {
        synchronized (LOCK) {
            if (Thread.currentThread() == cell) {
                cell = null;
                raised = false;
            }
        }
    }

    /** Tells whether the running cell was told to stop. */
    static boolean isRaised() {
        return raised;
    }

    /** Tells whether the running cell's own code runs, not the compiler. */
    static boolean isInCode() {
        synchronized (LOCK) {
            return inCode;
        }
    }

    /** Stops the running cell; does nothing where none runs. */
    static void raise() {
        synchronized (LOCK) {
            if (cell == null) {
                return;
            }
            raised = true;
            if (inCode) {
                cell.interrupt();
            }
        }
    }
}
