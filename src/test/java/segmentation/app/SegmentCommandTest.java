package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What every subcommand has in common. */
class SegmentCommandTest {

    @Test
    void explainsItselfWhereNothingWasAsked() {
        Ran ran = Ran.segment();

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("Usage: segment", "Commands:", "completion");
    }

    @Test
    void printsTheVersionOfTheBuild() throws Exception {
        Ran ran = Ran.segment("--version");

        assertThat(ran.code()).isZero();
        assertThat(ran.out().strip()).matches("segment [0-9]+\\.[0-9]+\\.[0-9]+\\S*");
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<version>%s</version>".formatted(ran.out().strip().replace("segment ", "")));
    }

    @Test
    void endsWithThreeWhereStandardOutputCannotBeWritten() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(new FullDisk()));
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));

            assertThat(Command.run(SegmentCommand.create(), "--version")).isEqualTo(3);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("Standard output could not be written");
    }

    /** Where nothing can be written to. */
    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int ignored) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfWithExamples(String name) {
        Ran ran = Ran.segment(name, "--help");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("Usage: segment " + name, "environment/segment " + name);
        assertThat(ran.out().lines().map(String::length)).allMatch(length -> length <= 80);
    }

    static List<String> commands() {
        return new CommandLine(SegmentCommand.create())
                .getSubcommands().keySet().stream().sorted().toList();
    }

    @Test
    void completesEveryCommand() {
        Ran ran = Ran.segment("completion");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("#!/usr/bin/env bash").contains(commands());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fast", "cluster"})
    void refusesWhatItDoesNotKnowInOneSentence(String argument) {
        Ran ran = Ran.segment(argument);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains(argument)
                .endsWith("; see segment --help\n")
                .hasLineCount(1);
    }

    @Test
    void saysWhereTheMemoryDoesNotDo() {
        @CommandLine.Command(name = "greedy")
        class Greedy implements Callable<Integer> {
            @Override
            public Integer call() {
                throw new OutOfMemoryError("Java heap space");
            }
        }

        Ran ran = Ran.of(new Greedy());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).matches("The memory of this command, [0-9]+ MB, is not enough .*\n");
    }
}
