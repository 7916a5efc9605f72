package segmentation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import segmentation.io.AtomicFile;

/** The first page of a site: every report with its picture, its one-sentence answer, and links to what belongs to it. */
public final class SiteIndex {
    private SiteIndex() {}

    /**
     * Writes {@code index.html} over all reports in the site's folder, by name.
     *
     * @return the page that was written
     */
    public static Path write(Site site) {
        String items = reports(site.folder()).stream().map(SiteIndex::item).collect(Collectors.joining());
        String body = """
                <header>
                <h1>Customer segmentation with K-Means</h1>
                <p>Each report is one page with its pictures inside. The notebook beside it shows every step.</p>
                </header>
                <main>
                %s<ul class="reports">
                %s</ul>
                </main>
                """.formatted(withoutReport(site.folder()), items);
        Path page = site.folder().resolve("index.html");
        AtomicFile.write(page, HtmlPage.of("Customer segmentation with K-Means", body));
        return page;
    }

    private static List<Path> reports(Path site) {
        if (!Files.exists(site)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(site)) {
            return folders.filter(folder -> Files.exists(folder.resolve(ReportCard.FILE)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be listed; check that it is a folder and can be read".formatted(site), e);
        }
    }

    /** Links the pages in the folder of notebooks that have no report, in one line above the reports; nothing where there are none. */
    private static String withoutReport(Path site) {
        Path pages = site.resolve("notebooks");
        if (!Files.exists(pages)) {
            return "";
        }
        try (Stream<Path> files = Files.list(pages)) {
            String links = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".html"))
                    .map(file -> file.substring(0, file.length() - ".html".length()))
                    .filter(name -> !Files.exists(site.resolve(name).resolve(ReportCard.FILE)))
                    .sorted()
                    .map(name -> "<li><a href=\"notebooks/%1$s.html\">%1$s</a></li>%2$s"
                            .formatted(Html.escape(name), solutions(site.resolve(name))))
                    .collect(Collectors.joining());
            return links.isEmpty()
                    ? ""
                    : "<p>Without a report:</p>\n<ul class=\"downloads\">%s</ul>\n".formatted(links);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be listed; check that it is a folder and can be read".formatted(pages), e);
        }
    }

    private static String item(Path folder) {
        ReportCard card = ReportCard.read(folder.resolve(ReportCard.FILE));
        String name = folder.getFileName().toString();
        return """
                <li>
                <h2><a href="%1$s/report.html">%2$s</a></h2>
                <p>%3$s</p>
                %4$s<p class="source">%5$s</p>
                <ul class="downloads"><li><a href="%1$s/report.html">report</a></li>\
                <li><a href="%1$s/report.md">as Markdown</a></li>\
                <li><a href="notebooks/%1$s.html">notebook</a></li>\
                <li><a href="notebooks/%1$s.ipynb">notebook file</a></li>%6$s\
                <li><a href="%1$s/segments.csv">segments.csv</a></li></ul>
                </li>
                """.formatted(
                        Html.escape(name),
                        Html.escape(card.title()),
                        Html.escape(card.answer()),
                        picture(name, card),
                        Html.escape(card.source()),
                        solutions(folder));
    }

    private static String solutions(Path folder) {
        String page = "notebooks/solutions/%s.html".formatted(folder.getFileName());
        return Files.exists(folder.resolveSibling(page))
                ? "<li><a href=\"%s\">solutions</a></li>".formatted(Html.escape(page))
                : "";
    }

    private static String picture(String name, ReportCard card) {
        return card.picture().isEmpty()
                ? ""
                : "<img src=\"%s/%s\" alt=\"%s\">\n"
                        .formatted(Html.escape(name), Html.escape(card.picture()), Html.escape(card.altText()));
    }
}
