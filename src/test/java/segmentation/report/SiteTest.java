package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.io.AtomicFile;

class SiteTest {
    @TempDir
    private Path folder;

    @AfterEach
    void forgetTheProperty() {
        System.clearProperty("segmentation.site");
    }

    @Test
    void isBesideThePomOfTheProjectThatOneWorksIn() {
        assertThat(Site.ofProject().folder()).isEqualTo(Path.of("target/site").toAbsolutePath());
    }

    @Test
    void isWhereThePropertySays() {
        System.setProperty("segmentation.site", folder.resolve("other").toString());

        assertThat(Site.ofProject().folder("02-x")).isEqualTo(folder.resolve("other/02-x"));
    }

    @Test
    void removesOneReportAndLeavesTheOthers() throws IOException {
        Site site = Site.at(folder);
        AtomicFile.write(site.folder("a").resolve("deep/report.html"), "old");
        AtomicFile.write(site.folder("b").resolve("report.html"), "kept");

        site.remove("a");
        site.remove("never-there");

        assertThat(site.folder("a")).doesNotExist();
        assertThat(site.folder("b").resolve("report.html")).hasContent("kept");
    }

    @Test
    void listsNothingWhereNoReportWasWritten() throws IOException {
        Path index = SiteIndex.write(Site.at(folder.resolve("new")));

        assertThat(Files.readString(index)).contains("<ul class=\"reports\">\n</ul>");
    }

    @Test
    void listsAReportWithoutAPicture() throws IOException {
        AtomicFile.write(
                folder.resolve("01-x/card.json"),
                "{\"title\":\"T\",\"answer\":\"A\",\"source\":\"S\",\"picture\":\"\",\"altText\":\"\"}");

        assertThat(Files.readString(SiteIndex.write(Site.at(folder))))
                .contains("01-x/report.html", "<p>A</p>")
                .doesNotContain("<img");
    }

    @Test
    void leadsToTheSolutionsOfANotebookWhereThereAreSome() {
        String card = "{\"title\":\"T\",\"answer\":\"A\",\"source\":\"S\",\"picture\":\"\",\"altText\":\"\"}";
        AtomicFile.write(folder.resolve("01-x/card.json"), card);
        AtomicFile.write(folder.resolve("02-y/card.json"), card);
        AtomicFile.write(folder.resolve("notebooks/solutions/01-x.html"), "solved");

        assertThat(SiteIndex.write(Site.at(folder)))
                .content()
                .contains("<a href=\"notebooks/solutions/01-x.html\">solutions</a>")
                .doesNotContain("solutions/02-y");
    }

    @Test
    void leadsToNotebooksByTheirTitlesAndToTheGlossary() {
        AtomicFile.write(folder.resolve("notebooks/01-x.html"), "<head><title>A &amp; b</title>");
        AtomicFile.write(folder.resolve("notebooks/02-y.html"), "untitled");
        AtomicFile.write(folder.resolve("notebooks/glossary.html"), "<title>Words</title>");
        AtomicFile.write(folder.resolve("notebooks/solutions/01-x.html"), "solved");

        assertThat(SiteIndex.write(Site.at(folder)))
                .content()
                .contains("<li><a href=\"notebooks/01-x.html\">A &amp; b</a> · <a"
                        + " href=\"notebooks/solutions/01-x.html\">solutions</a></li>")
                .contains("<li><a href=\"notebooks/02-y.html\">02-y</a></li>")
                .containsOnlyOnce("glossary.html");
    }

    @Test
    void opensThreeDoorsAndLeadsToAnInteractivePicture() {
        AtomicFile.write(
                folder.resolve("01-x/card.json"),
                "{\"title\":\"T\",\"answer\":\"A\",\"source\":\"S\",\"picture\":\"p.png\",\"altText\":\"P\"}");
        AtomicFile.write(folder.resolve("01-x/interactive.html"), "figure");

        assertThat(SiteIndex.write(Site.at(folder)))
                .content()
                .containsSubsequence("<h2>Learn</h2>", "<h2>Segment my file</h2>", "<h2>Read the results</h2>")
                .contains("<a href=\"01-x/interactive.html\">", "<img src=\"01-x/p.png\" alt=\"P\">");
    }

    @Test
    void saysWhichCardIsBroken() {
        AtomicFile.write(folder.resolve("01-x/card.json"), "{");

        assertThatThrownBy(() -> SiteIndex.write(Site.at(folder)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("card.json is not the card of a report; remove its folder");
    }
}
