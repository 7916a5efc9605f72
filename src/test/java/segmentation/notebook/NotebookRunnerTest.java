package segmentation.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class NotebookRunnerTest {
    private static final String STREAM = "{\"name\":\"stdout\",\"text\":\"1\\n2\\n\",\"output_type\":\"stream\"}";

    @Test
    void storesOutputsAsJupyterDoes() {
        NotebookDocument run = run("var out = System.out; out.println(1); out.println(2);\ndisplay(\"x\"); \"y\"");

        assertThat(run.cells().get(0).outputs())
                .extracting(Object::toString)
                .containsExactly(
                        STREAM,
                        "{\"data\":{\"text/plain\":\"x\"},\"metadata\":{},\"output_type\":\"display_data\"}",
                        "{\"execution_count\":1,\"data\":{\"text/plain\":\"y\"},\"metadata\":{},"
                                + "\"output_type\":\"execute_result\"}");
    }

    @Test
    void putsTextOfOneStreamTogetherHoweverSlowItComes() {
        NotebookDocument run =
                run("System.out.append(\"1\\n\"); Thread.sleep(300); System.out.append(\"2\\n\"); int end;");

        assertThat(run.cells().get(0).outputs()).extracting(Object::toString).containsExactly(STREAM);
    }

    @Test
    void changesADisplayInPlace() {
        NotebookDocument run = run(
                "import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;\n"
                        + "String id = BaseNotebookStatics.display(\"before\");",
                "BaseNotebookStatics.updateDisplay(id, \"after\");");

        assertThat(run.cells().get(0).outputs()).singleElement().asString().contains("after");
        assertThat(run.cells().get(1).outputs()).isEmpty();
    }

    @Test
    void countsCellsOfCommentsAndSkipsEmptyOnes() {
        NotebookDocument run = run("1", "", "// Your code here", "  \n", "2");

        assertThat(run.cells())
                .extracting(cell -> cell.executionCount().orElse(0))
                .containsExactly(1, 0, 2, 0, 3);
    }

    @Test
    void stopsAtTheFirstCellThatFailsAndSaysWhere() {
        assertThatThrownBy(() ->
                        run("1", "", "int k = 1;\nif (k < 2) throw new IllegalArgumentException(\"k is 1\");", "2"))
                .hasMessage(
                        "test.ipynb, cell 3 [2], line 2, if (k < 2) throw new IllegalArgumentException(\"k is 1\");:"
                                + " IllegalArgumentException: k is 1")
                .asInstanceOf(type(NotebookFailure.class))
                .extracting(NotebookFailure::cell, NotebookFailure::executionCount, NotebookFailure::line)
                .containsExactly(3, 2, 2);
    }

    @Test
    void goesOnAfterAFailureThatIsMeant() {
        ObjectNode root = notebook("throw new RuntimeException(\"meant\");", "5");
        ((ObjectNode) root.path("cells").path(0).path("metadata"))
                .putArray("tags")
                .add("raises-exception");

        NotebookDocument run = run(root);

        assertThat(run.cells().get(0).outputs()).singleElement().asString().contains("\"ename\":\"RuntimeException\"");
        assertThat(run.cells().get(1).outputs()).hasSize(1);
    }

    @Test
    void leavesTaggedCellsOut() {
        ObjectNode root = notebook("throw new RuntimeException();", "5");
        ((ObjectNode) root.path("cells").path(0).path("metadata"))
                .putArray("tags")
                .add("skip-execution");

        assertThat(run(root).cells())
                .extracting(cell -> cell.executionCount().orElse(0))
                .containsExactly(0, 1);
    }

    @Test
    void tellsHowItGetsOn() {
        List<String> heard = new ArrayList<>();
        NotebookProgress progress = new NotebookProgress() {
            @Override
            public void started(String notebook, int cell, int cells) {
                heard.add("%s %d of %d".formatted(notebook, cell, cells));
            }

            @Override
            public void ended(String notebook, int cell, int cells, Duration time) {
                heard.add(time.isNegative() ? "never" : "ended %d".formatted(cell));
            }
        };

        NotebookRunner.run(
                NotebookDocument.parse(
                        Path.of("test.ipynb"), notebook("1", "", "2").toString()),
                progress);

        assertThat(heard).containsExactly("test.ipynb 1 of 3", "ended 1", "test.ipynb 3 of 3", "ended 3");
    }

    @Test
    void leavesNothingForTheNextRun() {
        run("int left = 1;");

        assertThatThrownBy(() -> run("left")).isInstanceOf(NotebookFailure.class);
    }

    private static NotebookDocument run(String... sources) {
        return run(notebook(sources));
    }

    private static NotebookDocument run(ObjectNode root) {
        NotebookDocument notebook = NotebookDocument.parse(Path.of("test.ipynb"), root.toString());
        return NotebookRunner.run(notebook, NotebookProgress.SILENT);
    }

    private static ObjectNode notebook(String... sources) {
        ObjectNode root =
                new ObjectMapper().createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
        root.putObject("metadata");
        for (String source : sources) {
            ObjectNode cell = root.withArray("cells").addObject();
            cell.put("cell_type", "code").put("source", source).putNull("execution_count");
            cell.putObject("metadata");
            cell.putArray("outputs");
        }
        return root;
    }
}
