package segmentation.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segmentation.io.DataException;

class NotebookDocumentTest {
    @TempDir
    private Path folder;

    /** The file in resources was written by Jupyter's own nbformat 5.5. */
    private static String byJupyter() throws IOException {
        try (var file = NotebookDocumentTest.class.getResourceAsStream("by-jupyter.ipynb")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void writesWhatItReadsByteForByte() throws IOException {
        String text = byJupyter();

        assertThat(NotebookDocument.parse(Path.of("a.ipynb"), text).toJson()).isEqualTo(text);
    }

    @Test
    void writesTheSameWhateverTheFormItWasStoredIn() throws IOException {
        String loose = byJupyter()
                .replace(": ", ":")
                .replace("\"iVBOR\\n\"", "[\"iVBO\", \"R\\n\"]")
                .replaceAll("(\"source\":)\\[\\s*\"boom\"\\s*]", "$1\"boom\"");

        String written = NotebookDocument.parse(Path.of("a.ipynb"), loose).toJson();

        assertThat(loose).contains("\"source\":\"boom\"").contains("[\"iVBO\"");
        assertThat(written).isEqualTo(byJupyter());
    }

    @Test
    void leavesOutWhatJupyterDoesNotStore() {
        String text = """
                {"nbformat": 4, "metadata": {"signature": "x", "orig_nbformat": 4},
                 "cells": [{"cell_type": "markdown", "source": "", "metadata": {"trusted": true}}]}""";

        assertThat(NotebookDocument.parse(Path.of("a.ipynb"), text).toJson())
                .doesNotContain("trusted")
                .doesNotContain("signature")
                .doesNotContain("orig_nbformat");
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1.5",
        "2.0, 2.0",
        "1e-5, 1e-05",
        "1.25e-7, 1.25e-07",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "-0.0001, -0.0001",
        "0.0, 0.0",
        "12, 12",
        "true, true",
        "null, null"
    })
    void writesNumbersAsJupyterDoes(String read, String written) {
        String text = "{\"nbformat\": 4, \"cells\": [], \"metadata\": {\"x\": %s}}".formatted(read);

        assertThat(NotebookDocument.parse(Path.of("a.ipynb"), text).toJson()).contains("\"x\": " + written + "\n");
    }

    @Test
    void tellsItsCells() throws IOException {
        NotebookDocument notebook = NotebookDocument.parse(folder.resolve("a.ipynb"), byJupyter());

        assertThat(notebook.name()).isEqualTo("a.ipynb");
        assertThat(notebook.folder()).isEqualTo(folder.toAbsolutePath());
        assertThat(notebook.cells()).extracting(NotebookCell::number).startsWith(1, 2);
        assertThat(notebook.cells().get(0).isCode()).isFalse();
        assertThat(notebook.cells().get(1).source()).isEqualTo("List.of(\"é→\");\n\"a\\tb\"");
        assertThat(notebook.cells().get(1).executionCount()).hasValue(1);
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNone() throws IOException {
        Path missing = folder.resolve("missing.ipynb");
        Path text = Files.writeString(folder.resolve("text.ipynb"), "{\n\"cells\": oops");
        Path other = Files.writeString(folder.resolve("other.ipynb"), "{\"nbformat\": 3, \"worksheets\": []}");
        Path list = Files.writeString(folder.resolve("list.ipynb"), "[]");
        Path empty = Files.writeString(folder.resolve("empty.ipynb"), "");
        Path binary = Files.write(folder.resolve("binary.ipynb"), new byte[] {(byte) 0xFF, 0, 1});

        assertFault(missing, ": found no such file, expected a Jupyter notebook of format 4; check the name.");
        assertFault(text, ", line 2: found text that is no JSON, expected a Jupyter notebook of format 4;");
        assertFault(other, ": found JSON of another kind, expected a Jupyter notebook of format 4;");
        assertFault(list, ": found JSON of another kind");
        assertFault(empty, ": found JSON of another kind");
        assertFault(binary, ": found bytes that are not UTF-8 text");
        assertFault(folder, ": found nothing that can be read");
    }

    private static void assertFault(Path file, String rest) {
        assertThatThrownBy(() -> NotebookDocument.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + rest);
    }

    @Test
    void isCalledByItsFolderWhereItSolvesTheExercisesOfAnother() {
        String text = "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": []}";

        NotebookDocument notebook = NotebookDocument.parse(Path.of("notebooks/02-x.ipynb"), text);
        NotebookDocument solution = NotebookDocument.parse(Path.of("notebooks/solutions/02-x.ipynb"), text);

        assertThat(notebook.name()).isEqualTo("02-x.ipynb");
        assertThat(solution.name()).isEqualTo("solutions/02-x.ipynb");
    }
}
