package segmentation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segmentation.io.AtomicFile;

/**
 * The first page of a site, with three doors: the notebooks to learn from, the way to segment a file of one's own, and the
 * reports, each with its answer and its picture.
 */
public final class SiteIndex {
    private static final String TITLE = "Customer segmentation with K-Means";
    private static final String PAGE = ".html";
    private static final String GLOSSARY = "glossary";
    private static final Pattern TITLED = Pattern.compile("<title>(.*)</title>");

    private SiteIndex() {}

    /** A report and what lies beside it. */
    private record Report(String name, ReportCard card, boolean isSolved, boolean isInteractive, boolean isPrinted) {}

    /** The page of a notebook, called as the page calls itself. */
    private record Lesson(String name, String title, boolean isSolved) {}

    /**
     * Writes {@code index.html} over all reports and pages of notebooks in the site's folder, by name.
     *
     * @return the page that was written
     */
    public static Path write(Site site) {
        Path folder = site.folder();
        List<Report> reports = site.reports().stream()
                .map(each -> report(folder, each.getFileName().toString()))
                .toList();
        List<String> pages = Site.listed(folder.resolve("notebooks")).stream()
                .map(file -> file.getFileName().toString())
                .filter(file -> file.endsWith(PAGE))
                .map(file -> file.substring(0, file.length() - PAGE.length()))
                .toList();
        List<Lesson> notebooks = pages.stream()
                .filter(name -> !name.equals(GLOSSARY))
                .map(name -> new Lesson(name, title(folder, name), isSolved(folder, name)))
                .toList();
        Path page = folder.resolve("index.html");
        AtomicFile.write(
                page,
                HtmlPage.of(
                        TITLE,
                        Templates.filled(
                                "index",
                                Map.of(
                                        "notebooks", notebooks,
                                        "hasGlossary", pages.contains(GLOSSARY),
                                        "reports", reports))));
        return page;
    }

    private static Report report(Path site, String name) {
        Path folder = site.resolve(name);
        return new Report(
                name,
                ReportCard.read(folder.resolve(ReportCard.FILE)),
                isSolved(site, name),
                Files.exists(folder.resolve(InteractivePage.FILE)),
                Files.exists(folder.resolve("report.pdf")));
    }

    private static boolean isSolved(Path site, String name) {
        return Files.exists(site.resolve("notebooks").resolve("solutions").resolve(name + PAGE));
    }

    /** Returns the title that the page of a notebook has, or its name where it has none. */
    private static String title(Path site, String name) {
        Path page = site.resolve("notebooks").resolve(name + PAGE);
        try {
            Matcher title = TITLED.matcher(Files.readString(page));
            return title.find() ? Html.unescape(title.group(1)) : name;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read; check that it is a page".formatted(page), e);
        }
    }
}
