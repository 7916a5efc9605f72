package segmentation.kernel;

import java.util.concurrent.CountDownLatch;

/** Lets a cell tell a test that it is running; public, for cells live in another package. */
public final class Signal {
    private static volatile CountDownLatch given = new CountDownLatch(1);

    private Signal() {}

    /** Called by a cell. */
    public static void give() {
        given.countDown();
    }

    /** Takes the signal back. */
    static void reset() {
        given = new CountDownLatch(1);
    }

    /** Waits until a cell gives the signal. */
    static void await() throws InterruptedException {
        given.await();
    }
}
