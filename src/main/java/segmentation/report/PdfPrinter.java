package segmentation.report;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import segmentation.io.EarlierResult;

/**
 * Prints a page as PDF with the Chromium, Chrome or Edge of this machine. The page is the same as in the browser's own print;
 * the file carries the time at which it was made, so two are never the same bytes.
 */
public final class PdfPrinter {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge");
    private static final long SECONDS = 120;

    private final Path browser;

    private PdfPrinter(Path browser) {
        this.browser = browser;
    }

    /**
     * Returns the printer of this machine.
     *
     * @throws IllegalArgumentException where no such browser is on the path; the sentence says what else to do
     */
    public static PdfPrinter ofMachine() {
        return in(System.getenv("PATH"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "--pdf prints with Chromium, Chrome or Edge, and none of them is on the path; install one, or open"
                                + " report.html in a browser and print it from there"));
    }

    /** Returns the printer with the first browser found in these folders, written as a path is. */
    static Optional<PdfPrinter> in(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream()
                        .flatMap(name -> Stream.of(name, name + ".exe"))
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(PdfPrinter::new);
    }

    /**
     * Prints a page.
     *
     * @throws UncheckedIOException where the browser does not do it within two minutes
     */
    public void print(Path page, Path pdf) {
        try {
            Path profile = Files.createTempDirectory("pdf");
            try {
                Process process = start(page, pdf, profile);
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } finally {
                EarlierResult.remove(profile);
            }
            if (!Files.exists(pdf)) {
                throw new IOException("%s printed nothing".formatted(browser.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s could not be printed; open it in a browser and print it from there"
                            .formatted(page.getFileName()),
                    e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start(Path page, Path pdf, Path profile) throws IOException {
        return new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--user-data-dir=" + profile,
                        "--no-pdf-header-footer",
                        "--print-to-pdf=" + pdf.toAbsolutePath(),
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
