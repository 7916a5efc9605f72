package segmentation.evaluation;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/** Runs something while every thread of the common pool is kept busy, so that the caller has to do all of it. */
public final class OneThread {
    private OneThread() {}

    public static <T> T run(Supplier<T> work) throws InterruptedException {
        int others = ForkJoinPool.commonPool().getParallelism();
        CountDownLatch busy = new CountDownLatch(others);
        CountDownLatch done = new CountDownLatch(1);
        for (int i = 0; i < others; i++) {
            ForkJoinPool.commonPool().execute(() -> {
                busy.countDown();
                awaitQuietly(done);
            });
        }
        busy.await();
        try {
            return work.get();
        } finally {
            done.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
