package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import segmentation.explore.Explore;
import segmentation.explore.Visitor;
import segmentation.io.Json;
import segmentation.notebook.NotebookDocument;
import segmentation.notebook.NotebookProgress;
import segmentation.notebook.NotebookRunner;
import segmentation.report.Site;

@Timeout(300)
class ExploreCommandTest {
    /** A word of a shell: plain, or within single quotes. */
    private static final Pattern WORD = Pattern.compile("(?:[^\\s']|'[^']*')+");

    @TempDir
    private Path folder;

    private Path customers() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        List<String> lines = new ArrayList<>(List.of("id;income, net;spend;visits"));
        IntStream.range(0, 48)
                .forEach(i -> lines.add(String.format(
                                Locale.ROOT,
                                "C%d;%.2f;%.2f;%d",
                                100 + i,
                                100 * (i % 3) + 10 * random.nextDouble(),
                                50 * ((i + 1) % 3) + 5 * random.nextDouble(),
                                i == 7 ? 4000 : random.nextInt(40))
                        .replace('.', ',')));
        return Files.write(folder.resolve("my customers.csv"), lines);
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(found -> found.group().replace("'", ""))
                .toList();
    }

    private static JsonNode json(Visitor visitor, String path) {
        return Json.parse(visitor.get(path).body(), "it", "JSON", "");
    }

    /** Saves what is on the screen, and returns the folder of the whole result. */
    private static Path saved(Visitor visitor) throws Exception {
        visitor.post("save", "{}");
        JsonNode ended = visitor.heard("saving", json -> !json.has("stage"));
        assertThat(ended.path("failed").asText()).isEmpty();
        return Path.of(ended.path("folder").asText());
    }

    private static Map<String, String> hashes(Path result) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(result)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(
                        result.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return hashes;
    }

    @Test
    void saveLeavesToTheByteWhatTheCommandThatIsShownLeaves() throws Exception {
        Path file = customers();
        String command;
        Path saved;
        try (Explore page = Explore.open(Optional.of(file), List.of("decimal comma"), folder, 0)) {
            Visitor visitor = new Visitor(page.address());
            visitor.post("choose", """
                    {"features": ["income, net", "spend", "visits"], "logged": ["spend"], "weights": {"spend": 2.5}, "scaling": "robust",
                     "k": 3, "outliers": 10, "id": "id"}""");
            saved = saved(visitor);
            command = json(visitor, "command").path("command").asText();
        }
        Map<String, String> first = hashes(saved);
        List<String> words = words(command);
        Ran ran = Ran.segment(words.subList(1, words.size()).toArray(String[]::new));

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(words)
                .startsWith("environment/segment", "fit", file.toString(), "--features", "income, net")
                .contains("--feature-weight", "spend=2.5");
        assertThat(saved).isEqualTo(folder.resolve("my customers-segments"));
        assertThat(first).containsKeys("report.html", "segments.csv", "model.json", "metrics.json", "files.sha256");
        Map<String, String> again = hashes(saved);
        assertThat(again.keySet()).isEqualTo(first.keySet());
        first.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
        assertThat(Files.readString(saved.resolve("segments.csv"))).contains("an outlier: ");
    }

    @Test
    void aFolderThatIsNotOursIsLeftAlone() throws Exception {
        Path file = customers();
        Path mine = Files.createDirectories(folder.resolve("my customers-segments"));
        Files.writeString(mine.resolve("thesis.txt"), "years of work");
        try (Explore page = Explore.open(Optional.of(file), List.of("decimal comma"), folder, 0)) {
            Visitor visitor = new Visitor(page.address());

            visitor.post("save", "{}");

            assertThat(visitor.heard("saving", json -> !json.has("stage"))
                            .path("failed")
                            .asText())
                    .contains("is not empty and holds no earlier result");
        }
        assertThat(mine.resolve("thesis.txt")).hasContent("years of work");
    }

    @Test
    void theNotebookHasTheChoiceAsItsParameters() throws Exception {
        Path file = customers();
        try (Explore page = Explore.open(Optional.of(file), List.of("decimal comma"), folder, 0)) {
            Visitor visitor = new Visitor(page.address());
            visitor.post("choose", """
                    {"features": ["spend", "visits"], "logged": ["visits"], "weights": {"spend": 2}, "scaling": "minmax", "k": 4, "outliers": 2.5}""");

            JsonNode cells = json(visitor, "notebook").path("cells");
            String cell = StreamSupport.stream(cells.spliterator(), false)
                    .filter(each ->
                            each.path("metadata").path("tags").toString().contains("parameters"))
                    .flatMap(each -> StreamSupport.stream(each.path("source").spliterator(), false))
                    .map(JsonNode::asText)
                    .collect(Collectors.joining());
            assertThat(cell.lines())
                    .contains(
                            "List<String> features = List.of(\"spend\", \"visits\");",
                            "List<String> logged = List.of(\"visits\");",
                            "Map<String, Double> weights = Map.ofEntries(Map.entry(\"spend\", 2.0));",
                            "String scaling = \"minmax\";",
                            "double outliers = 2.5;",
                            "int k = 4;",
                            "List<String> reading = List.of(\"decimal comma\");")
                    .anyMatch(line -> line.contains("my customers.csv"));
        }
    }

    @Test
    void theNotebookRunsToTheBytesThatSaveLeaves() throws Exception {
        Path file = customers();
        Path notebook;
        Path saved;
        try (Explore page = Explore.open(Optional.of(file), List.of("decimal comma"), folder, 0)) {
            Visitor visitor = new Visitor(page.address());
            visitor.post("choose", """
                    {"features": ["spend", "visits"], "logged": ["visits"], "weights": {"spend": 2}, "scaling": "minmax",
                     "k": 3, "outliers": 10, "id": "id"}""");
            saved = saved(visitor);
            notebook = Files.writeString(
                    folder.resolve("choice.ipynb"), visitor.get("notebook").body());
        }
        String site = folder.resolve("site").toString();
        System.setProperty(Site.PROPERTY, site);
        try {
            NotebookRunner.run(NotebookDocument.read(notebook), NotebookProgress.SILENT);
        } finally {
            System.clearProperty(Site.PROPERTY);
        }

        for (String name : List.of("segments.csv", "model.json")) {
            assertThat(Path.of(site, "my-customers", name)).hasSameBinaryContentAs(saved.resolve(name));
        }
    }

    @Test
    void saysInOneSentenceWhatItCannotOpen() throws IOException {
        Ran missing = Ran.segment("explore", folder.resolve("none.csv").toString(), "--no-browser");
        Ran port = Ran.segment("explore", customers().toString(), "--no-browser", "--port", "70000");

        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("none.csv").hasLineCount(1);
        assertThat(port.code()).isEqualTo(2);
        assertThat(port.err())
                .contains("--port takes a number from 0 to 65535, got 70000")
                .hasLineCount(1);
    }

    @Test
    void runsUntilThePageEndsIt() throws Exception {
        Path file = customers();
        PipedReader said = new PipedReader();
        PrintWriter told = new PrintWriter(new PipedWriter(said), true);
        Thread command = new Thread(() -> {
            Command.run(SegmentCommand.create(), told, told, "explore", file.toString(), "--no-browser");
            told.close();
        });
        command.start();
        try (BufferedReader lines = new BufferedReader(said)) {
            String first = lines.readLine();
            assertThat(first).startsWith("Open this page in a browser of this machine: http://127.0.0.1:");

            new Visitor(URI.create(first.replaceFirst(".* ", ""))).post("end", "{}");

            assertThat(lines.lines()).last().isEqualTo("Ended.");
        }
        command.join();
    }
}
