package segmentation.data.customers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import segmentation.csv.ReadingProgress;
import segmentation.data.dataset.DataSource;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Dataset.PublicSource;
import segmentation.data.dataset.Dataset.Published;
import segmentation.io.Checksum;
import segmentation.io.DataException;
import segmentation.text.NumberText;

/**
 * Fetches the published file of a dataset into {@code data/raw}: whole and checked, or not at all.
 *
 * <p>The address in the descriptor answers with a zip archive. It is kept in memory, the wanted file is taken from it
 * and read, and only where rows, columns and content hash are those of the descriptor is it put into its place.
 */
public final class DatasetDownload {
    private static final Duration TO_CONNECT = Duration.ofSeconds(20);

    private final HttpClient client;
    private final DownloadLimits limits;

    private DatasetDownload(HttpClient client, DownloadLimits limits) {
        this.client = client;
        this.limits = limits;
    }

    /** Returns one that trusts what Java trusts, through the proxy that Java is told to take. */
    public static DatasetDownload overHttps() {
        return with(HttpClient.newBuilder(), DownloadLimits.usual());
    }

    static DatasetDownload with(HttpClient.Builder client, DownloadLimits limits) {
        return new DatasetDownload(
                client.followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(TO_CONNECT)
                        .build(),
                limits);
    }

    /**
     * Fetches the published file, replacing an earlier one.
     *
     * @throws DataException where there is no such dataset
     * @throws UncheckedIOException where the file cannot be had, is another one, or cannot be written; then all is as it
     *     was before, and the message says what to do by hand
     */
    public void fetch(DatasetStore store, String name, ReadingProgress progress) {
        Dataset dataset = store.dataset(name);
        PublicSource source = store.publicSource(name);
        try {
            byte[] file = file(source, dataset.published().file(), progress);
            check(dataset, file);
            put(store.rawFile(name), file);
        } catch (IOException e) {
            throw byHand(name, source, store.rawFileName(name), e);
        }
    }

    /**
     * Fetches a published file of transactions, replacing an earlier one; it is known by its bytes.
     *
     * @throws UncheckedIOException as {@link #fetch(DatasetStore, String, ReadingProgress)}
     */
    public void fetch(TransactionSource wanted, ReadingProgress progress) {
        try {
            byte[] file = file(wanted.source(), wanted.file(), progress);
            Checksum found = Checksum.start();
            found.add(file, 0, file.length);
            if (!found.ended().equals(wanted.hash())) {
                throw new IOException("the file is not the published one, but another of %s bytes"
                        .formatted(NumberText.count(file.length)));
            }
            put(wanted.place(), file);
        } catch (IOException e) {
            throw byHand(wanted.name(), wanted.source(), wanted.placeName(), e);
        }
    }

    private byte[] file(PublicSource source, String name, ReadingProgress progress) throws IOException {
        URI address = source.download()
                .orElseThrow(() -> new IOException("its descriptor names no address to download from"));
        return ZipArchive.file(HttpsArchive.bytes(address, client, limits, progress), name, limits.unpacked());
    }

    private static UncheckedIOException byHand(String name, PublicSource source, String place, IOException reason) {
        return new UncheckedIOException(
                "%s could not be fetched: %s; download it by hand from %s and save it as %s."
                        .formatted(name, reason.getMessage(), source.page(), place),
                reason);
    }

    private static void check(Dataset dataset, byte[] file) throws IOException {
        Published published = dataset.published();
        Path folder = Files.createTempDirectory("segmentation");
        Path copy = folder.resolve("download.csv");
        try {
            Files.write(copy, file);
            CustomerTable table =
                    CustomerCsvReader.read(copy, published.file(), dataset, OnBadRow.STOP, DataSource.Origin.ALTERED);
            int columns = table.originalHeader().size();
            boolean same = table.source().origin() == DataSource.Origin.ORIGINAL
                    && table.rows() == published.rows()
                    && columns == published.columns();
            if (!same) {
                throw new IOException("the file is not the published one, but an altered copy of %s rows and %s columns"
                        .formatted(NumberText.count(table.rows()), columns));
            }
        } catch (DataException e) {
            throw new IOException("the file is not the published one (%s)".formatted(e.getMessage()), e);
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(folder);
        }
    }

    private static void put(Path place, byte[] file) throws IOException {
        Path folder = Objects.requireNonNull(place.getParent());
        Path temporary = folder.resolve(".%s.%d.part"
                .formatted(place.getFileName(), ProcessHandle.current().pid()));
        try {
            Files.createDirectories(folder);
            Files.write(temporary, file);
            Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IOException(
                    "it could not be written (%s)".formatted(e.getClass().getSimpleName()), e);
        } finally {
            // In a folder that could not be made there is nothing to delete, which is no fault of its own.
            if (Files.isDirectory(folder)) {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
