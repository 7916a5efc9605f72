package segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which lines and customers of a file of transactions count as what. */
class RfmCountsTest {
    private static final TransactionColumns COLUMNS =
            new TransactionColumns("who", "when", "price", Optional.of("pieces"), Optional.of("order"));

    /** A line that is worth nothing is no purchase and no return, whatever its order says. */
    @Test
    void countsEachLineOnce(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lines.csv"), """
            who,when,price,pieces,order
            A,2026-01-05,5,2,1001
            A,2026-01-05,0,1,1002
            A,2026-01-06,0,1,C1003
            A,2026-01-07,2,-1,1004
            A,2026-01-07,3,1,C1005
            B,2026-01-08,0,1,1006
            """);

        RfmTable table = RfmTable.read(file, COLUMNS, RfmOptions.usual(), (read, total) -> {});

        assertThat(table.counts()).isEqualTo(new RfmCounts(1, 2, 1, 3, 0, 0, 0, 1, 1, 0));
        assertThat(table.counts().lines()).isEqualTo(6);
    }

    @Test
    void namesTheColumnsThatAreNeededInTheirOrder() {
        assertThat(COLUMNS.names()).containsExactly("who", "when", "price", "pieces", "order");
        assertThat(new TransactionColumns("who", "when", "paid", Optional.empty(), Optional.of("order")).names())
                .containsExactly("who", "when", "paid", "order");
    }
}
