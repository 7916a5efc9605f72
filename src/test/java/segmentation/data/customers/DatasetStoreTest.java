package segmentation.data.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segmentation.data.dataset.DataSource;
import segmentation.io.DataException;

/** Where a dataset is looked for. Each place holds a file of its own, told apart by its number of rows. */
class DatasetStoreTest {
    private static final String ROW = "Ulm,1,2\n";
    private static final String BROKEN = "Town,Visits\nUlm,1\n";

    @TempDir
    private Path temporary;

    private Path project;
    private Path data;
    private Path elsewhere;

    @BeforeEach
    void buildsAProject() throws IOException {
        project = temporary.resolve("my project");
        data = project.resolve("data");
        elsewhere = temporary.resolve("else where");
        Files.createDirectories(data.resolve("visits"));
        Files.copy(
                Path.of("src/test/resources/datasets/visits/datapackage.json"),
                data.resolve("visits/datapackage.json"));
        write(data.resolve("visits/visits-stand-in.csv"), ROW);
    }

    @Test
    void takesTheStandInWhereThereIsNothingElse() {
        CustomerTable table = DatasetStore.of(data, Map.of()).load("visits");

        assertThat(table.rows()).isOne();
        assertThat(table.source().origin()).isEqualTo(DataSource.Origin.STAND_IN);
    }

    @Test
    void prefersTheRawFolderToTheStandIn() throws IOException {
        write(data.resolve("raw/visits/Visits.csv"), ROW.repeat(2));

        CustomerTable table = DatasetStore.of(data, Map.of()).load("visits");

        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.source().origin()).isEqualTo(DataSource.Origin.ALTERED);
    }

    @Test
    void prefersTheEnvironmentToTheRawFolder() throws IOException {
        write(data.resolve("raw/visits/Visits.csv"), ROW.repeat(2));
        write(elsewhere.resolve("visits/Visits.csv"), ROW.repeat(3));

        CustomerTable table = inEnvironment(elsewhere.toString()).load("visits");

        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.source().origin()).isEqualTo(DataSource.Origin.ALTERED);
    }

    @Test
    void prefersAFileGivenByHandToAll() throws IOException {
        write(elsewhere.resolve("visits/Visits.csv"), ROW.repeat(3));
        Path own = write(temporary.resolve("own.csv"), ROW.repeat(4));

        CustomerTable table = inEnvironment(elsewhere.toString()).load("visits", own);

        assertThat(table.rows()).isEqualTo(4);
        assertThat(table.source().origin()).isEqualTo(DataSource.Origin.GIVEN);
    }

    @Test
    void looksOnWhereTheEnvironmentLacksTheFile() throws IOException {
        Files.createDirectories(elsewhere.resolve("visits"));

        assertThat(inEnvironment(elsewhere.toString()).load("visits").rows()).isOne();
        assertThat(inEnvironment(temporary.resolve("none").toString())
                        .load("visits")
                        .rows())
                .isOne();
        assertThat(inEnvironment(" ").load("visits").rows()).isOne();
    }

    @Test
    void resolvesARelativeEnvironmentAgainstTheProject() throws IOException {
        write(elsewhere.resolve("visits/Visits.csv"), ROW.repeat(3));

        CustomerTable table = inEnvironment("../else where").load("visits");

        assertThat(table.rows()).isEqualTo(3);
    }

    @Test
    void refusesABrokenFileInTheEnvironmentWithoutNamingTheMachine() throws IOException {
        Path broken = elsewhere.resolve("visits/Visits.csv");
        Files.createDirectories(broken.getParent());
        Files.writeString(broken, BROKEN);

        assertThatThrownBy(() -> inEnvironment(elsewhere.toString()).load("visits"))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(
                        "$SEGMENTATION_DATA/visits/Visits.csv, line 1, column Spend: found no such column");
    }

    @Test
    void refusesABrokenFileInTheRawFolder() throws IOException {
        Files.createDirectories(data.resolve("raw/visits/Visits.csv"));

        assertThatThrownBy(() -> DatasetStore.of(data, Map.of()).load("visits"))
                .hasMessage("data/raw/visits/Visits.csv: found a folder, expected a file; name a file inside it.");
    }

    @Test
    void refusesAMissingStandIn() throws IOException {
        Files.delete(data.resolve("visits/visits-stand-in.csv"));

        assertThatThrownBy(() -> DatasetStore.of(data, Map.of()).load("visits"))
                .hasMessage("data/visits/visits-stand-in.csv: found no such file, expected a file; check the path.");
    }

    @Test
    void dropsRowsOfAFileGivenByHandWhereAsked() throws IOException {
        Path own = write(temporary.resolve("own.csv"), ROW + "Bonn,x,1\n");

        CustomerTable table = DatasetStore.of(data, Map.of()).load("visits", own, OnBadRow.DROP);

        assertThat(table.rows()).isOne();
        assertThatThrownBy(() -> DatasetStore.of(data, Map.of()).load("visits", own))
                .hasMessageContaining("line 3, column Visits: found \"x\"");
    }

    @Test
    void knowsThePublishedFileByItsContentWhateverItsLooksAndPlace() throws IOException {
        Path own = write(temporary.resolve("own.csv"), "Ulm,1,2.50\n");
        String hash = DatasetStore.of(data, Map.of()).load("visits", own).contentHash();
        Path descriptor = data.resolve("visits/datapackage.json");
        Files.writeString(descriptor, Files.readString(descriptor).replace("sha256:none", hash));
        Files.writeString(own, "spend;town;visits\r\n2.5;Ulm;1\r\n");

        CustomerTable table = DatasetStore.of(data, Map.of()).load("visits", own);

        assertThat(table.source().origin()).isEqualTo(DataSource.Origin.ORIGINAL);
    }

    @Test
    void refusesANameThatItDoesNotKnow() {
        assertThatThrownBy(() -> DatasetStore.of(data, Map.of()).load("../visits"))
                .isInstanceOf(DataException.class)
                .hasMessage("data: found no dataset called \"../visits\", expected one of visits; correct the name.");
    }

    private DatasetStore inEnvironment(String folder) {
        return DatasetStore.of(data, Map.of("SEGMENTATION_DATA", folder));
    }

    private static Path write(Path file, String rows) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "Town,Visits,Spend\n" + rows);
    }
}
