package segmentation.kernel;

import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The one thread that runs all cells of a kernel, so that what a cell leaves with its thread is there for the next. */
final class CellThread implements AutoCloseable {
    private final ExecutorService executor = Executors.newSingleThreadExecutor(this::thread);
    private volatile Thread thread;

    private Thread thread(Runnable tasks) {
        thread = new Thread(tasks, "cells");
        thread.setDaemon(true);
        return thread;
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

    /** Tells whether the thread waits for something. */
    boolean isWaiting() {
        return EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.BLOCKED)
                .contains(thread.getState());
    }

    /** Returns the time for which the thread has used a processor. */
    long usedNanos() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }

    /** Returns the method that the code of a cell is in, as a person would name it. */
    String outermostCall() {
        String call = "code of its own";
        for (StackTraceElement frame : thread.getStackTrace()) {
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
