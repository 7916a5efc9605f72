package segmentation.data.customers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import segmentation.data.inspect.CustomerFiles;

/** A server on this machine with a certificate of its own making, and a download that trusts it. */
public final class LocalHttps implements AutoCloseable {
    private static final char[] PASSWORD = "for-tests-only".toCharArray();
    private static final String ARGUMENTS =
            "-genkeypair -alias server -keyalg EC -dname CN=localhost -ext san=ip:127.0.0.1"
                    + " -validity 2 -storetype PKCS12 -storepass for-tests-only";

    private final HttpsServer server;
    private final SSLContext context;

    private LocalHttps(HttpsServer server, SSLContext context) {
        this.server = server;
        this.context = context;
    }

    /** Starts a server; the certificate is made in a folder. */
    public static LocalHttps start(Path folder) throws Exception {
        SSLContext context = context(certificate(folder));
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.start();
        return new LocalHttps(server, context);
    }

    private static Path certificate(Path folder) throws Exception {
        Path store = folder.resolve("server.p12");
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(program, "-keystore", store.toString()));
        command.addAll(List.of(ARGUMENTS.split(" ")));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream said = keytool.getInputStream()) {
            String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new AssertionError("No certificate could be made: " + text);
            }
        }
        return store;
    }

    private static SSLContext context(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** Returns the address of a path on the server. */
    public String address(String path) {
        return "https://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    /** Answers a path in a way. */
    public void on(String path, HttpHandler answer) {
        server.createContext(path, answer);
    }

    /** Answers a path with these bytes. */
    public void on(String path, byte[] body) {
        on(path, exchange -> answer(exchange, 200, body));
    }

    static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static void redirect(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().add("Location", address);
        answer(exchange, 302, new byte[0]);
    }

    /** Returns a download that trusts this server and is quickly tired of waiting. */
    public DatasetDownload download() {
        return download(Duration.ofSeconds(20));
    }

    DatasetDownload download(Duration time) {
        return DatasetDownload.with(
                HttpClient.newBuilder().sslContext(context).proxy(HttpClient.Builder.NO_PROXY),
                new DownloadLimits(time, 1 << 20, 1 << 20));
    }

    /** Describes the dataset of visits in a project, published with this content at an address. */
    public static void describeVisits(Path project, String address, String csv) {
        try {
            Path folder = Files.createDirectories(project.resolve("data/visits"));
            Path standIn = Files.writeString(folder.resolve("visits-stand-in.csv"), csv);
            String hash = CustomerCsvReader.read(standIn, CustomerFiles.visits(), OnBadRow.STOP)
                    .contentHash();
            String text = Files.readString(Path.of("src/test/resources/datasets/visits/datapackage.json"));
            Files.writeString(
                    folder.resolve("datapackage.json"),
                    text.replace("\"sha256:none\"", "\"%s\", \"download\": \"%s\"".formatted(hash, address))
                            .replace(
                                    "\"title\": \"Shop visits\"",
                                    "\"title\": \"V\", \"homepage\": \"https://example.org/visits\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns an archive with these texts by name, in order. */
    public static byte[] zip(Map<String, String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError("A zip in memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
