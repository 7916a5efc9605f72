package segmentation.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void makesFoldersAndReplacesWhatWasThere() throws IOException {
        Path file = folder.resolve("a/b/report.html");

        AtomicFile.write(file, "old");
        AtomicFile.write(file, "néw");

        assertThat(file).hasContent("néw");
        assertThat(filesIn(file.getParent())).containsExactly("report.html");
    }

    @Test
    void leavesNothingBehindWhereTheFileCannotBeWritten() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("report.html/inside"));

        assertThatThrownBy(() -> AtomicFile.write(taken.getParent(), "text"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("report.html could not be written")
                .hasMessageContaining("check that the folder exists, is writable and has room");

        assertThat(filesIn(folder)).containsExactly("report.html");
        assertThat(taken).isDirectory();
    }

    @Test
    void writesTextWhileItIsMade() throws IOException {
        Path file = folder.resolve("long.csv");

        AtomicFile.write(file, out -> {
            for (int row = 0; row < 50_000; row++) {
                out.append("né€𝄞\r\n");
            }
        });

        assertThat(Files.readString(file)).isEqualTo("né€𝄞\r\n".repeat(50_000));
        assertThat(filesIn(folder)).containsExactly("long.csv");
    }

    @Test
    void keepsTheEarlierFileWhereMakingTheTextFails() throws IOException {
        Path file = folder.resolve("segments.csv");
        AtomicFile.write(file, "old");

        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.append("half");
                    throw new IOException("no room");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("segments.csv could not be written");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    throw new IllegalStateException("no row");
                }))
                .hasMessage("no row");

        assertThat(file).hasContent("old");
        assertThat(filesIn(folder)).containsExactly("segments.csv");
    }

    private static Stream<String> filesIn(Path folder) throws IOException {
        return Files.list(folder).map(file -> file.getFileName().toString());
    }
}
