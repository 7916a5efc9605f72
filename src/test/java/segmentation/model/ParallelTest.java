package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {

    @Test
    void givesResultsInTheOrderOfTheirNumbers() {
        List<Integer> squares = Parallel.map(1_000, number -> number * number);

        assertThat(squares)
                .containsExactlyElementsOf(IntStream.range(0, 1_000)
                        .map(number -> number * number)
                        .boxed()
                        .toList());
    }

    @Test
    void hasNoResultsWithoutTasks() {
        assertThat(Parallel.map(0, number -> number)).isEmpty();
    }

    @Test
    void letsTasksStartTasksEvenOnOneThread() throws Exception {
        ForkJoinPool one = new ForkJoinPool(1);

        int sum = one.submit(() -> nested()).get();

        assertThat(sum).isEqualTo(nested()).isEqualTo(10 * 45 + 10 * 45);
        one.shutdown();
    }

    private static int nested() {
        return Parallel.map(
                        10,
                        outer -> Parallel.map(10, inner -> outer + inner).stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    @Test
    void throwsWhatATaskThrewAndBeginsNoOther() {
        AtomicInteger begun = new AtomicInteger();

        assertThatIllegalStateException()
                .isThrownBy(() -> Parallel.map(100_000, number -> {
                    begun.incrementAndGet();
                    throw new IllegalStateException("task failed");
                }))
                .withMessage("task failed");

        assertThat(begun.get()).isLessThan(100);
    }

    @Test
    void passesErrorsOn() {
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> Parallel.map(3, number -> {
                    throw new StackOverflowError();
                }));
    }

    @Test
    void stopsAndKeepsTheStatusWhereItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> Parallel.map(10, number -> number));

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void stopsWhileATaskRuns() {
        AtomicInteger done = new AtomicInteger();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Parallel.map(1_000_000, number -> {
                    if (done.incrementAndGet() == 50) {
                        caller.interrupt();
                    }
                    return number;
                }));

        assertThat(Thread.interrupted()).isTrue();
    }

    private final Thread caller = Thread.currentThread();

    @Test
    void stopsTheTasksThatTasksHaveStartedOnOtherThreads() throws Exception {
        ForkJoinPool four = new ForkJoinPool(4);
        AtomicInteger done = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(2);

        ForkJoinTask<?> work = four.submit(() -> {
            Thread outermost = Thread.currentThread();
            Parallel.map(2, outer -> {
                begun.countDown();
                awaitBoth(begun);
                return Parallel.map(1_000_000, inner -> {
                    if (done.incrementAndGet() == 100) {
                        outermost.interrupt();
                    }
                    return inner;
                });
            });
        });

        assertThatThrownBy(work::get).hasRootCauseInstanceOf(CancellationException.class);
        four.shutdown();
        assertThat(four.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(done.get()).isLessThan(100_000);
    }

    @Test
    void endsALongTaskThatChecksWhetherItIsStillWanted() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        ForkJoinPool two = new ForkJoinPool(2);

        ForkJoinTask<?> work = two.submit(() -> Parallel.map(2, number -> {
            begun.countDown();
            awaitBoth(begun);
            if (number == 1) {
                throw new IllegalStateException("task 1 failed");
            }
            while (true) {
                Parallel.checkStopped();
            }
        }));

        assertThatThrownBy(work::get).hasRootCauseMessage("task 1 failed");
        two.shutdown();
    }

    /** Else the many fits of a gap statistic stay in memory until the last one ends. */
    @Test
    void keepsNothingOfFinishedWorkWhileThePoolIsBusy() throws Exception {
        ForkJoinPool one = new ForkJoinPool(1);

        boolean freed = one.submit(() -> isFreed(finishedWork())).get();

        assertThat(freed).isTrue();
        one.shutdown();
    }

    private static WeakReference<int[]> finishedWork() {
        int[] data = new int[1_000];
        Parallel.map(10, number -> data[number]);
        return new WeakReference<>(data);
    }

    private static boolean isFreed(WeakReference<int[]> data) {
        for (int tries = 0; tries < 100 && data.get() != null; tries++) {
            System.gc();
        }
        return data.get() == null;
    }

    @Test
    void showsTheCallsOfTheCallerBelowThoseOfATaskOnAnotherThread() throws Exception {
        ForkJoinPool two = new ForkJoinPool(2);

        StackTraceElement[] calls =
                two.submit(ParallelTest::callsOfAFailureElsewhere).get();

        assertThat(calls).extracting(StackTraceElement::getMethodName).contains("callsOfAFailureElsewhere", "failed");
        two.shutdown();
    }

    private static StackTraceElement[] callsOfAFailureElsewhere() {
        Thread own = Thread.currentThread();
        CountDownLatch begun = new CountDownLatch(2);
        try {
            Parallel.map(2, number -> {
                begun.countDown();
                awaitBoth(begun);
                return Thread.currentThread() == own ? number : failed();
            });
            return new StackTraceElement[0];
        } catch (IllegalStateException failure) {
            return failure.getStackTrace();
        }
    }

    private static int failed() {
        throw new IllegalStateException("failed elsewhere");
    }

    @Test
    void showsTheCallsOfATaskOnTheOwnThreadOnce() throws Exception {
        ForkJoinPool one = new ForkJoinPool(1);

        StackTraceElement[] calls =
                one.submit(ParallelTest::callsOfAFailureHere).get();

        assertThat(calls)
                .extracting(StackTraceElement::getMethodName)
                .filteredOn("callsOfAFailureHere"::equals)
                .hasSize(1);
        one.shutdown();
    }

    private static StackTraceElement[] callsOfAFailureHere() {
        try {
            Parallel.map(1, number -> failed());
            return new StackTraceElement[0];
        } catch (IllegalStateException failure) {
            return failure.getStackTrace();
        }
    }

    @Test
    void throwsTheFailureWithTheLowestNumber() throws Exception {
        ForkJoinPool two = new ForkJoinPool(2);
        CountDownLatch begun = new CountDownLatch(2);

        ForkJoinTask<?> work = two.submit(() -> Parallel.map(2, number -> {
            begun.countDown();
            awaitBoth(begun);
            throw new IllegalStateException("task %d failed".formatted(number));
        }));

        assertThatThrownBy(work::get).hasRootCauseMessage("task 0 failed");
        two.shutdown();
    }

    @Test
    void stopsAPieceOfOneTaskWithinATask() {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Parallel.map(1, outer -> {
                    Thread.currentThread().interrupt();
                    return Parallel.map(1, inner -> inner);
                }));
        assertThat(Thread.interrupted()).isTrue();

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Parallel.map(
                        1,
                        outer -> Parallel.map(1, inner -> {
                            Thread.currentThread().interrupt();
                            return inner;
                        })));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void givesTheResultOfAPieceOfOneTaskWithinATask() {
        assertThat(Parallel.map(2, outer -> Parallel.map(1, inner -> 10 * outer + inner)))
                .containsExactly(List.of(0), List.of(10));
    }

    private static void awaitBoth(CountDownLatch begun) {
        try {
            assertThat(begun.await(30, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void saysHowFarItIsButNotOfTheTasksOfTasks() {
        Queue<Integer> heard = new ConcurrentLinkedQueue<>();

        List<Integer> results = Parallel.heardBy(
                (ended, count) -> heard.add(100 * count + ended),
                () -> Parallel.map(3, task -> Parallel.map(2, inner -> inner).size() + task));
        Parallel.map(5, task -> task);

        assertThat(results).containsExactly(2, 3, 4);
        assertThat(heard).containsExactlyInAnyOrder(301, 302, 303);
    }
}
