package segmentation.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a learner can count on in every notebook with exercises: how it starts, how it ends, and that all is solved. */
class NotebookAnatomyTest {
    private static final Pattern QUESTION = Pattern.compile("(?s)\\*\\*\\d .*?\\*\\* (.+)");
    private static final Pattern BULLET = Pattern.compile("(?m)^- ");

    static Stream<Path> notebooksWithExercises() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
            return files
                    .filter(file -> file.toString().endsWith(".ipynb"))
                    .filter(file -> prose(file).stream().anyMatch(text -> text.startsWith("## Exercises")))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooksWithExercises")
    void startsWithTimePrerequisitesAndGoalsAndEndsWithAnAnswerToEach(Path notebook) {
        String start = prose(notebook).get(0);
        String summary = prose(notebook).stream()
                .filter(text -> text.startsWith("## Summary"))
                .findFirst()
                .orElseThrow();

        assertThat(start).contains("**Time to read:**", "**You need:**", "**You will be able to**");
        assertThat(bullets(start)).isBetween(3L, 5L).isEqualTo(bullets(summary));
    }

    @ParameterizedTest
    @MethodSource("notebooksWithExercises")
    void hasThreeToFiveExercisesEachWithAnEmptyCell(Path notebook) {
        List<NotebookCell> cells = NotebookDocument.read(notebook).cells();

        assertThat(questions(notebook)).hasSizeBetween(3, 5);
        assertThat(IntStream.range(0, cells.size() - 1)
                        .filter(i -> QUESTION.matcher(cells.get(i).source()).lookingAt())
                        .mapToObj(i -> cells.get(i + 1).source()))
                .containsOnly("// Your code here");
    }

    @ParameterizedTest
    @MethodSource("notebooksWithExercises")
    void leadsToASolutionOfEveryExerciseAndBack(Path notebook) {
        Path solution = notebook.resolveSibling("solutions").resolve(notebook.getFileName());
        String solved = String.join("\n", prose(solution));

        assertThat(String.join("\n", prose(notebook))).contains("(solutions/" + notebook.getFileName() + ")");
        assertThat(solved)
                .contains("(../" + notebook.getFileName() + ")")
                .contains("**Time to read:**", "**You need:**");
        assertThat(questions(notebook))
                .allSatisfy(question -> assertThat(solved).contains("> " + question));
    }

    private static List<String> questions(Path notebook) {
        return prose(notebook).stream()
                .flatMap(text -> QUESTION.matcher(text).results().filter(found -> found.start() == 0))
                .map((MatchResult found) -> found.group(1).strip())
                .toList();
    }

    private static List<String> prose(Path notebook) {
        return NotebookDocument.read(notebook).cells().stream()
                .filter(cell -> !cell.isCode())
                .map(NotebookCell::source)
                .toList();
    }

    private static long bullets(String text) {
        return BULLET.matcher(text).results().count();
    }
}
