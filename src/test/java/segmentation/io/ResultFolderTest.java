package segmentation.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {
    @TempDir
    private Path folder;

    private Path input;
    private Path out;

    @BeforeEach
    void makeTheInput() throws IOException {
        input = Files.writeString(folder.resolve("in.csv"), "a\n1\n");
        out = folder.resolve("out");
    }

    @Test
    void appearsWholeAtTheEnd() throws IOException {
        try (ResultFolder result = ResultFolder.at(out, input)) {
            result.write("a.txt", "one");
            result.write("plots/b.png", new byte[] {1, 2});

            assertThat(out).doesNotExist();

            result.finish();
        }

        assertThat(names(folder)).containsExactly("in.csv", "out");
        assertThat(names(out)).containsExactly("a.txt", "files.sha256", "plots");
        // printf one | sha256sum
        assertThat(Files.readString(out.resolve("files.sha256")))
                .startsWith("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  a.txt\n")
                .endsWith("  plots/b.png\n");
    }

    @Test
    void makesMissingParentsOnlyAtTheEnd() {
        Path deep = folder.resolve("x/y/out");

        try (ResultFolder result = ResultFolder.at(deep, input)) {
            result.write("a.txt", "one");

            assertThat(folder.resolve("x")).doesNotExist();

            result.finish();
        }

        assertThat(deep.resolve("a.txt")).hasContent("one");
    }

    @Test
    void leavesNothingWhereItIsNotFinished() throws IOException {
        write("old");

        try (ResultFolder result = ResultFolder.at(out, input)) {
            result.write("a.txt", "new");
        }

        assertThat(names(folder)).containsExactly("in.csv", "out");
        assertThat(out.resolve("a.txt")).hasContent("old");
    }

    @Test
    void replacesAnEarlierResultAndAnEmptyFolder() throws IOException {
        Files.createDirectory(out);

        write("one");
        write("two");

        assertThat(out.resolve("a.txt")).hasContent("two");
        assertThat(names(folder)).containsExactly("in.csv", "out");
    }

    @Test
    void replacesAnEarlierResultThatTheUserHasTakenAFileFrom() throws IOException {
        write("one");
        Files.delete(out.resolve("a.txt"));

        write("two");

        assertThat(out.resolve("a.txt")).hasContent("two");
    }

    @Test
    void refusesAFolderThatIsNotOurs() throws IOException {
        Files.createDirectory(out);
        Files.writeString(out.resolve("mine.txt"), "mine");

        assertRefused("is not empty and holds no earlier result of this command");
    }

    @Test
    void refusesAnEarlierResultThatTheUserHasAddedTo() throws IOException {
        write("one");
        Files.writeString(Files.createDirectory(out.resolve("notes")).resolve("mine.txt"), "mine");

        assertRefused("holds mine.txt, which this command has not written");
    }

    @Test
    void refusesAnEarlierResultThatTheUserHasChanged() throws IOException {
        write("one");
        Files.writeString(out.resolve("a.txt"), "one, and mine");

        assertRefused("holds a.txt, which was changed since");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesALinkInPlaceOfAFileOfOurs() throws IOException {
        write("one");
        Path mine = Files.writeString(folder.resolve("mine.txt"), "one");
        Files.delete(out.resolve("a.txt"));
        Files.createSymbolicLink(out.resolve("a.txt"), mine);

        assertRefused("holds a.txt, which was changed since");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void writesWhereALinkLeads() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(out));

        try (ResultFolder result = ResultFolder.at(link, input)) {
            result.write("a.txt", "one");
            result.finish();
        }

        assertThat(link).isSymbolicLink();
        assertThat(out.resolve("a.txt")).hasContent("one");
    }

    @Test
    void refusesAFile() throws IOException {
        Files.writeString(out, "mine");

        assertRefused("is a file, not a folder");
    }

    @Test
    void refusesAPathThroughAFile() throws IOException {
        out = Files.writeString(folder.resolve("file"), "mine").resolve("a/b");

        assertRefused("would lie in file, which is no folder");
    }

    @Test
    void refusesTheFolderOfTheInput() throws IOException {
        Files.createDirectory(out);
        input = Files.writeString(out.resolve("in.csv"), "a\n1\n");

        assertRefused("holds the file that is to be segmented");
    }

    @Test
    void refusesTheFolderThatOneStandsIn() {
        out = Path.of("").toAbsolutePath().getParent();

        assertRefused("holds the folder you stand in");
    }

    @Test
    void refusesTheFolderOfAllFolders() {
        out = Path.of("/");

        assertRefused("holds the folder you stand in");
    }

    private void assertRefused(String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultFolder.at(out, input))
                .withMessage("%s %s, so it is left alone; name another folder with --out".formatted(out, why));
    }

    @Test
    void saysWhereNothingCanBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        // The name of the temporary folder is too long for a file system.
        assertThatThrownBy(() -> ResultFolder.at(folder.resolve("x".repeat(250)), input))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("could not be written")
                .hasMessageContaining("check that the folder above it is writable");
        assertThat(file).exists();
    }

    @Test
    void takesNothingMoreOnceItIsFinishedOrGivenUp() {
        ResultFolder result = ResultFolder.at(out, input);
        result.close();

        assertThatIllegalStateException().isThrownBy(() -> result.write("a.txt", "late"));
        assertThatIllegalStateException().isThrownBy(() -> result.write("a.txt", text -> text.append("late")));
        assertThatIllegalStateException().isThrownBy(result::finish);
        assertThat(out).doesNotExist();
    }

    private void write(String text) {
        try (ResultFolder result = ResultFolder.at(out, input)) {
            result.write("a.txt", text);
            result.finish();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
