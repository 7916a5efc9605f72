package segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
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
}
