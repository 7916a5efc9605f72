package segmentation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.data.customers.DatasetStore;
import segmentation.data.customers.LocalHttps;

/** {@code segment data} on a project with one dataset and a server on this machine. */
class DataCommandTest {
    private static final String CSV = "Town,Visits,Spend\nUlm,1,2\nBonn,2,3\nKiel,3,4\n";

    @TempDir
    private Path folder;

    @TempDir
    private static Path certificates;

    private static LocalHttps server;
    private Path raw;

    @BeforeAll
    static void startTheServer() throws Exception {
        server = LocalHttps.start(certificates);
        server.on("/visits", LocalHttps.zip(Map.of("Visits.csv", CSV)));
    }

    @BeforeEach
    void buildAProject() throws IOException {
        LocalHttps.describeVisits(folder, server.address("/visits"), CSV);
        Files.writeString(folder.resolve("data/visits/visits-stand-in.csv"), CSV.replace("Ulm", "Jena"));
        raw = folder.resolve("data/raw/visits/Visits.csv");
    }

    @AfterAll
    static void stopTheServer() {
        server.close();
    }

    @Test
    void listsWhatIsInUseAndWhereThePublishedFileIs() throws IOException {
        Ran standIn = data("list");
        altered("Ulm,1,5");
        Ran altered = data("list");
        altered("Ulm,many,2");
        Ran faulty = data("list");

        assertThat(standIn.code()).isZero();
        assertThat(standIn.out())
                .containsPattern("visits +3 +3 +the synthetic stand-in +not verified")
                .contains("visits: reads data/visits/visits-stand-in.csv; published at https://example.org/visits");
        assertThat(altered.out()).contains("an altered copy", "reads data/raw/visits/Visits.csv");
        assertThat(faulty.code()).isZero();
        assertThat(faulty.out()).contains("faulty: see data check visits");
    }

    @Test
    void fetchesThePublishedFileAndSaysThatItsLicenceIsNotVerified() {
        Ran ran = data("fetch", "all");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains("The licence of the published file: not verified; see https://example.org/visits")
                .contains("data/raw/visits/Visits.csv is the published file, checked.");
        assertThat(raw).hasContent(CSV);
        assertThat(data("list").out()).contains("the published file");
    }

    @Test
    void leavesAFileThatIsThereAloneUnlessForced() throws IOException {
        altered("Ulm,1,5");

        Ran alone = data("fetch", "visits");
        String before = Files.readString(raw);
        Ran forced = data("fetch", "visits", "--force");

        assertThat(alone.code()).isZero();
        assertThat(alone.err()).contains("is there already and left alone; --force replaces it.");
        assertThat(before).contains("Ulm,1,5");
        assertThat(forced.code()).as(forced.err()).isZero();
        assertThat(raw).hasContent(CSV);
    }

    @Test
    void endsWithThreeAndASentenceWhereTheFileCannotBeHad() {
        LocalHttps.describeVisits(folder, server.address("/none"), CSV);

        Ran ran = data("fetch", "visits");

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err())
                .contains("visits could not be fetched: the server answered 404; download it by hand")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("data/raw")).doesNotExist();
    }

    @Test
    void endsWithTwoWhereThereIsNoSuchDataset() {
        assertThat(data("fetch", "vists").code()).isEqualTo(2);
        assertThat(data("check", "vists").err()).contains("no dataset called \"vists\", expected one of visits");
    }

    @Test
    void checksTheFileInUse() throws IOException {
        Ran standIn = data("check");
        data("fetch", "visits");
        Ran published = data("check", "visits");
        altered("Ulm,1,5");
        Ran altered = data("check");
        altered("Ulm,many,2");
        Ran faulty = data("check");
        Files.writeString(raw, "Town\n");
        Ran broken = data("check");

        assertThat(standIn.code()).isZero();
        assertThat(standIn.out()).contains("synthetic stand-in", "3 read, 3 kept");
        assertThat(published.code()).isZero();
        assertThat(published.out()).contains("data/raw/visits/Visits.csv", "the published file of 3 visitors");
        assertThat(altered.code()).isEqualTo(1);
        assertThat(altered.out()).contains("an altered copy");
        assertThat(faulty.code()).isEqualTo(1);
        assertThat(faulty.out()).contains("3 read, 2 kept", "\"many\"");
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("data/raw/visits/Visits.csv, line 1, column Visits: found no such column");
    }

    @Test
    void explainsItselfWhereNothingWasAsked() {
        Ran ran = data();

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("Usage: data", "list", "fetch", "check");
    }

    private Ran data(String... arguments) {
        DatasetStore store = DatasetStore.of(folder.resolve("data"), Map.of());
        return Ran.of(DataCommand.of(store, server.download()), arguments);
    }

    private void altered(String row) throws IOException {
        Files.createDirectories(raw.getParent());
        Files.writeString(raw, CSV.replace("Ulm,1,2", row));
    }
}
