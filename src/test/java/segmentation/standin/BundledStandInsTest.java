package segmentation.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DatasetStore;
import segmentation.data.dataset.DataSource;
import segmentation.data.dataset.Dataset.Published;

/** What holds for the stand-in of every dataset. */
class BundledStandInsTest {
    private static final Path DATA = Path.of("data");
    private static final Map<String, String> DRAWN = Map.of(
            "mall-customers",
            MallStandIn.csv(),
            "shop-customers",
            ShopStandIn.csv(),
            "customer-personality",
            PersonalityStandIn.csv());

    static Set<String> datasets() {
        return DRAWN.keySet();
    }

    @Test
    void areThereForEveryDataset() {
        assertThat(store().names()).containsExactlyInAnyOrderElementsOf(datasets());
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void areBundledByteForByte(String name) {
        assertThat(bundled(name)).hasBinaryContent(DRAWN.get(name).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void areDescribedWithTheirBytesAndHash(String name) throws IOException, NoSuchAlgorithmException {
        byte[] bytes = Files.readAllBytes(bundled(name));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);

        assertThat(DATA.resolve(name).resolve("datapackage.json"))
                .content()
                .contains("\"bytes\": " + bytes.length)
                .contains("\"hash\": \"sha256:" + HexFormat.of().formatHex(hash) + "\"");
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void haveTheSizeOfThePublishedFileAndAreNotTakenForIt(String name) {
        CustomerTable table = store().load(name);
        Published published = table.dataset().published();

        assertThat(table.rows()).isEqualTo(published.rows());
        assertThat(table.originalHeader()).hasSize(published.columns());
        assertThat(table.source().origin()).isEqualTo(DataSource.Origin.STAND_IN);
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void haveADatasheetThatSaysThatTheLicenceWasNotVerified(String name) {
        assertThat(DATA.resolve(name).resolve("README.md")).content().contains("**not verified**");
        assertThat(DATA.resolve(name).resolve("datapackage.json")).content().contains("\"licence\": \"not verified\"");
    }

    private static Path bundled(String name) {
        return DATA.resolve(name).resolve(name + "-stand-in.csv");
    }

    private static DatasetStore store() {
        return DatasetStore.of(DATA, Map.of());
    }
}
