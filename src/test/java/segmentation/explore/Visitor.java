package segmentation.explore;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import segmentation.io.Json;

/** Does over HTTP what the page's script does. */
public final class Visitor {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI address;

    public Visitor(URI address) {
        this.address = address;
    }

    /** Posts as the page does, with its origin. */
    public HttpResponse<String> post(String path, String body) {
        return sent(HttpRequest.newBuilder(address.resolve(path))
                .header("Origin", address.resolve("/").toString().replaceAll("/$", ""))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> get(String path) {
        return sent(HttpRequest.newBuilder(address.resolve(path)));
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Listens until an event of a kind meets a condition, and returns it. */
    public JsonNode heard(String kind, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        HttpResponse<InputStream> stream = HTTP.send(
                HttpRequest.newBuilder(address.resolve("events")).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            String last = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    last = line.substring("event: ".length());
                } else if (line.startsWith("data: ") && last.equals(kind)) {
                    JsonNode json = Json.parse(line.substring("data: ".length()), "an event", "JSON", "");
                    if (wanted.test(json)) {
                        return json;
                    }
                }
            }
        }
        throw new IllegalStateException("The page ended before " + kind + " was heard");
    }
}
