package segmentation.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Numbered tasks on all cores, their results in order: threads cannot change what comes out.
 *
 * <p>Each task must depend on its number only. The calling thread works too, so tasks may start tasks of their own, and
 * on one core all run in the caller. A stopped notebook cell interrupts the caller, which parallel streams do not
 * notice; here no further task is then begun, not by the tasks either that started tasks of their own.
 */
public final class Parallel {
    private static final ThreadLocal<Run<?>> CURRENT = new ThreadLocal<>();
    private static final WorkListener NOBODY = (ended, count) -> {};
    private static final ThreadLocal<WorkListener> LISTENER = ThreadLocal.withInitial(() -> NOBODY);

    /** Somebody who is told how far numbered tasks have got, such as a line of progress. Called from any thread. */
    @FunctionalInterface
    public interface WorkListener {

        /**
         * Hears that one more task has ended.
         *
         * @param ended tasks that have ended, from 1; two threads may tell 3 before 2
         * @param count all tasks of this piece of work
         */
        void ended(int ended, int count);
    }

    private Parallel() {}

    /**
     * Returns the results of tasks 0 to count - 1, in that order.
     *
     * @throws CancellationException where the calling thread is interrupted; its interrupt status stays set
     * @throws RuntimeException what the failed task with the lowest number of those that ran has thrown; where another
     *     thread ran it, the caller's calls stand below its own, so that a notebook can name the line of its cell
     */
    public static <T> List<T> map(int count, IntFunction<T> task) {
        if (count == 1 && CURRENT.get() != null) {
            return Collections.singletonList(alone(task));
        }
        Run<T> run = new Run<>(count, task);
        ForkJoinPool pool = ForkJoinTask.inForkJoinPool() ? ForkJoinTask.getPool() : ForkJoinPool.commonPool();
        int helpers = Math.min(count - 1, helpers(pool));
        // A busy pool reaches a helper long after its run has ended, and must not keep the run's data until then.
        AtomicReference<Run<T>> unfinished = new AtomicReference<>(run);
        for (int i = 0; i < helpers; i++) {
            pool.execute(() -> Optional.ofNullable(unfinished.get()).ifPresent(Run::work));
        }
        try {
            return run.finish();
        } finally {
            unfinished.set(null);
        }
    }

    /** Does the only part of a piece of work that is itself a task: small data is one part, and a fit of it has many steps. */
    private static <T> T alone(IntFunction<T> task) {
        checkStopped();
        T result = task.apply(0);
        checkStopped();
        return result;
    }

    /** The common pool has a thread even on one core, where it would only take turns with the caller. */
    private static int helpers(ForkJoinPool pool) {
        return pool == ForkJoinPool.commonPool()
                ? Math.min(pool.getParallelism(), Runtime.getRuntime().availableProcessors() - 1)
                : pool.getParallelism();
    }

    /**
     * Does work while somebody hears how far it has got: of every {@link #map} that the work calls on this thread, not of
     * those that tasks call in their turn. Who listens cannot change what comes out.
     */
    public static <T> T heardBy(WorkListener listener, Supplier<T> work) {
        WorkListener before = LISTENER.get();
        LISTENER.set(listener);
        try {
            return work.get();
        } finally {
            LISTENER.set(before);
        }
    }

    /**
     * Ends a task that is no longer wanted; a task that may run for longer than a moment calls it now and then.
     *
     * @throws CancellationException where the thread, or one that waits for this task, is interrupted, or another task of
     *     the same work has failed
     */
    static void checkStopped() {
        Run<?> run = CURRENT.get();
        if (Thread.currentThread().isInterrupted() || (run != null && run.isStopped())) {
            throw cancelled();
        }
    }

    private static CancellationException cancelled() {
        return new CancellationException("The work was interrupted and is not finished");
    }

    private record Failure(Throwable thrown, Thread thread) {}

    private static final class Run<T> {
        private final Run<?> outer = CURRENT.get();
        private final WorkListener listener = outer == null ? LISTENER.get() : NOBODY;
        private final AtomicInteger ended = new AtomicInteger();
        private final Thread caller = Thread.currentThread();
        private final int count;
        private final IntFunction<T> task;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch open;
        private final AtomicReferenceArray<T> results;
        private final AtomicReferenceArray<Failure> failures;
        private volatile boolean stopped;

        private Run(int count, IntFunction<T> task) {
            this.count = count;
            this.task = task;
            this.open = new CountDownLatch(count);
            this.results = new AtomicReferenceArray<>(count);
            this.failures = new AtomicReferenceArray<>(count);
        }

        /** The status may be cleared as soon as the caller knows of it, so what has once been seen stays. */
        private boolean isStopped() {
            if (caller.isInterrupted()) {
                stopped = true;
            }
            return stopped || (outer != null && outer.isStopped());
        }

        private void work() {
            Run<?> before = CURRENT.get();
            CURRENT.set(this);
            try {
                for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    perform(number);
                    open.countDown();
                }
            } finally {
                CURRENT.set(before);
            }
        }

        private void perform(int number) {
            if (isStopped()) {
                return;
            }
            try {
                results.set(number, task.apply(number));
                listener.ended(ended.incrementAndGet(), count);
            } catch (RuntimeException | Error thrown) {
                // A task that ended because the work was stopped is not what stopped it.
                if (!(thrown instanceof CancellationException && isStopped())) {
                    failures.set(number, new Failure(thrown, Thread.currentThread()));
                }
                stopped = true;
            }
        }

        private List<T> finish() {
            work();
            try {
                open.await();
            } catch (InterruptedException interrupted) {
                caller.interrupt();
            }
            if (!caller.isInterrupted()) {
                IntStream.range(0, count)
                        .mapToObj(failures::get)
                        .filter(Objects::nonNull)
                        .forEach(this::rethrow);
            }
            if (isStopped()) {
                throw cancelled();
            }
            return IntStream.range(0, count).mapToObj(results::get).toList();
        }

        private void rethrow(Failure failure) {
            Throwable thrown = failure.thrown();
            if (failure.thread() != caller) {
                thrown.setStackTrace(Stream.of(thrown.getStackTrace(), caller.getStackTrace())
                        .flatMap(Arrays::stream)
                        .toArray(StackTraceElement[]::new));
            }
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }
    }
}
