package segmentation.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests are written by hand, as no client would send what an attacker sends. */
@Timeout(120)
class ExploreServerTest {
    @TempDir
    private Path folder;

    private Explore page;
    private URI address;

    @BeforeEach
    void openAPage() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        page = Explore.open(Optional.of(ExplorationTest.customers(folder.resolve("a.csv"), 30)), List.of(), out, 0);
        address = page.address();
    }

    @AfterEach
    void endThePage() {
        page.close();
    }

    private String asked(String method, String path, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), address.getPort())) {
            String head = Stream.concat(Stream.of(method + " " + path + " HTTP/1.1"), Stream.of(headers))
                    .map(line -> line + "\r\n")
                    .reduce("", String::concat);
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            // Nothing more comes, so that a server that waits for the rest of a body goes on.
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String host() {
        return "Host: 127.0.0.1:" + address.getPort();
    }

    private String origin() {
        return "Origin: http://127.0.0.1:" + address.getPort();
    }

    @Test
    void thePageForbidsItselfEverythingFromElsewhere() throws IOException {
        String answer = asked("GET", address.getPath(), host());

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase(
                        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self';"
                                + " connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'")
                .containsIgnoringCase("X-Content-Type-Options: nosniff")
                .containsIgnoringCase("Referrer-Policy: no-referrer")
                .containsIgnoringCase("Cache-Control: no-store")
                .doesNotContain("<script>", "style=", "onclick", "http://", "https://");
    }

    @ParameterizedTest
    @CsvSource({"evil.example, 421", "127.0.0.1, 421", "169.254.169.254:80, 421", "'', 421"})
    void anotherHostIsRefused(String host, int status) throws IOException {
        assertThat(asked("GET", address.getPath(), "Host: " + host)).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void localhostIsThisMachineToo() throws IOException {
        assertThat(asked("GET", address.getPath(), "Host: localhost:" + address.getPort()))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/0123456789abcdef0123456789abcdef/", "/favicon.ico", "/x//", "/events"})
    void withoutTheTokenNothingIsThere(String path) throws IOException {
        assertThat(asked("GET", path, host())).startsWith("HTTP/1.1 404").doesNotContain("Explore");
    }

    @Test
    void aTokenIsNewForEachPageAndLong() {
        try (Explore other = Explore.open(Optional.empty(), List.of(), folder, 0)) {
            assertThat(address.getPath())
                    .matches("/[0-9a-f]{32}/")
                    .isNotEqualTo(other.address().getPath());
        }
    }

    @Test
    void anotherSiteCannotSpeakToIt() throws IOException {
        String choose = address.getPath() + "choose";

        assertThat(asked("POST", choose, host(), "Origin: http://evil.example", "Content-Length: 0"))
                .startsWith("HTTP/1.1 403");
        assertThat(asked("POST", choose, host(), "Origin: null", "Content-Length: 0"))
                .startsWith("HTTP/1.1 403");
        assertThat(asked("POST", choose, host(), "Content-Length: 0"))
                .as("no origin")
                .startsWith("HTTP/1.1 403");
        assertThat(asked("GET", address.getPath(), host(), "Origin: http://evil.example"))
                .startsWith("HTTP/1.1 403");
        assertThat(asked("GET", address.getPath(), host(), "Sec-Fetch-Site: cross-site"))
                .startsWith("HTTP/1.1 403");
        assertThat(asked("POST", choose, host(), origin(), "Content-Length: 0")).startsWith("HTTP/1.1 422");
    }

    @Test
    void answersOnTheLoopbackAddressAlone() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(each -> !each.isLoopbackAddress() && each.getAddress().length == 4)
                .toList();

        assertThat(address.getHost()).isEqualTo("127.0.0.1");
        for (InetAddress other : others) {
            assertThat(canConnect(other)).as(other.toString()).isFalse();
        }
    }

    private boolean canConnect(InetAddress other) {
        try (Socket socket = new Socket(other, address.getPort())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd",
                "..%2f..%2fetc%2fpasswd",
                "explore.js/../package-info.class",
                "Explore.class"
            })
    void noPathLeadsToOtherFiles(String path) throws IOException {
        assertThat(asked("GET", address.getPath() + path, host())).startsWith("HTTP/1.1 404");
    }

    @Test
    void otherWaysOfAskingAreRefused() throws IOException {
        assertThat(asked("PUT", address.getPath(), host(), origin(), "Content-Length: 0"))
                .startsWith("HTTP/1.1 405");
        assertThat(asked("DELETE", address.getPath() + "choose", host(), origin()))
                .startsWith("HTTP/1.1 405");
        assertThat(asked("GET", address.getPath() + "choose", host())).startsWith("HTTP/1.1 404");
    }

    @Test
    void aFileThatIsTooLargeIsNotReadAtAll() throws IOException {
        String answer =
                asked("POST", address.getPath() + "file?name=b.csv", host(), origin(), "Content-Length: 99999999999");

        assertThat(answer).startsWith("HTTP/1.1 422").contains("at most 64 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../b.csv", "/tmp/b.csv", "..\\b.csv", "C:\\b.csv", "b.csv"})
    void aDroppedFileStaysInItsFolderWhateverItIsCalled(String name) throws Exception {
        Visitor visitor = new Visitor(address);
        String content = Files.readString(folder.resolve("a.csv"));

        assertThat(visitor.post("file?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8), content)
                        .statusCode())
                .isEqualTo(200);

        assertThat(visitor.heard("data", json -> true).path("name").asText()).isEqualTo("b.csv");
        assertThat(visitor.get("command").body()).contains("fit b.csv ", "b-segments");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> String.valueOf(each.getFileName()))).containsExactlyInAnyOrder("a.csv", "out");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', empty", "just words, rows", "'a,b\n\u0000,\u0001\u0002', unprintable"})
    void aBadFileIsOneSentenceAndTheCustomersStay(String content, String told) throws Exception {
        Visitor visitor = new Visitor(address);

        String answer = visitor.post("file?name=bad.csv", content).body();

        assertThat(answer)
                .contains("\"sentence\":\"bad.csv", told)
                .doesNotContain("Exception", "/tmp", "segment-explore");
        assertThat(visitor.heard("data", json -> true).path("name").asText()).isEqualTo("a.csv");
    }

    @Test
    void theLessonFollowsTheLibrary() {
        Visitor visitor = new Visitor(address);

        String trace = visitor.post("trace", "{\"data\": \"round\", \"start\": [[0, 0], [1, 1], [2, 0]]}")
                .body();

        assertThat(trace).contains("\"steps\":[{", "\"assigned\":", "\"palette\":[\"#");
        assertThat(visitor.post("trace", "{\"data\": \"other\", \"k\": 3}").body())
                .contains("There are no customers called 'other'.");
        assertThat(visitor.post("trace", "{\"data\": \"round\", \"k\": 99}").body())
                .contains("Choose 2 to 10 centroids, got 99.");
    }

    @Test
    void itsOwnButtonEndsIt() throws InterruptedException {
        new Visitor(address).post("end", "{}");

        page.await();

        assertThat(address).isNotNull();
    }
}
