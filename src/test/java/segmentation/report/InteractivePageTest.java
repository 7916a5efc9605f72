package segmentation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;
import segmentation.model.KMeans;
import segmentation.model.KMeansOptions;
import segmentation.plot.interactive.InteractiveFigure;
import segmentation.plot.interactive.InteractiveSegments;

/** In Chromium where it is on the PATH; elsewhere those tests are skipped. */
class InteractivePageTest {
    private static final String EVIL = "</script><img src=x onerror=alert(1)> & 'it' \"is\" \\";
    private static final int CUSTOMERS = 60;

    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND");

    @TempDir
    private Path folder;

    @Test
    void holdsTheFigureAndForbidsItselfRequests() {
        String page = page();

        assertThat(page)
                .contains("<h1>R&amp;D</h1>", "default-src 'none'", "Scatter of 60 customers")
                .doesNotContain("<img")
                .doesNotContainPattern("(src|href)=[\"']?(https?:)?//");
        assertThat(page.length()).isLessThan(100_000);
        assertThat(page).isEqualTo(page());
    }

    @Test
    void drawsInChromiumWithoutErrorOrRequest() throws IOException, InterruptedException {
        Run run = open(page());

        assertThat(run.errors()).isEmpty();
        assertThat(count(run.page(), "aria-pressed=\"false\"")).isEqualTo(3);
        assertThat(run.page())
                .contains("<div id=\"app\">", "aria-label=\"Scatter of 60 customers in 3 segments; across x1, up x2.")
                .contains("Download 60 customers as CSV");
        assertThat(run.page())
                .as("a name is text, not markup")
                .contains("1 &lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; &amp; 'it' \"is\" \\ · ");
    }

    /** Shows that the check can fail: a page that breaks and calls out says so. */
    @Test
    void wouldSeeAnErrorAndARequest() throws IOException, InterruptedException {
        String broken = page().replace("default-src 'none'", "default-src *")
                .replace(
                        "fillLegend();\n  fillProfile();\n  draw();",
                        "fetch('http://segments.example/'); nothing.drawn();");

        Run run = open(broken);

        assertThat(run.errors()).anyMatch(line -> line.contains("nothing is not defined"));
        assertThat(run.errors()).anyMatch(line -> line.contains("Failed to fetch"));
        assertThat(run.page()).contains("<div id=\"app\" hidden");
    }

    private record Run(String page, List<String> errors) {}

    private Run open(String html) throws IOException, InterruptedException {
        Path page = Files.writeString(folder.resolve("page.html"), html);
        Path log = folder.resolve("log.txt");
        Path dom = folder.resolve("dom.html");
        List<String> command = new ArrayList<>(List.of(chromium().toString()));
        command.addAll(QUIET);
        command.addAll(List.of(
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--v=0",
                "--virtual-time-budget=20000",
                "--dump-dom",
                page.toUri().toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.MINUTES)).as("Chromium ended").isTrue();
        return new Run(
                Files.readString(dom),
                Files.readAllLines(log).stream()
                        .filter(line -> line.contains("CONSOLE"))
                        .toList());
    }

    private static Path chromium() {
        List<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(entry -> Path.of(entry, "chromium"))
                .filter(Files::isExecutable)
                .toList();
        assumeTrue(!found.isEmpty(), "Chromium is not on the PATH");
        return found.get(0);
    }

    private static String page() {
        FeatureMatrix matrix = Matrices.threeBlobs(3, CUSTOMERS, 2);
        InteractiveFigure figure = InteractiveSegments.of(
                matrix,
                KMeans.fit(matrix, 3, KMeansOptions.defaults().withRestarts(3)),
                List.of(EVIL, "B", "C"),
                IntStream.range(0, CUSTOMERS)
                        .mapToObj(i -> List.of("customer " + i, EVIL))
                        .toList());
        return InteractivePage.of("R&D", figure);
    }

    private static long count(String page, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(page).results().count();
    }
}
