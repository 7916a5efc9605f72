package segmentation.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import segmentation.data.customers.OriginalData;
import segmentation.evaluation.StabilityBand;

/** The notebooks as they are committed: they run from top to bottom, and what is stored is what a run gives. */
@Tag("slow")
class StoredNotebooksTest {
    private static final long LARGEST_BYTES = 1_500_000;
    private static final Pattern FIGURE = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?|\\d+(\\.\\d+)?");

    /** The year that ends a reference, and the time to read: figures, but none of the analysis. */
    private static final Pattern NOT_OF_THE_DATA =
            Pattern.compile("(?:19|20)\\d\\d(?=[,)])|(?<=\\*\\*Time to read:\\*\\* )\\d+ minutes");

    private static final BigDecimal SMALL_COUNT = BigDecimal.valueOf(20);

    /** What pictures of stability show, and so no text. */
    private static final Set<BigDecimal> BOUNDS = Stream.of(StabilityBand.values())
            .map(band -> BigDecimal.valueOf(band.from()))
            .collect(Collectors.toSet());

    /** Where each run is kept, so that environment/test can hold a run through Jupyter against it. */
    private static final Path EXECUTED = Path.of("target", "executed");

    /** One run of each for all tests that need one. */
    private static final Map<Path, NotebookDocument> FRESH = new HashMap<>();

    @TempDir
    private static Path site;

    static Stream<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("notebooks"))) {
            return files
                    .filter(file -> file.toString().endsWith(".ipynb"))
                    .filter(file -> !file.toString().contains(".ipynb_checkpoints"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void haveFormulasThatTheirPagesCanShow(Path notebook) {
        assertThat(NotebookPage.of(NotebookDocument.read(notebook))).doesNotContain("<code class=\"latex\">");
    }

    /** On whatever data there are: the published files, or the stand-ins. */
    @ParameterizedTest
    @MethodSource("notebooks")
    void runFromTopToBottom(Path notebook) {
        NotebookDocument fresh = run(notebook);

        assertThat(fresh.cells())
                .filteredOn(cell -> cell.isCode())
                .allMatch(cell -> cell.executionCount().isPresent());
        if (fresh.cells().stream().anyMatch(cell -> cell.source().contains(".saveTo("))) {
            assertThat(site.resolve(notebook.getFileName().toString().replace(".ipynb", "") + "/report.html"))
                    .isNotEmptyFile();
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void storeWhatAFreshRunOnThePublishedFilesGives(Path notebook) {
        if (!namesItsFile(notebook)) {
            OriginalData.load("mall-customers");
        }

        assertThat(NotebookComparison.differences(NotebookDocument.read(notebook), run(notebook)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void storeOutputsOfThePublishedFiles(Path notebook) {
        assumeThat(namesItsFile(notebook))
                .as("the notebook reads the file that it names")
                .isFalse();
        String outputs = NotebookDocument.read(notebook).cells().stream()
                .flatMap(cell -> cell.outputs().stream())
                .map(Object::toString)
                .collect(Collectors.joining());

        assertThat(outputs).contains("Data: the published file").doesNotContain("stand-in");
    }

    /** A figure in the text that no output or code of the notebook holds rests on nothing; small counts and tenths are free. */
    @ParameterizedTest
    @MethodSource("notebooks")
    void quoteOnlyFiguresThatStandOnThePage(Path notebook) {
        List<NotebookCell> cells = NotebookDocument.read(notebook).cells();
        Set<BigDecimal> shown = cells.stream()
                .filter(NotebookCell::isCode)
                .flatMap(cell -> Stream.concat(
                        Stream.of(cell.source()),
                        cell.outputs().stream()
                                .map(output ->
                                        NotebookJson.joined(output.path("data").path("text/plain")))))
                .flatMap(StoredNotebooksTest::figures)
                .collect(Collectors.toCollection(HashSet::new));
        shown.addAll(BOUNDS);

        List<String> unfounded = cells.stream()
                .filter(cell -> !cell.isCode())
                .flatMap(cell -> figures(cell.source()))
                .filter(figure -> figure.compareTo(SMALL_COUNT) > 0 || figure.scale() > 1)
                .filter(figure -> shown.stream()
                        .noneMatch(number -> number.setScale(figure.scale(), RoundingMode.HALF_UP)
                                .equals(figure)))
                .map(BigDecimal::toPlainString)
                .toList();

        assertThat(unfounded).isEmpty();
    }

    private static Stream<BigDecimal> figures(String text) {
        return FIGURE.matcher(NOT_OF_THE_DATA.matcher(text).replaceAll(""))
                .results()
                .map(match -> new BigDecimal(match.group().replace(",", "")));
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void areStoredAsTheyWouldBeWrittenAndSmallEnoughToBeShown(Path notebook) throws IOException {
        assertThat(Files.readString(notebook))
                .isEqualTo(NotebookDocument.read(notebook).toJson());
        assertThat(Files.size(notebook)).isLessThan(LARGEST_BYTES);
    }

    /** Jupyter and code hosts take what stands between two dollars for a formula; ours stand between pairs of them. */
    @ParameterizedTest
    @MethodSource("notebooks")
    void escapeDollarsInProse(Path notebook) {
        assertThat(NotebookDocument.read(notebook).cells())
                .filteredOn(cell -> !cell.isCode())
                .extracting(cell -> cell.source().replaceAll("`[^`]*`", "").replaceAll("(?s)\\$\\$[^$]+\\$\\$", ""))
                .noneMatch(prose -> prose.matches("(?s).*(?<!\\\\)\\$.*"));
    }

    /** Tells whether a notebook reads a file of the project by its name, so that its outputs are always the same. */
    private static boolean namesItsFile(Path notebook) {
        return NotebookDocument.read(notebook).cells().stream()
                .map(NotebookCell::source)
                .noneMatch(source -> source.contains("DatasetStore"));
    }

    private static NotebookDocument run(Path notebook) {
        assumeThat(NotebookDocument.read(notebook).engine())
                .as("the notebook needs an engine; the tests of its module run it")
                .isEmpty();
        return FRESH.computeIfAbsent(notebook, StoredNotebooksTest::runAnew);
    }

    private static void write(NotebookDocument fresh, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, fresh.toJson());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static NotebookDocument runAnew(Path notebook) {
        System.setProperty("segmentation.site", site.toString());
        try {
            NotebookDocument fresh = NotebookRunner.run(NotebookDocument.read(notebook), NotebookProgress.SILENT);
            write(fresh, EXECUTED.resolve(Path.of("notebooks").relativize(notebook)));
            return fresh;
        } finally {
            System.clearProperty("segmentation.site");
        }
    }
}
