package segmentation.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import segmentation.notebook.NotebookComparison;
import segmentation.notebook.NotebookDocument;
import segmentation.notebook.NotebookProgress;
import segmentation.notebook.NotebookRunner;

/** The notebooks that need Spark, which the library's own tests leave out. */
class SparkNotebooksTest {
    static Stream<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
            return files
                    .filter(file -> file.toString().endsWith(".ipynb"))
                    .filter(file -> NotebookDocument.read(file).engine().equals(Optional.of("spark")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void storeWhatAFreshRunGives(Path notebook) {
        LocalSpark.spark();
        NotebookDocument stored = NotebookDocument.read(notebook);

        assertThat(NotebookComparison.differences(stored, NotebookRunner.run(stored, NotebookProgress.SILENT)))
                .isEmpty();
    }
}
