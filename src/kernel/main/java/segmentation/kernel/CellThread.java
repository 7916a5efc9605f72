package segmentation.kernel;

import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that runs all cells of a kernel, so that what a cell leaves with its thread is there for the next. On it Java
 * at once gets ready.
 */
final class CellThread implements AutoCloseable {
    private final ExecutorService executor = Executors.newSingleThreadExecutor(this::thread);
    private volatile @Nullable Thread thread;
    private final Future<CellShell> shell = submit(CellShell::start);

    private Thread thread(Runnable tasks) {
        Thread made = new Thread(tasks, "cells");
        made.setDaemon(true);
        thread = made;
        return made;
    }

    /** Returns the shell for the cells. */
    Future<CellShell> shell() {
        return shell;
    }

    /** Starts a task as soon as the thread is free. */
    <T> Future<T> submit(Callable<T> task) {
        return executor.submit(task);
    }

    /** Runs a task and waits for it; at once where a cell itself is the caller. */
    <T> T call(Callable<T> task) {
        try {
            return isCurrent() ? task.call() : await(submit(task));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Tells whether a cell is the caller. */
    boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** Returns the thread; only asked for while a cell runs. */
    private Thread started() {
        return Objects.requireNonNull(thread, "no cell has run yet");
    }

    /** Tells whether the thread waits for something. */
    boolean isWaiting() {
        return EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.BLOCKED)
                .contains(started().getState());
    }

    /** Returns the time for which the thread has used a processor. */
    long usedNanos() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(started().getId());
    }

    /** Returns the method that the code of a cell is in, as a person would name it. */
    String outermostCall() {
        String call = "code of its own";
        for (StackTraceElement frame : started().getStackTrace()) {
            if (Internals.isCell(frame)) {
                break;
            }
            call = frame.getClassName() + "." + frame.getMethodName();
        }
        return call;
    }

    /** Waits for a task and throws what it threw. */
    static <T> T await(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a cell was running", stopped);
        }
    }

    /** Ends the thread after the task that it runs. */
    @Override
    public void close() {
        executor.shutdown();
    }
}
