package segmentation.kernel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Lets a cell tell a test that it is running; public, for cells live in another package. */
public final class Signal {
    private static volatile CountDownLatch given = new CountDownLatch(1);
    private static volatile Semaphore go = new Semaphore(0);

    private Signal() {}

    /** Called by a cell. */
    public static void give() {
        given.countDown();
    }

    /** Called by a cell: gives the signal, and then waits, whatever interrupts it, until the test lets it go on. */
    public static void giveAndWait() {
        given.countDown();
        go.acquireUninterruptibly();
    }

    /** Lets a cell that waits go on. */
    static void release() {
        go.release();
    }

    /** Takes the signals back. */
    static void reset() {
        given = new CountDownLatch(1);
        go = new Semaphore(0);
    }

    /** Waits until a cell gives the signal. */
    static void await() throws InterruptedException {
        given.await();
    }
}
