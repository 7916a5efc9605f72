package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void endsWithZeroWhereThereIsNothingToLookInto() throws IOException {
        Ran ran = check("age,spend\n31,12.5\n45,80.25\n38,44.0\n27,61.5\n");

        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("age", "spend").endsWith("Nothing to look into.\n");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void endsWithOneAndNamesWhatToLookInto() throws IOException {
        Ran ran = check("age,客户客户,same\n" + "31,\u202Ex,1\n".repeat(3) + "45,b,1\n");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("what to look into", "same").doesNotContain("\u202E");
        assertThat(ran.out().lines().map(TerminalText::width)).allMatch(width -> width <= 100);
    }

    @Test
    void takesWhatIsKnownOfTheFile() throws IOException {
        assertThat(check("a;b\n1,5;2\n2,5;9\n", "--decimal", "comma", "--delimiter", "semicolon")
                        .out())
                .contains("a", "b");
        assertThat(check("a\n1\n", "--encoding", "utf-99").err()).contains("There is no encoding called");
    }

    @Test
    void endsWithTwoWhereThereIsNoFile() {
        Ran ran = Ran.segment("check", folder.resolve("nobody.csv").toString());

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("nobody.csv").hasLineCount(1);
    }

    private Ran check(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), text);
        String[] arguments = new String[more.length + 2];
        arguments[0] = "check";
        arguments[1] = file.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Ran.segment(arguments);
    }
}
