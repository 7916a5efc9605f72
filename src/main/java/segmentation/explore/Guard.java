package segmentation.explore;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets only the page itself speak to the server: by a token that nobody can guess, by the host that the browser believes to
 * speak to (another name that leads here is DNS rebinding), and by the page that a request comes from.
 */
final class Guard {
    private static final int TOKEN_BYTES = 16;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String token;
    private final Set<String> hosts;

    private Guard(String token, Set<String> hosts) {
        this.token = token;
        this.hosts = hosts;
    }

    /** Returns the guard of a server at a port, with a token of its own. */
    static Guard of(int port) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return new Guard(HexFormat.of().formatHex(random), Set.of("127.0.0.1:" + port, "localhost:" + port));
    }

    String token() {
        return token;
    }

    /** Returns why a request is refused, as a status; empty where it may pass. */
    Optional<Integer> refusal(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        List<String> host = headers.getOrDefault("Host", List.of());
        if (host.size() != 1 || !hosts.contains(host.get(0))) {
            return Optional.of(421);
        }
        boolean reads = exchange.getRequestMethod().equals("GET");
        boolean own = headers.getOrDefault("Origin", List.of()).equals(List.of("http://" + host.get(0)));
        boolean foreign = headers.containsKey("Origin") && !own;
        Set<String> allowed = reads ? Set.of("same-origin", "none") : Set.of("same-origin");
        boolean elsewhere =
                headers.getOrDefault("Sec-Fetch-Site", List.of()).stream().anyMatch(site -> !allowed.contains(site));
        // A browser names the origin of everything but a plain reading.
        if (foreign || elsewhere || (!reads && !own)) {
            return Optional.of(403);
        }
        return isKnown(exchange.getRequestURI().getRawPath()) ? Optional.empty() : Optional.of(404);
    }

    private boolean isKnown(String path) {
        String given = path.startsWith("/") ? path.substring(1).split("/", 2)[0] : "";
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a path without its token. */
    String within(String path) {
        return path.length() > token.length() + 2 ? path.substring(token.length() + 2) : "";
    }

    /** Says what the browser must not do with an answer: load from elsewhere, be framed, keep, guess, or tell the address. */
    static void addTo(Headers headers) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }
}
