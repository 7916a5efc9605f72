package segmentation.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a learner can count on in every notebook with exercises: how it starts, how it ends, and that all is solved. */
class NotebookAnatomyTest {
    private static final Pattern QUESTION =
            Pattern.compile("(?sm)^\\*\\*\\d [^*]+\\*\\* (?:\\*(?:Easy|Medium|Hard)\\.\\* )?(.+)");
    private static final Pattern BULLET = Pattern.compile("(?m)^- ");

    /** What stands in bold and begins small is a word that is explained there; all else is set in italics. */
    private static final Pattern NEW_WORD = Pattern.compile("\\*\\*(\\p{Ll}[^*]*)\\*\\*");

    private static final Pattern ENTRY = Pattern.compile("(?m)^\\| \\*\\*(.+?)\\*\\* \\|");

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
        assertThat(bullets(start)).isBetween(3L, 6L).isEqualTo(bullets(summary));
    }

    @ParameterizedTest
    @MethodSource("notebooksWithExercises")
    void hasThreeToSixExercisesEachWithACellToFill(Path notebook) {
        List<NotebookCell> cells =
                exercises(notebook).stream().filter(NotebookCell::isCode).toList();

        assertThat(questions(notebook)).hasSizeBetween(3, 6);
        assertThat(cells)
                .filteredOn(cell -> cell.source().startsWith("// Your "))
                .hasSize(questions(notebook).size());
        assertThat(cells)
                .allMatch(cell ->
                        cell.source().startsWith("// Your ") || cell.source().contains("Exercise.check"));
    }

    /** The cells that check an answer say right in the solution, and do not in the notebook. */
    @ParameterizedTest
    @MethodSource("notebooksWithExercises")
    void isNotSolvedYetAndItsSolutionIsRight(Path notebook) {
        Path solution = notebook.resolveSibling("solutions").resolve(notebook.getFileName());

        assertThat(checks(notebook)).noneMatch(text -> text.equals("Right."));
        assertThat(checks(solution)).hasSameSizeAs(checks(notebook)).allMatch(text -> text.equals("Right."));
    }

    private static List<String> checks(Path notebook) {
        return NotebookDocument.read(notebook).cells().stream()
                .filter(cell -> cell.isCode() && cell.source().contains("Exercise.check"))
                .map(cell ->
                        NotebookJson.joined(cell.outputs().get(0).path("data").path("text/plain")))
                .toList();
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

    @ParameterizedTest
    @MethodSource("notebooksWithExercises")
    void explainsNoWordThatTheGlossaryLacks(Path notebook) throws IOException {
        List<String> entries = ENTRY.matcher(Files.readString(Path.of("notebooks", "README.md")))
                .results()
                .flatMap(entry -> Stream.of(entry.group(1).split(", ")))
                .toList();

        assertThat(prose(notebook).stream()
                        .flatMap(text -> NEW_WORD.matcher(text).results())
                        .map(word -> word.group(1)))
                .allSatisfy(word ->
                        assertThat(entries).anySatisfy(entry -> assertThat(word).isIn(entry, entry + "s")));
    }

    private static List<String> questions(Path notebook) {
        return exercises(notebook).stream()
                .flatMap(cell -> QUESTION.matcher(cell.source()).results())
                .map(found -> found.group(1).strip())
                .toList();
    }

    /** Returns a notebook's cells from the first that asks a question to the end. */
    private static List<NotebookCell> exercises(Path notebook) {
        return NotebookDocument.read(notebook).cells().stream()
                .dropWhile(cell -> !cell.source().startsWith("## Exercises"))
                .dropWhile(cell -> !QUESTION.matcher(cell.source()).find())
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
