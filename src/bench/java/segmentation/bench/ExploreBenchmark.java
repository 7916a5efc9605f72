package segmentation.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segmentation.explore.Explore;
import segmentation.io.Json;
import segmentation.stats.NormalDraws;

/**
 * What a person at the page of {@code segment explore} waits for, and whether it lasts:
 * {@code ExploreBenchmark FOLDER CHANGES KILLS SEGMENT...}, where SEGMENT is the command line of the program.
 *
 * <p>Times are those from a change, as the page sends it, to the first segments that the page hears of, at 2,000 and at
 * 100,000 customers. Then come so many changes in a row, each cutting off the one before, with the memory that is in use
 * after them; then the program is killed so many times while it saves, at a random moment, and the folder is looked at.
 * Ends with 1 where a limit is missed.
 */
public final class ExploreBenchmark {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String[] COLUMNS = {"income", "visits", "spend", "age", "years"};
    private static final int WARM = 10;
    private static final int MEASURED = 30;
    private static final double MEGABYTES_MORE = 20;

    private final Path folder;
    private boolean missed;

    private ExploreBenchmark(Path folder) {
        this.folder = folder;
    }

    /** Runs it. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        ExploreBenchmark benchmark = new ExploreBenchmark(Files.createDirectories(Path.of(arguments[0])));
        System.out.println("| customers | changes | ms to new segments, median | worst | limit | |");
        System.out.println("|---|---|---|---|---|---|");
        benchmark.measure(2_000, 300);
        benchmark.measure(100_000, 1_000);
        benchmark.last(Integer.parseInt(arguments[1]));
        benchmark.kill(Integer.parseInt(arguments[2]), List.of(arguments).subList(3, arguments.length));
        // Threads of pages that are being closed must not keep the process.
        System.exit(benchmark.missed ? 1 : 0);
    }

    /** Four groups in five columns, of which spend is lognormal; the same for the same count. */
    private Path customers(int count) throws IOException {
        NormalDraws draws = NormalDraws.of(count);
        List<String> lines = new ArrayList<>(List.of("id," + String.join(",", COLUMNS)));
        for (int row = 0; row < count; row++) {
            int group = row % 4;
            double[] z = IntStream.range(0, COLUMNS.length)
                    .mapToDouble(i -> draws.normal(0, 1))
                    .toArray();
            lines.add(String.format(
                    Locale.ROOT,
                    "C%d,%.0f,%.0f,%.2f,%.0f,%.1f",
                    row,
                    40_000 + 15_000 * (group % 2) + 4_000 * z[0],
                    20 + 10 * (group / 2) + 3 * z[1],
                    Math.exp(4 + group % 2 + .3 * z[2]),
                    45 + 9 * z[3],
                    Math.abs(6 + 3 * z[4])));
        }
        return Files.write(folder.resolve(count + "-customers.csv"), lines);
    }

    private void measure(int count, int limit) throws IOException, InterruptedException {
        try (Explore page = Explore.open(Optional.of(customers(count)), List.of(), folder, 0)) {
            page(page.address(), count, limit);
        }
    }

    private void page(URI address, int count, int limit) throws IOException, InterruptedException {
        HttpResponse<InputStream> stream = HTTP.send(
                HttpRequest.newBuilder(address.resolve("events")).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            awaitSegments(lines, 1);
            SplittableRandom random = new SplittableRandom(42);
            double[] waits = new double[WARM + MEASURED];
            for (int change = 0; change < waits.length; change++) {
                long before = System.nanoTime();
                post(address, "choose", choice(random));
                awaitSegments(lines, change + 2);
                waits[change] = (System.nanoTime() - before) / 1e6;
            }
            double[] sorted = Arrays.stream(waits).skip(WARM).sorted().toArray();
            double median = sorted[MEASURED / 2];
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %d | %.0f | %.0f | %d | %s |%n",
                    count,
                    MEASURED,
                    median,
                    sorted[MEASURED - 1],
                    limit,
                    passes(median <= limit));
        }
    }

    private static void awaitSegments(BufferedReader lines, int line) throws IOException {
        String kind = "";
        for (String read = lines.readLine(); read != null; read = lines.readLine()) {
            if (read.startsWith("event: ")) {
                kind = read.substring("event: ".length());
            } else if (kind.equals("segments") && read.startsWith("data: ")) {
                JsonNode json = Json.parse(read.substring("data: ".length()), "an event", "JSON", "");
                if (json.path("line").asInt() == line) {
                    return;
                }
            }
        }
        throw new IllegalStateException("The page ended before line " + line + " had segments");
    }

    /** One to five columns, some of them logged, one of the scales, and a k from 2 to 8. */
    private static String choice(SplittableRandom random) {
        List<String> some =
                Stream.of(COLUMNS).filter(column -> random.nextInt(3) > 0).toList();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode features = json.putArray("features");
        ArrayNode logged = json.putArray("logged");
        for (String column : some.isEmpty() ? List.of(COLUMNS) : some) {
            features.add(column);
            if (random.nextInt(4) == 0) {
                logged.add(column);
            }
        }
        json.put("scaling", random.nextBoolean() ? "zscore" : "minmax").put("k", random.nextInt(2, 9));
        if (random.nextInt(4) == 0) {
            json.put("outliers", 3);
        }
        return Json.canonical(json);
    }

    private static void post(URI address, String what, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve(what))
                    .header("Origin", "http://127.0.0.1:" + address.getPort())
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.body());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Memory is read a tenth of the way and at the end: the history is full at both, with whole segmentations. */
    private void last(int changes) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        try (Explore page = Explore.open(Optional.of(customers(2_000)), List.of(), folder, 0)) {
            double early = 0;
            for (int change = 1; change <= changes; change++) {
                post(page.address(), "choose", choice(random));
                early = change == changes / 10 ? usedMegabytes() : early;
            }
            double end = usedMegabytes();
            System.out.printf(
                    Locale.ROOT,
                    "%n%,d changes in a row: %.0f MB in use after %,d, %.0f MB at the end, at most %.0f more: %s.%n",
                    changes,
                    early,
                    changes / 10,
                    end,
                    MEGABYTES_MORE,
                    passes(end - early <= MEGABYTES_MORE));
        }
    }

    private static double usedMegabytes() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    /** Each time an earlier result is there already; what is found is that or a new one, with every byte of it. */
    private void kill(int times, List<String> program) throws IOException, InterruptedException {
        Path file = customers(2_000);
        Path out = Files.createDirectories(folder.resolve("saved"));
        Path result = out.resolve("2000-customers-segments");
        SplittableRandom random = new SplittableRandom(3);
        int whole = 0;
        int there = 0;
        for (int time = 0; time < times; time++) {
            saveAndKill(file, out, program, time == 0 ? 600_000 : random.nextInt(1, 20_000), result);
            there += Files.exists(result) ? 1 : 0;
            whole += !Files.exists(result) || isWhole(result) ? 1 : 0;
        }
        System.out.printf(
                "%nKilled %d times while it saved: %d times no half result, %d times a whole one: %s.%n",
                times, whole, there, passes(whole == times && there > 0));
    }

    private static void saveAndKill(Path file, Path out, List<String> program, int milliseconds, Path result)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("explore", file.toString(), "--no-browser", "--out", out.toString()));
        Process process = new ProcessBuilder(command).start();
        try (BufferedReader said = process.errorReader(StandardCharsets.UTF_8)) {
            String first = said.readLine();
            URI address = URI.create(first.substring(first.indexOf("http")));
            post(address, "save", "{}");
            long end = System.nanoTime() + milliseconds * 1_000_000L;
            while (System.nanoTime() < end && !(milliseconds >= 600_000 && Files.exists(result))) {
                Thread.sleep(5);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Whether each file has the hash that the result's own list gives it, and the list is there. */
    private static boolean isWhole(Path result) throws IOException, InterruptedException {
        return new ProcessBuilder("sha256sum", "--check", "--strict", "--quiet", "files.sha256")
                        .directory(result.toFile())
                        .inheritIO()
                        .start()
                        .waitFor()
                == 0;
    }

    private String passes(boolean held) {
        missed |= !held;
        return held ? "pass" : "FAIL";
    }
}
