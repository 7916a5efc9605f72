package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A fit that is stopped from outside, as by Ctrl-C. */
@DisabledOnOs(OS.WINDOWS)
class FitStoppedTest {
    @TempDir
    private Path folder;

    @Test
    void leavesNoHalfWrittenResultAndTheEarlierOneAsItWas() throws Exception {
        Path file = Files.writeString(folder.resolve("in.csv"), noise(20_000));
        Path out = folder.resolve("out");
        Ran.segment("fit", small().toString(), "--out", out.toString(), "--restarts", "2", "--skip", "gap,stability");
        String before = Files.readString(out.resolve("files.sha256"));

        Process fit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SegmentCommand.class.getName(),
                        "fit",
                        file.toString(),
                        "--out",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        awaitTemporaryFolder(fit);
        fit.destroy();

        assertThat(fit.waitFor()).isEqualTo(143);
        assertThat(left()).containsExactly("in.csv", "out", "said", "small.csv");
        assertThat(Files.readString(out.resolve("files.sha256"))).isEqualTo(before);
    }

    private void awaitTemporaryFolder(Process fit) throws Exception {
        while (fit.isAlive() && left().stream().noneMatch(name -> name.endsWith(".part"))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(fit.isAlive()).as(Files.readString(folder.resolve("said"))).isTrue();
    }

    private Path small() throws IOException {
        return Files.writeString(folder.resolve("small.csv"), noise(30));
    }

    private static String noise(int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        return "a,b\n"
                + IntStream.range(0, rows)
                        .mapToObj(row -> random.nextDouble() + "," + random.nextDouble() + "\n")
                        .collect(Collectors.joining());
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }
}
