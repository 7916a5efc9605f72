package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the project's data folder is found. */
class ProjectFolderTest {
    @TempDir
    private Path temporary;

    private Path project;
    private Path data;

    @BeforeEach
    void buildsAProject() throws IOException {
        project = temporary.resolve("my project");
        data = project.resolve("data");
        Files.createDirectories(data.resolve("visits"));
        Files.createFile(data.resolve("visits/datapackage.json"));
    }

    @Test
    void findsTheProjectFromAnyFolderBelowIt() throws IOException {
        Path notebooks = Files.createDirectories(project.resolve("notebooks/solutions"));

        DatasetStore store = DatasetStore.above(notebooks, Map.of());

        assertThat(store.names()).containsExactly("visits");
    }

    @Test
    void passesByADataFolderWithoutDatasets() throws IOException {
        Path inner = Files.createDirectories(project.resolve("notebooks/data")).getParent();

        assertThat(DatasetStore.above(inner, Map.of()).names()).containsExactly("visits");
    }

    @Test
    void saysWhatToDoOutsideAProject() {
        assertThatThrownBy(() -> DatasetStore.above(temporary, Map.of()))
                .hasMessage(
                        "data: found no such folder with datasets in the working directory or above it, expected the "
                                + "project's data folder; change into the project or set -Dsegmentation.data to that folder.");
    }

    @Test
    void findsThisProject() {
        assertThat(DatasetStore.ofProject().names()).contains("mall-customers");
    }

    @Test
    void takesTheDataFolderThatThePropertyNames() {
        System.setProperty(DatasetStore.PROPERTY, data.toString());
        try {
            assertThat(DatasetStore.ofProject().names()).containsExactly("visits");
        } finally {
            System.clearProperty(DatasetStore.PROPERTY);
        }
    }
}
