package segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=ArchitecturePageTest -Darchitecture.write} writes picture and table anew. */
class ArchitecturePageTest {
    private static final Path PICTURE = Path.of("src/docs/architecture.svg");
    private static final Path PAGE = Path.of("src/docs/architecture.md");
    private static final String BEGIN = "<!-- rooms: made from the code -->\n";
    private static final String END = "<!-- end of rooms -->\n";

    private static ArchitecturePage page;

    @BeforeAll
    static void lookAtTheCode() {
        page = ArchitecturePage.of(ArchitectureTest.ROOMS);
    }

    @Test
    void thePageInTheDocumentsIsThatOfTheCode() throws IOException {
        String text = Files.readString(PAGE);
        String table = text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                + "\n" + page.table() + "\n"
                + text.substring(text.indexOf(END));
        if (System.getProperty("architecture.write") != null) {
            Files.writeString(PAGE, table);
            Files.writeString(PICTURE, page.svg());
        }

        assertThat(Files.readString(PAGE))
                .as("run mvn test -Dtest=ArchitecturePageTest -Darchitecture.write, and look at the page")
                .isEqualTo(table);
        assertThat(Files.readString(PICTURE)).isEqualTo(page.svg());
    }

    @Test
    void everyRoomAnswersOneQuestion() {
        assertThat(page.withoutQuestion()).isEmpty();
    }

    @Test
    void noRoomIsAHall() {
        assertThat(page.mostFiles()).isLessThanOrEqualTo(40);
        assertThat(page.largestShare()).isLessThanOrEqualTo(0.17);
    }

    @Test
    void whatThePictureSaysIsHandedOnExists() {
        assertThat(ArchitecturePage.way())
                .allSatisfy(type -> assertThatCode(() -> Class.forName(type)).doesNotThrowAnyException());
    }
}
