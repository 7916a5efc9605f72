package segmentation.kernel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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

    /** Waits until a cell gave the signal, and returns true; fails with what all threads do where none did for long. */
    static boolean await() throws InterruptedException {
        if (given.await(20, TimeUnit.SECONDS)) {
            return true;
        }
        StringBuilder threads = new StringBuilder("No cell gave the signal");
        Thread.getAllStackTraces().forEach((thread, calls) -> {
            threads.append("\n").append(thread);
            for (StackTraceElement call : calls) {
                threads.append("\n  ").append(call);
            }
        });
        throw new AssertionError(threads);
    }
}
