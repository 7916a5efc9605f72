package segmentation.data.inspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import segmentation.data.customers.DatasetStore;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Descriptor;

/** Small customer files and descriptors for tests. */
public final class CustomerFiles {
    public static final String HEADER = "CustomerID,Gender,Age,Annual Income (k$),Spending Score (1-100)";

    private CustomerFiles() {}

    /** The real descriptor of the mall customers. */
    public static Dataset mall() {
        return DatasetStore.ofProject().dataset("mall-customers");
    }

    /** A descriptor whose columns may lack values: Town (text), Visits (whole, from 0), Spend (number, to 5000). */
    public static Dataset visits() {
        return Descriptor.dataset(Path.of("src/test/resources/datasets/visits/datapackage.json"));
    }

    /** A mall file with the usual header and these rows, LF line ends. */
    public static Path mallFile(Path folder, String... rows) {
        return file(folder, HEADER + "\n" + String.join("\n", rows) + "\n");
    }

    public static Path file(Path folder, String text) {
        return file(folder, text, StandardCharsets.UTF_8);
    }

    public static Path file(Path folder, String text, Charset charset) {
        return file(folder, text.getBytes(charset));
    }

    public static Path file(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("customers.csv"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
