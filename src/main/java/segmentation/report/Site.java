package segmentation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import segmentation.io.EarlierResult;
import segmentation.report.ReportDocument.Link;

/** The folder that reports are written to: {@code target/site} of the project, wherever one works from inside it. */
public final class Site {
    /** System property that names the folder of the site. */
    public static final String PROPERTY = "segmentation.site";

    /** System property that names the page of the notebook in a site that has no index of all reports. */
    public static final String NOTEBOOK_PAGE = "segmentation.notebook.page";

    private final Path folder;

    private Site(Path folder) {
        this.folder = folder;
    }

    /** Returns the site in this folder, which need not exist yet. */
    public static Site at(Path folder) {
        return new Site(folder.toAbsolutePath().normalize());
    }

    /**
     * Returns the site of the project that the working directory lies in: {@code target/site} beside the
     * outermost {@code pom.xml} upwards, as modules have their own; the system property {@value #PROPERTY} names another folder. Outside a project it
     * is {@code site} in the working directory.
     */
    public static Site ofProject() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return at(Path.of(named));
        }
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                .reduce((inner, outer) -> outer)
                .map(project -> at(project.resolve("target").resolve("site")))
                .orElseGet(() -> at(here.resolve("site")));
    }

    /** Returns the folder, absolute. */
    public Path folder() {
        return folder;
    }

    /** Prints every report of the site as {@code report.pdf} beside it. */
    public void print(PdfPrinter printer) {
        reports().forEach(report -> printer.print(report.resolve(HtmlReport.FILE), report.resolve("report.pdf")));
    }

    /** Returns the folders that hold a report, by name. */
    List<Path> reports() {
        return listed(folder).stream()
                .filter(each -> Files.exists(each.resolve(ReportCard.FILE)))
                .toList();
    }

    /** Returns what is in a folder, by name; nothing where there is no such folder. */
    static List<Path> listed(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be listed; check that it is a folder and can be read".formatted(folder), e);
        }
    }

    /** Returns where a report leads back to: to the index of all reports, or to the page of the one notebook. */
    Link home() {
        String page = System.getProperty(NOTEBOOK_PAGE);
        return page == null ? new Link("../index.html", "all reports") : new Link("../" + page, "notebook");
    }

    /** Removes an earlier report, so that nothing stale is left where a new one is not finished. */
    public void remove(String report) {
        Path old = folder(report);
        try {
            EarlierResult.remove(old);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be removed; close what has it open and try again".formatted(old), e);
        }
    }

    /**
     * Returns the folder of one report.
     *
     * @param report its name: letters, digits and hyphens, so that it cannot lead out of the site
     */
    public Path folder(String report) {
        if (!report.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "A report's name is letters, digits and hyphens, was '%s'".formatted(report));
        }
        return folder.resolve(report);
    }
}
