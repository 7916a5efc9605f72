package segmentation.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.notebook.ParameterCell.JavaLiteral;

@Tag("slow")
class NotebookParametersTest {
    private static final String CELL = """
        String file = "a;b.csv";       // the file; "any"
        List<String> features = List.of("A; \\"x\\"", "B");
        int k = 0; // by votes
        boolean drop = false;\
        """;

    @Test
    void takeTheirPlaceInTheTaggedCellOnly() {
        NotebookDocument changed =
                notebook(CELL).withParameters(Map.of("file", "c.csv", "features", List.of("C"), "k", 4, "drop", true));

        assertThat(changed.cells()).extracting(NotebookCell::source).containsExactly("""
                String file = "c.csv";       // the file; "any"
                List<String> features = List.of("C");
                int k = 4; // by votes
                boolean drop = true;\
                """, "file + k");
    }

    @Test
    void keepTheirValueWhereNoneIsGiven() {
        assertThat(source(notebook(CELL).withParameters(Map.of()))).isEqualTo(CELL);
        assertThat(source(notebook(CELL).withParameters(Map.of("features", List.of()))))
                .isEqualTo(CELL.replaceFirst("List.of\\(.*\\)", "List.of()"));
    }

    @Test
    void mayBeNumbersByTexts() {
        String cell = "Map<String, Double> weights = Map.of(); // by column";

        assertThat(source(notebook(cell).withParameters(Map.of("weights", Map.of("b; \"", 2.5, "a", 4.0)))))
                .isEqualTo("Map<String, Double> weights = Map.ofEntries(Map.entry(\"a\", 4.0),"
                        + " Map.entry(\"b; \\\"\", 2.5)); // by column");
        assertThat(source(notebook(cell).withParameters(Map.of("weights", Map.of()))))
                .isEqualTo(cell.replace("Map.of()", "Map.ofEntries()"));
    }

    @Test
    void leaveTheNotebookThatTheyWereGivenToAsItWas() {
        NotebookDocument notebook = notebook(CELL);

        notebook.withParameters(Map.of("k", 3));

        assertThat(source(notebook)).isEqualTo(CELL);
    }

    @Test
    void areRefusedWhereTheNotebookDoesNotKnowThem() {
        assertThatThrownBy(() -> notebook(CELL).withParameters(Map.of("K", 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The notebook has no parameter called K, only file, features, k, drop");
        assertThatThrownBy(() -> notebook(CELL).withParameters(Map.of("k", 15L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A parameter is a text, a number, true or false, a list of texts or numbers by texts,"
                        + " got a value of type Long");
        assertThatThrownBy(() -> untagged().withParameters(Map.of("k", 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("test.ipynb has no cell tagged parameters, so it takes none");
    }

    @Test
    void showWhatCannotBeSeen() {
        assertThat(JavaLiteral.of("Größe 顧客 😀.csv")).isEqualTo("\"Größe 顧客 😀.csv\"");
        assertThat(JavaLiteral.of("a\u202Eb\u0000c\u2028\uD800\u007F"))
                .isEqualTo("\"a\\u202eb\\000c\\u2028\\ud800\\177\"");
    }

    /** What a path or a column can be called, run by the kernel: the text comes back, and nothing else happens. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"; System.setProperty(\"owned\", \"yes\"); String x = \"",
                "C:\\users\\new\\t.csv",
                "\\u0022; System.setProperty(\"owned\", \"yes\"); //",
                "\\\\u000a\\",
                "two\nlines\r\nand $1 ${name} \\$",
                "\u0007\u0000\u001b1",
                "//* \"\"\" */ '%s' <script>",
                "\uD83D\uDE00\u202E\u2029\u0085"
            })
    void giveTheVeryTextBackAndRunNoCode(String text) {
        assertThat(runWith(text)).isEqualTo(text);
        assertThat(System.getProperty("owned")).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void giveAnyTextBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String text = random.ints(200, 0, 300)
                .mapToObj(letter ->
                        letter < 100 ? "\"\\u;/\n0".charAt(letter % 7) + "" : Character.toString(letter - 100))
                .collect(Collectors.joining());

        assertThat(runWith(text)).isEqualTo(text);
    }

    private static String runWith(String text) {
        NotebookDocument run = NotebookRunner.run(
                notebook(
                                "String file = \"\";",
                                "java.util.Base64.getEncoder().encodeToString(file.getBytes(\"UTF-16BE\"))")
                        .withParameters(Map.of("file", text)),
                NotebookProgress.SILENT);
        String coded =
                run.cells().get(1).outputs().get(0).at("/data/text~1plain").asText();
        return new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_16BE);
    }

    private static String source(NotebookDocument notebook) {
        return notebook.cells().get(0).source();
    }

    private static NotebookDocument notebook(String parameters) {
        return notebook(parameters, "file + k");
    }

    private static NotebookDocument notebook(String parameters, String code) {
        ObjectNode root = root(parameters, code);
        ((ObjectNode) root.at("/cells/0/metadata")).putArray("tags").add("parameters");
        return NotebookDocument.parse(Path.of("test.ipynb"), root.toString());
    }

    private static NotebookDocument untagged() {
        return NotebookDocument.parse(Path.of("test.ipynb"), root(CELL, "").toString());
    }

    private static ObjectNode root(String... sources) {
        ObjectNode root = new ObjectMapper().createObjectNode().put("nbformat", 4);
        for (String source : sources) {
            ObjectNode cell = root.withArray("cells").addObject();
            cell.put("cell_type", "code").put("source", source).putObject("metadata");
            cell.putArray("outputs");
        }
        return root;
    }
}
