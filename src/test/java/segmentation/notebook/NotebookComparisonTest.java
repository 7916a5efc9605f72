package segmentation.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotebookComparisonTest {
    private static final String OUTPUT = """
            {"output_type": "execute_result", "execution_count": 1, "metadata": {},
             "data": {"text/plain": ["a\\n", "b"], "text/html": "<b>", "image/png": "AAAA"}}""";

    @Test
    void findsNothingBetweenEqualRuns() {
        assertThat(differences(OUTPUT, OUTPUT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"b\"] | \"c\"] | output 1, text/plain, line 2: stored \"b\", fresh \"c\"",
                "\"b\"] | \"b\\nc\"] | output 1, text/plain, line 3: stored \"nothing\", fresh \"c\"",
                "\"b\"] | \"b\\n\"] | output 1, text/plain: the line breaks differ",
                "<b> | <i> | output 1, text/html, line 1: stored \"<b>\", fresh \"<i>\"",
                "\"image/png\": \"AAAA\" | \"image/gif\": \"AAAA\" | output 1, image/gif: only in the fresh run",
                "\"execution_count\": 1 | \"execution_count\": 2 | output 1, execution_count, line 1: stored \"1\", fresh \"2\"",
            })
    void tellsWhereTextOrTablesDiffer(String from, String to, String difference) {
        assertThat(differences(OUTPUT, OUTPUT.replace(from, to))).contains("a.ipynb, cell 1, " + difference);
    }

    @Test
    void takesPicturesAsEqual() {
        assertThat(differences(OUTPUT, OUTPUT.replace("AAAA", "BBBB"))).isEmpty();
    }

    @Test
    void takesAStreamInPartsAsOne() {
        String whole = "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"a\\nb\\n\"}";
        String parts = "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": [\"a\\n\"]},"
                + "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"b\\n\"}";
        String other = parts.replace("stdout\", \"text\": \"b", "stderr\", \"text\": \"b");

        assertThat(differences(whole, parts)).isEmpty();
        assertThat(differences(whole, other)).isNotEmpty();
    }

    @Test
    void findsAnOutputThatIsMissing() {
        assertThat(differences(OUTPUT, "")).containsExactly("a.ipynb, cell 1, output 1: only in the stored run");
    }

    @Test
    void findsACellThatIsMissing() {
        NotebookDocument none = NotebookDocument.parse(Path.of("a.ipynb"), "{\"nbformat\": 4, \"cells\": []}");

        assertThat(NotebookComparison.differences(document(""), none))
                .containsExactly("a.ipynb: 1 cells stored, 0 fresh");
    }

    private static List<String> differences(String stored, String fresh) {
        return NotebookComparison.differences(document(stored), document(fresh));
    }

    private static NotebookDocument document(String outputs) {
        return NotebookDocument.parse(Path.of("a.ipynb"), """
                {"nbformat": 4, "cells": [{"cell_type": "code", "source": "x", "execution_count": 1, "metadata": {},
                "outputs": [%s]}]}""".formatted(outputs));
    }
}
