package segmentation.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import segmentation.data.OriginalData;

/** The notebooks as they are committed: they run from top to bottom, and what is stored is what a run gives. */
class StoredNotebooksTest {
    private static final long LARGEST_BYTES = 1_000_000;

    @TempDir
    private Path site;

    static Stream<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("notebooks"))) {
            return files
                    .filter(file -> file.toString().endsWith(".ipynb"))
                    .filter(file -> !file.toString().contains(".ipynb_checkpoints"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** On whatever data there are: the published files, or the stand-ins. */
    @ParameterizedTest
    @MethodSource("notebooks")
    void runFromTopToBottom(Path notebook) {
        NotebookDocument fresh = run(notebook);

        assertThat(fresh.cells())
                .filteredOn(cell -> cell.isCode())
                .allMatch(cell -> cell.executionCount().isPresent());
        assertThat(site).isDirectoryRecursivelyContaining("glob:**/report.html");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void storeWhatAFreshRunOnThePublishedFilesGives(Path notebook) {
        OriginalData.load("mall-customers");

        assertThat(NotebookComparison.differences(NotebookDocument.read(notebook), run(notebook)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void storeOutputsOfThePublishedFiles(Path notebook) {
        String outputs = NotebookDocument.read(notebook).cells().stream()
                .flatMap(cell -> cell.outputs().stream())
                .map(Object::toString)
                .collect(Collectors.joining());

        assertThat(outputs).contains("Data: the published file").doesNotContain("stand-in");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void areStoredAsTheyWouldBeWrittenAndSmallEnoughToBeShown(Path notebook) throws IOException {
        assertThat(Files.readString(notebook))
                .isEqualTo(NotebookDocument.read(notebook).toJson());
        assertThat(Files.size(notebook)).isLessThan(LARGEST_BYTES);
    }

    private NotebookDocument run(Path notebook) {
        System.setProperty("segmentation.site", site.toString());
        try {
            return NotebookRunner.run(NotebookDocument.read(notebook), NotebookProgress.SILENT);
        } finally {
            System.clearProperty("segmentation.site");
        }
    }
}
