package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.csv.ReadingProgress;
import segmentation.data.dataset.DataSource;
import segmentation.data.dataset.Dataset.PublicSource;
import segmentation.io.Checksum;
import segmentation.io.DataException;

/** Downloads from a server on this machine: what is put into place, and that every failure leaves nothing behind. */
class DatasetDownloadTest {
    private static final String CSV = "Town,Visits,Spend\nUlm,1,2\nBonn,2,3\nKiel,3,4\n";
    private static final ReadingProgress QUIET = (read, total) -> {};

    @TempDir
    private static Path certificates;

    private static LocalHttps server;
    private static int paths;

    @TempDir
    private Path project;

    private Path place;
    private String path;

    @BeforeAll
    static void startTheServer() throws Exception {
        server = LocalHttps.start(certificates);
    }

    @AfterAll
    static void stopTheServer() {
        server.close();
    }

    @BeforeEach
    void buildAProject() throws IOException {
        path = "/test-" + paths++;
        place = project.resolve("data/raw/visits/Visits.csv");
        describe(server.address(path));
    }

    @Test
    void putsThePublishedFileIntoItsPlace() {
        server.on(path, LocalHttps.zip(Map.of("Visits.csv", CSV)));
        List<Long> heard = new ArrayList<>();

        server.download().fetch(store(), "visits", (read, total) -> heard.add(total - read));

        assertThat(place).hasContent(CSV);
        assertThat(files()).containsExactly("Visits.csv");
        assertThat(store().load("visits").source().origin()).isEqualTo(DataSource.Origin.ORIGINAL);
        assertThat(heard).last().isEqualTo(0L);
    }

    @Test
    void findsTheFileInAFolderOfTheArchiveAmongOthers() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("readme.txt", "hello");
        entries.put("a/b/", "");
        entries.put("a/b/Visits.csv", CSV);
        server.on(path, LocalHttps.zip(entries));

        server.download().fetch(store(), "visits", QUIET);

        assertThat(place).hasContent(CSV);
        assertThat(files()).containsExactly("Visits.csv");
    }

    @Test
    void followsRedirectsToHttps() {
        server.on(path, exchange -> LocalHttps.redirect(exchange, server.address(path + "-two")));
        server.on(path + "-two", exchange -> LocalHttps.redirect(exchange, path + "-three"));
        server.on(path + "-three", LocalHttps.zip(Map.of("Visits.csv", CSV)));

        server.download().fetch(store(), "visits", QUIET);

        assertThat(place).hasContent(CSV);
    }

    @Test
    void followsNoRedirectToHttp() {
        server.on(path, exchange -> LocalHttps.redirect(exchange, "http://127.0.0.1:1/x.zip"));

        assertRefused("it leads to an address that is not https, http://127.0.0.1:1/x.zip");
    }

    @Test
    void followsNoRedirectsWithoutEndNorToNowhere() {
        server.on(path, exchange -> LocalHttps.redirect(exchange, server.address(path)));
        assertRefused("it leads from address to address without end");

        path += "-odd";
        describe(server.address(path));
        server.on(path, exchange -> LocalHttps.redirect(exchange, "https://a b"));
        assertRefused("it leads to an address that is none, https://a b");
    }

    @Test
    void saysWhatToDoByHandWhereTheServerHasNoSuchFile() {
        server.on(path, exchange -> LocalHttps.answer(exchange, 404, new byte[0]));

        assertThatThrownBy(() -> server.download().fetch(store(), "visits", QUIET))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("visits could not be fetched: the server answered 404; download it by hand from"
                        + " https://example.org/visits and save it as data/raw/visits/Visits.csv.");
        assertThat(project.resolve("data/raw")).doesNotExist();
    }

    @Test
    void refusesAnAnswerCutShort() {
        byte[] zip = LocalHttps.zip(Map.of("Visits.csv", CSV));
        server.on(path, exchange -> {
            exchange.sendResponseHeaders(200, zip.length);
            exchange.getResponseBody().write(zip, 0, zip.length / 2);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        assertRefused("the connection failed or was cut short");

        path += "-silent";
        describe(server.address(path));
        server.on(path, Arrays.copyOf(zip, 60));
        assertRefused("the archive is broken or was cut short");
    }

    @Test
    void refusesAPageInPlaceOfAnArchive() {
        server.on(path, "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8));

        assertRefused("the answer is no zip archive, perhaps a page that asks to sign in");
    }

    @Test
    void refusesAnArchiveWithoutTheFile() {
        server.on(path, LocalHttps.zip(Map.of("Other.csv", CSV)));

        assertRefused("the archive holds no Visits.csv");
    }

    @Test
    void refusesAnArchiveWhoseFilesWouldLeaveTheirFolder() {
        for (String entry :
                List.of("../Visits.csv", "/Visits.csv", "a/../../Visits.csv", "..\\Visits.csv", "C:\\Visits.csv")) {
            path += "-x";
            describe(server.address(path));
            server.on(path, LocalHttps.zip(Map.of(entry, CSV)));

            assertRefused("the archive holds a file that would leave its folder");
        }
    }

    @Test
    void refusesABombWhetherWantedOrNot() {
        String zeros = "0".repeat(2 << 20);
        for (String name : List.of("Visits.csv", "other.bin")) {
            path += "-x";
            describe(server.address(path));
            server.on(path, LocalHttps.zip(Map.of(name, zeros)));

            assertRefused("the archive unpacks to more than was expected of it");
        }
    }

    @Test
    void refusesAnArchiveOfTooManyFilesOrBytes() {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i <= 1000; i++) {
            entries.put("f" + i, "");
        }
        server.on(path, LocalHttps.zip(entries));
        assertRefused("the archive holds more than 1,000 files");

        path += "-long";
        describe(server.address(path));
        server.on(path, new byte[(1 << 20) + 1]);
        assertRefused("the answer is longer than 1,048,576 bytes");
    }

    @Test
    void refusesAnAlteredCopyAndKeepsWhatIsThere() throws IOException {
        Files.createDirectories(place.getParent());
        Files.writeString(place, CSV);
        server.on(path, LocalHttps.zip(Map.of("Visits.csv", CSV.replace("Ulm,1,2", "Ulm,1,5"))));

        assertThatThrownBy(() -> server.download().fetch(store(), "visits", QUIET))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the file is not the published one, but an altered copy of 3 rows and 3 columns");
        assertThat(place).hasContent(CSV);
        assertThat(files()).containsExactly("Visits.csv");
    }

    @Test
    void refusesACopyWithOneMoreColumn() {
        server.on(path, LocalHttps.zip(Map.of("Visits.csv", CSV.replaceAll("\n", ",x\n"))));

        assertRefused("an altered copy of 3 rows and 4 columns");
    }

    @Test
    void refusesAFileThatCannotBeRead() {
        server.on(path, LocalHttps.zip(Map.of("Visits.csv", "Town,Visits\nUlm,1\n")));

        assertRefused("the file is not the published one (Visits.csv, line 1, column Spend: found no such column");
    }

    @Test
    void givesUpWhereThereIsNoServerOrNoAnswer() {
        describe("https://127.0.0.1:1/nothing");
        assertRefused("the connection failed or was cut short (ConnectException)");

        describe(server.address(path));
        server.on(path, exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().flush();
        });
        DatasetDownload hasty = server.download(Duration.ofMillis(300));
        assertThatThrownBy(() -> hasty.fetch(store(), "visits", QUIET))
                .hasMessageContaining("it took more than 0.3 seconds");
    }

    @Test
    void trustsNoCertificateThatNobodyVouchesFor() {
        server.on(path, LocalHttps.zip(Map.of("Visits.csv", CSV)));
        DatasetDownload usual = DatasetDownload.with(
                HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY), DownloadLimits.usual());

        assertThatThrownBy(() -> usual.fetch(store(), "visits", QUIET))
                .hasMessageContaining("the connection is not safe (SSLHandshakeException)");
    }

    @Test
    void saysWhereTheFileCannotBeWritten() throws IOException {
        Files.writeString(project.resolve("data/raw"), "a file where the folder should be");
        server.on(path, LocalHttps.zip(Map.of("Visits.csv", CSV)));

        assertThatThrownBy(() -> server.download().fetch(store(), "visits", QUIET))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("it could not be written (");
    }

    @Test
    void refusesAnUnknownDatasetAndOneWithoutAnAddress() {
        assertThatThrownBy(() -> server.download().fetch(store(), "vists", QUIET))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no dataset called \"vists\"");
        describe("");
        assertRefused("its descriptor names no address to download from");
        describe("http://example.org/x.zip");
        assertThatThrownBy(() -> server.download().fetch(store(), "visits", QUIET))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "found the address \"http://example.org/x.zip\", expected one that begins with https://");
    }

    @Test
    void knowsTheAddressOfEveryDatasetOfTheProject() {
        DatasetStore real = DatasetStore.of(Path.of("data"), Map.of());

        assertThat(real.names()).allSatisfy(name -> {
            PublicSource source = real.publicSource(name);
            assertThat(source.download().orElseThrow().toString().replace("api/v1/datasets/download", "datasets"))
                    .isEqualTo(source.page());
            assertThat(source.licence()).isEqualTo("not verified");
        });
    }

    @Test
    void putsTransactionsIntoTheirPlaceAndKnowsThemByTheirBytes() {
        Path receipts = project.resolve("data/raw/receipts/receipts.csv");
        describeReceipts(CSV);
        server.on(path, LocalHttps.zip(Map.of("data.csv", CSV)));

        server.download().fetch(store().transactions("receipts").orElseThrow(), QUIET);

        assertThat(receipts).hasContent(CSV);
        path += "-altered";
        describeReceipts(CSV);
        server.on(path, LocalHttps.zip(Map.of("data.csv", CSV + "\n")));
        assertThatThrownBy(() ->
                        server.download().fetch(store().transactions("receipts").orElseThrow(), QUIET))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("receipts could not be fetched: the file is not the published one, but another of 45 bytes;"
                        + " download it by hand from https://example.org/receipts and save it as"
                        + " data/raw/receipts/receipts.csv.");
        assertThat(receipts).hasContent(CSV);
    }

    @Test
    void findsNoTransactionsWhereNoneAreDescribedOrTheAddressIsNoHttps() {
        assertThat(store().transactions("visits")).isEmpty();
        assertThat(store().transactions("../data/visits")).isEmpty();
        path = "x";
        describeReceipts(CSV, "http://example.org/x");

        assertThatThrownBy(() -> store().transactions("receipts"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("data/receipts/dataresource.json: found the address \"http://example.org/x\"");
    }

    @Test
    void knowsTheAddressOfTheTransactionsOfTheProject() {
        TransactionSource real = DatasetStore.of(Path.of("data"), Map.of())
                .transactions("online-retail")
                .orElseThrow();

        assertThat(real.source().download().orElseThrow().toString().replace("api/v1/datasets/download", "datasets"))
                .isEqualTo(real.source().page());
        assertThat(real.hash()).matches("sha256:[0-9a-f]{64}");
        assertThat(real.placeName()).isEqualTo("data/raw/online-retail/online-retail.csv");
    }

    private void describeReceipts(String csv) {
        describeReceipts(csv, server.address(path));
    }

    private void describeReceipts(String csv, String address) {
        String json = """
                {"name": "receipts", "original": {"file": "data.csv", "hash": "%s",
                 "page": "https://example.org/receipts", "download": "%s"}}""".formatted(Checksum.of(csv), address);
        try {
            Files.createDirectories(project.resolve("data/receipts"));
            Files.writeString(project.resolve("data/receipts/dataresource.json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> server.download().fetch(store(), "visits", QUIET))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("visits could not be fetched: ")
                .hasMessageContaining(reason);
        assertThat(project.resolve("data/raw")).doesNotExist();
    }

    private DatasetStore store() {
        return DatasetStore.of(project.resolve("data"), Map.of());
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(place.getParent())) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void describe(String address) {
        LocalHttps.describeVisits(project, address, CSV);
    }
}
