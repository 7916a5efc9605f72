package segmentation.model;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Numbered tasks on all cores, their results in order: threads cannot change what comes out.
 *
 * <p>Each task must depend on its number only. The calling thread works too, so tasks may start tasks of their own, and
 * on one core all run in the caller. A stopped notebook cell interrupts the caller, which parallel streams do not
 * notice; here no further task is then begun.
 */
public final class Parallel {
    private Parallel() {}

    /**
     * Returns the results of tasks 0 to count - 1, in that order.
     *
     * @throws CancellationException where the calling thread is interrupted; its interrupt status stays set
     * @throws RuntimeException what the failed task with the lowest number of those that ran has thrown
     */
    public static <T> List<T> map(int count, IntFunction<T> task) {
        Run<T> run = new Run<>(count, task);
        ForkJoinPool pool = ForkJoinTask.inForkJoinPool() ? ForkJoinTask.getPool() : ForkJoinPool.commonPool();
        int helpers = Math.min(count - 1, pool.getParallelism());
        for (int i = 0; i < helpers; i++) {
            pool.execute(run::work);
        }
        return run.finish();
    }

    private static final class Run<T> {
        private final int count;
        private final IntFunction<T> task;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch open;
        private final AtomicReferenceArray<T> results;
        private final AtomicReferenceArray<Throwable> failures;
        private volatile boolean stopped;

        private Run(int count, IntFunction<T> task) {
            this.count = count;
            this.task = task;
            this.open = new CountDownLatch(count);
            this.results = new AtomicReferenceArray<>(count);
            this.failures = new AtomicReferenceArray<>(count);
        }

        private void work() {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                perform(number);
                open.countDown();
            }
        }

        private void perform(int number) {
            if (stopped) {
                return;
            }
            try {
                results.set(number, task.apply(number));
            } catch (RuntimeException | Error failure) {
                failures.set(number, failure);
                stopped = true;
            }
        }

        private List<T> finish() {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                stopped |= Thread.currentThread().isInterrupted();
                perform(number);
                open.countDown();
            }
            awaitOthers();
            IntStream.range(0, count).forEach(this::rethrow);
            return IntStream.range(0, count).mapToObj(results::get).toList();
        }

        private void awaitOthers() {
            try {
                open.await();
            } catch (InterruptedException interrupted) {
                stopped = true;
                Thread.currentThread().interrupt();
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The work was interrupted and is not finished");
            }
        }

        private void rethrow(int number) {
            Throwable failure = failures.get(number);
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure != null) {
                throw (RuntimeException) failure;
            }
        }
    }
}
