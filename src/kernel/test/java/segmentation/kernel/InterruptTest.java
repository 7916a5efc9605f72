package segmentation.kernel;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.kernel.EmbeddedKernel.Outcome;

class InterruptTest {
    private static EmbeddedKernel kernel;

    @BeforeAll
    static void start() {
        kernel = EmbeddedKernel.start(Path.of(""));
        kernel.run("import segmentation.kernel.Signal;\nint earlier = 42;");
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @BeforeEach
    void reset() {
        Signal.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread.sleep(60_000);",
                "while (true) { }",
                "for (;;);",
                "do { } while (true);",
                "new java.util.concurrent.CountDownLatch(1).await();",
                "synchronized (Signal.class) { Signal.class.wait(); }",
                "long n = 0; while (true) { try { n++; } catch (Throwable t) { } }",
                "while (true) { try { Thread.sleep(60_000); } catch (Exception e) { } }",
                "java.util.stream.Stream.iterate(1, i -> i).forEach(i -> { });",
                "java.util.stream.IntStream.range(0, 8).parallel().forEach(i -> { while (true) { } });",
                "class Spinner { Spinner() { while (true) { } } }\nnew Spinner();",
                "int again(int n) { return n == 0 ? 0 : again(n - 1); }\nwhile (again(100) == 0);",
                "while (true) System.out.append('x');"
            })
    void stopsARunningCell(String rest) throws Exception {
        CompletableFuture<Outcome> running = CompletableFuture.supplyAsync(() -> kernel.run("Signal.give();\n" + rest));
        Signal.await();
        kernel.kernel().interrupt();
        Outcome outcome = running.get();

        CellError error = outcome.error().orElseThrow();
        assertThat(error.name()).isEqualTo("CellInterrupted");
        assertThat(error).hasMessageStartingWith("The cell was interrupted");
        assertThat(kernel.run("earlier + 1").shown())
                .singleElement()
                .extracting("data")
                .asString()
                .contains("43");
    }

    @Test
    void hitsNoLaterCellWhenNoneRuns() {
        kernel.kernel().interrupt();

        assertThat(kernel.run("Thread.sleep(1);\nfor (int i = 0; i < 3; i++) { }")
                        .error())
                .isEmpty();
    }

    @Test
    void stopsAResultThatIsEndlessToShow() throws Exception {
        kernel.run("class Endless { public String toString() { Signal.give(); while (true) { } } }");

        CompletableFuture<Outcome> running = CompletableFuture.supplyAsync(() -> kernel.run("new Endless()"));
        Signal.await();
        kernel.kernel().interrupt();

        assertThat(running.get().error().orElseThrow().name()).isEqualTo("CellInterrupted");
    }

    @Test
    void stopsACellOfTenThousandVariablesAndSaysWhyItTakesLong() throws Exception {
        String variables = IntStream.range(0, 10_000)
                .mapToObj(i -> "int many" + i + " = " + i + ";\n")
                .collect(joining());

        CompletableFuture<Outcome> running =
                CompletableFuture.supplyAsync(() -> kernel.run("Signal.give();\n" + variables));
        Signal.await();
        kernel.kernel().interrupt();
        Outcome outcome = running.get();

        assertThat(outcome.error().orElseThrow().name()).isEqualTo("CellInterrupted");
        assertThat(outcome.shown())
                .first()
                .extracting("text")
                .asString()
                .startsWith("This cell has 10001 statements")
                .contains("A loop, an array or a method");
        assertThat(kernel.run("earlier + 1").error()).isEmpty();
    }

    @Test
    void leavesCompilingAloneSoThatTheNextCellCompiles() throws Exception {
        for (int i = 0; i < 20; i++) {
            CompletableFuture<Outcome> running =
                    CompletableFuture.supplyAsync(() -> kernel.run("java.util.stream.IntStream.range(0, 9).sum()"));
            TimeUnit.MILLISECONDS.sleep(i);
            kernel.kernel().interrupt();
            running.get();
        }

        assertThat(kernel.run("new javax.script.SimpleBindings().size() + earlier")
                        .error())
                .isEmpty();
    }
}
