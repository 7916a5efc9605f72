package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    private Path folder;

    @Test
    void makesFoldersAndReplacesWhatWasThere() throws IOException {
        Path file = folder.resolve("a/b/report.html");

        OutputFile.write(file, "old");
        OutputFile.write(file, "néw");

        assertThat(file).hasContent("néw");
        assertThat(filesIn(file.getParent())).containsExactly("report.html");
    }

    @Test
    void leavesNothingBehindWhereTheFileCannotBeWritten() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("report.html/inside"));

        assertThatThrownBy(() -> OutputFile.write(taken.getParent(), "text"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("report.html could not be written")
                .hasMessageContaining("check that the folder exists, is writable and has room");

        assertThat(filesIn(folder)).containsExactly("report.html");
        assertThat(taken).isDirectory();
    }

    private static Stream<String> filesIn(Path folder) throws IOException {
        return Files.list(folder).map(file -> file.getFileName().toString());
    }
}
