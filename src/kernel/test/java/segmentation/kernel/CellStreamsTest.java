package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CellStreamsTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream ours = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final PrintStream before = System.out;
    private final InputStream input = System.in;

    @BeforeEach
    void write() {
        System.setOut(ours);
    }

    @AfterEach
    void giveBack() {
        System.setOut(before);
    }

    @Test
    void areGivenBackAtTheEnd() {
        PrintStream errors = System.err;

        try (EmbeddedKernel kernel = EmbeddedKernel.start(Path.of(""))) {
            kernel.run("System.out.append(\"x\");");
        }

        assertThat(System.out).isSameAs(ours);
        assertThat(System.err).isSameAs(errors);
        assertThat(System.in).isSameAs(input);
        assertThat(written.size()).isZero();
    }

    @Test
    void leaveToOthersWhatOthersWriteBetweenCells() {
        try (EmbeddedKernel kernel = EmbeddedKernel.start(Path.of(""))) {
            kernel.run("System.out.append(\"x\");");
            System.out.append("between");
            assertThat(System.in).isSameAs(input);
        }

        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("between");
    }

    @Test
    void areThereForTheNextCellWhateverACellPutsInTheirPlace() {
        try (EmbeddedKernel kernel = EmbeddedKernel.start(Path.of(""))) {
            kernel.run("System.setOut(new PrintStream(OutputStream.nullOutputStream()));");

            assertThat(kernel.run("var same = System.out.append(\"seen\");").shown())
                    .hasSize(1);
        }

        assertThat(System.out).isSameAs(ours);
    }

    @Test
    void takeWhatThePoolOfAllWritesToTheCellThatRuns() {
        try (EmbeddedKernel kernel = EmbeddedKernel.start(Path.of(""))) {
            String print = "java.util.stream.IntStream.range(0, 64).parallel().forEach(i -> System.out.append('x'));";
            kernel.run(print);

            assertThat(kernel.run(print).shown().toString()).isNotEmpty();
            assertThat(kernel.run(print).shown()).extracting("text").asString().matches("\\[x{64}]");
        }
    }
}
