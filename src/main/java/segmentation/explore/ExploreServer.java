package segmentation.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import segmentation.explore.History.Moves;
import segmentation.explore.History.Outcome;
import segmentation.io.DataException;
import segmentation.io.Json;
import segmentation.report.Templates;

/**
 * The server behind the page, on this machine's own address only. Each thing a page asks for is one method; what cannot be
 * done is answered by one sentence.
 */
final class ExploreServer implements AutoCloseable {
    private static final int LARGEST_FILE = 64 << 20;
    private static final int LARGEST_JSON = 64 << 10;
    private static final int MOST_PAGES = 32;
    private static final String END = "end";
    private static final int SECONDS_TO_END = 1;
    private static final Map<String, String> RESOURCES = Map.of(
            "report.css", "text/css",
            "explore.css", "text/css",
            "explore.js", "text/javascript",
            "drawing.js", "text/javascript",
            "screen.js", "text/javascript",
            "steps.js", "text/javascript");

    private final HttpServer server;
    private final Guard guard;
    private final Events events = new Events();
    private final Exploration exploration = new Exploration(events);
    private final Saving saving;
    private final UploadedFile uploaded = UploadedFile.within(LARGEST_FILE);
    private final ExecutorService threads =
            Executors.newCachedThreadPool(work -> Exploration.daemon(work, "explore page"));
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Map<String, Handler> reads = new LinkedHashMap<>();
    private final Map<String, Handler> changes = new LinkedHashMap<>();

    /** Answers one request. */
    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private ExploreServer(HttpServer server, Path out) {
        this.server = server;
        this.guard = Guard.of(server.getAddress().getPort());
        this.saving = new Saving(events, out);
        events.tell("empty", JsonNodeFactory.instance.objectNode());
        reads.put("", exchange -> page(exchange, "explore"));
        reads.put("steps", exchange -> page(exchange, "steps"));
        reads.put("events", this::tellEvents);
        reads.put("segment", this::segment);
        reads.put("compare", this::compare);
        reads.put("command", this::command);
        reads.put("notebook", this::notebook);
        changes.put("choose", exchange -> exploration.choose(Choice.of(json(exchange))));
        changes.put(
                "show", exchange -> exploration.show(json(exchange).path("line").asInt()));
        changes.put(
                "step",
                exchange -> exploration.step(json(exchange).path("places").asInt()));
        changes.put("name", this::name);
        changes.put(
                "save",
                exchange ->
                        saving.save(exploration.known(), exploration.current().choice()));
        changes.put("file", this::file);
        changes.put(END, exchange -> {});
    }

    /** Starts at a port, 0 for any that is free; results are saved within a folder. */
    static ExploreServer start(int port, Path out) {
        try {
            InetSocketAddress here = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
            ExploreServer explore = new ExploreServer(HttpServer.create(here, 0), out);
            explore.server.setExecutor(explore.threads);
            explore.server.createContext("/", explore::answer);
            explore.server.start();
            return explore;
        } catch (IOException e) {
            throw new UncheckedIOException("Port %d is taken; choose another or none".formatted(port), e);
        }
    }

    /** Returns the address with its token, to be opened in a browser of this machine. */
    URI address() {
        return URI.create(
                "http://127.0.0.1:%d/%s/".formatted(server.getAddress().getPort(), guard.token()));
    }

    Exploration exploration() {
        return exploration;
    }

    /** Waits until the page's own button ends it. */
    void await() throws InterruptedException {
        ended.await();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Guard.addTo(exchange.getResponseHeaders());
            Optional<Integer> refusal = guard.refusal(exchange);
            if (refusal.isPresent()) {
                exchange.sendResponseHeaders(refusal.get(), -1);
            } else {
                answerPage(exchange, guard.within(exchange.getRequestURI().getRawPath()));
            }
        }
    }

    private void answerPage(HttpExchange exchange, String path) throws IOException {
        try {
            if (exchange.getRequestMethod().equals("POST")) {
                change(exchange, path);
            } else {
                read(exchange, path);
            }
        } catch (DataException | IllegalArgumentException wrong) {
            send(exchange, 422, sentence(Events.words(wrong)));
        } catch (RuntimeException fault) {
            String kind = fault.getClass().getSimpleName();
            send(exchange, 500, sentence("That went wrong on our side (%s).".formatted(kind)));
        }
    }

    private static ObjectNode sentence(String words) {
        return JsonNodeFactory.instance.objectNode().put("sentence", words);
    }

    private void change(HttpExchange exchange, String path) throws IOException {
        Handler handler = changes.get(path);
        if (handler == null && path.equals("trace")) {
            send(exchange, 200, Lesson.of(json(exchange)));
        } else if (handler == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            handler.handle(exchange);
            send(exchange, 200, JsonNodeFactory.instance.objectNode());
            if (path.equals(END)) {
                ended.countDown();
            }
        }
    }

    private void read(HttpExchange exchange, String path) throws IOException {
        Handler handler = reads.get(path);
        if (!exchange.getRequestMethod().equals("GET")) {
            exchange.sendResponseHeaders(405, -1);
        } else if (RESOURCES.containsKey(path)) {
            send(exchange, 200, RESOURCES.get(path), resource(path));
        } else if (handler == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            handler.handle(exchange);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream bytes = ExploreServer.class.getResourceAsStream(
                name.equals("report.css") ? "/segmentation/report/report.css" : name)) {
            return Objects.requireNonNull(bytes, name).readAllBytes();
        }
    }

    private static void page(HttpExchange exchange, String template) throws IOException {
        String html = Templates.filled("/segmentation/explore/" + template, Map.of());
        send(exchange, 200, "text/html", html.getBytes(StandardCharsets.UTF_8));
    }

    private void tellEvents(HttpExchange exchange) throws IOException {
        if (events.pages() >= MOST_PAGES) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            events.writeTo(out);
        } catch (IOException gone) {
            // The page was closed.
            return;
        }
    }

    private void segment(HttpExchange exchange) throws IOException {
        int number = number(exchange, "number");
        Answer answer = exploration
                .answer()
                .filter(known -> number >= 1 && number <= known.model().k())
                .orElseThrow(() -> new IllegalArgumentException("There is no segment %d now.".formatted(number)));
        send(exchange, 200, answer.details(number, exploration.differences(number)));
    }

    private void compare(HttpExchange exchange) throws IOException {
        Outcome[] both = {outcome(number(exchange, "before")), outcome(number(exchange, "after"))};
        Moves moves = Moves.of(both[0], both[1])
                .orElseThrow(() -> new IllegalArgumentException("These two have no customer in common."));
        send(exchange, 200, moves.toJson(both[0].names(), both[1].names()));
    }

    private Outcome outcome(int line) {
        return exploration
                .history()
                .line(line)
                .outcome()
                .orElseThrow(() -> new IllegalArgumentException("Line %d has no segments yet.".formatted(line)));
    }

    private void command(HttpExchange exchange) throws IOException {
        String command =
                saving.command(exploration.known(), exploration.current().choice());
        send(exchange, 200, JsonNodeFactory.instance.objectNode().put("command", command));
    }

    private void notebook(HttpExchange exchange) throws IOException {
        String text = saving.notebook(exploration.known(), exploration.current().choice());
        exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"07-your-own-data.ipynb\"");
        send(exchange, 200, "application/x-ipynb+json", text.getBytes(StandardCharsets.UTF_8));
    }

    private void name(HttpExchange exchange) throws IOException {
        JsonNode json = json(exchange);
        String name = json.path("name").asText().replaceAll("\\p{Cntrl}", " ").strip();
        exploration.call(json.path("line").asInt(), name.substring(0, Math.min(60, name.length())));
    }

    private void file(HttpExchange exchange) throws IOException {
        if (length(exchange) > LARGEST_FILE) {
            throw uploaded.tooLarge();
        }
        exploration.explore(uploaded.read(parameter(exchange, "name"), exchange.getRequestBody()));
    }

    private static long length(HttpExchange exchange) {
        String length = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Content-Length"), "0");
        return length.matches("[0-9]{1,18}") ? Long.parseLong(length) : Long.MAX_VALUE;
    }

    private static JsonNode json(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_JSON + 1);
        if (bytes.length > LARGEST_JSON) {
            throw new IllegalArgumentException("What the page sent is too large.");
        }
        return Json.parse(new String(bytes, StandardCharsets.UTF_8), "the page", "JSON", "reload the page");
    }

    private static int number(HttpExchange exchange, String name) {
        String value = parameter(exchange, name);
        return value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
    }

    private static String parameter(HttpExchange exchange, String name) {
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static void send(HttpExchange exchange, int status, JsonNode json) throws IOException {
        send(exchange, status, "application/json", Json.canonical(json).getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type.startsWith("text/") ? type + "; charset=utf-8" : type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        ended.countDown();
        events.end();
        exploration.close();
        saving.close();
        server.stop(SECONDS_TO_END);
        threads.shutdownNow();
        uploaded.close();
    }
}
