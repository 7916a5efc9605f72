package segmentation.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import segmentation.rfm.RfmOptions;
import segmentation.rfm.RfmTable;
import segmentation.rfm.TransactionColumns;

class OnlineRetailStandInTest {
    private static final Path FOLDER = Path.of("data/online-retail");
    private static final Path BUNDLED = FOLDER.resolve("online-retail-stand-in.csv");

    @Test
    void isBundledByteForByte() {
        assertThat(BUNDLED).hasBinaryContent(OnlineRetailStandIn.csv().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isDescribedWithItsBytesAndHash() throws IOException, NoSuchAlgorithmException {
        byte[] bytes = Files.readAllBytes(BUNDLED);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);

        assertThat(FOLDER.resolve("dataresource.json"))
                .content()
                .contains("\"bytes\": " + bytes.length)
                .contains("\"hash\": \"sha256:" + HexFormat.of().formatHex(hash) + "\"");
    }

    @Test
    void readsAsTransactionsWithCancellationsAndLinesWithoutACustomer() {
        TransactionColumns columns = new TransactionColumns(
                "CustomerID", "InvoiceDate", "UnitPrice", Optional.of("Quantity"), Optional.of("InvoiceNo"));

        RfmTable table = RfmTable.read(BUNDLED, columns, RfmOptions.usual(), (bytes, total) -> {});

        assertThat(table.asOf()).isEqualTo("2011-12-10");
        assertThat(table.rows()).hasSizeBetween(1_150, 1_300);
        assertThat(table.counts().purchases()).isBetween(45_000, 50_000);
        assertThat(table.counts().returns()).isBetween(100, 500);
        assertThat(table.counts().withoutCustomer()).isBetween(2_000, 3_000);
        assertThat(table.counts().bad()).isZero();
    }

    @Test
    void isAnotherFileWithAnotherSeed() {
        assertThat(OnlineRetailStandIn.csv(1)).isNotEqualTo(OnlineRetailStandIn.csv());
    }
}
