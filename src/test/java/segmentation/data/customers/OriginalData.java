package segmentation.data.customers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import segmentation.data.dataset.DataSource;

/**
 * The published files, for tests that need them: where {@code SEGMENTATION_DATA} does not lead to them, the test that
 * asks is skipped and says so.
 */
public final class OriginalData {
    private OriginalData() {}

    /** Returns the folder with the published files, or skips the test. */
    public static Path folder() {
        String named = System.getenv().getOrDefault(DatasetStore.VARIABLE, "");
        Path folder = Path.of("").toAbsolutePath().resolve(named);
        assumeTrue(
                !named.isBlank() && Files.isDirectory(folder), "SEGMENTATION_DATA names no folder of published files");
        return folder;
    }

    /** Loads the published file of a dataset, or skips the test where it is not there; an altered one fails. */
    public static CustomerTable load(String name) {
        DatasetStore store = DatasetStore.of(Path.of("data"), Map.of(DatasetStore.VARIABLE, folder().toString()));
        Path file =
                folder().resolve(name).resolve(store.dataset(name).published().file());
        assumeTrue(Files.exists(file), "SEGMENTATION_DATA holds no published file of " + name);
        CustomerTable table = store.load(name);
        if (table.source().origin() != DataSource.Origin.ORIGINAL) {
            throw new AssertionError("The file of " + name + " in SEGMENTATION_DATA is not the published one");
        }
        return table;
    }
}
