package segmentation.data.customers;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import segmentation.data.dataset.Dataset.PublicSource;
import segmentation.io.DataException;
import segmentation.io.Json;
import segmentation.text.Excerpt;

/**
 * Where the published file of a folder of transactions can be had, and how it is known again: by its bytes, since its rows
 * are no customers that a content hash could be made of. A {@code dataresource.json} says so, a Frictionless data resource.
 *
 * @param name of the folder
 * @param source the page, the address and what is known of the licence
 * @param file its name in the archive
 * @param hash {@code sha256:} and the digits of its bytes
 * @param place where it belongs
 * @param placeName the same as seen from the project, for a sentence
 */
public record TransactionSource(
        String name, PublicSource source, String file, String hash, Path place, String placeName) {
    private static final String DESCRIPTOR = "dataresource.json";

    /** Reads the descriptor in a folder of {@code data}; empty where that folder has none. */
    static Optional<TransactionSource> of(Path data, String name) {
        Path descriptor = data.resolve(name).resolve(DESCRIPTOR);
        if (!Files.isRegularFile(descriptor)) {
            return Optional.empty();
        }
        String shown = "data/%s/%s".formatted(name, DESCRIPTOR);
        JsonNode json = Json.read(descriptor, shown, "a Frictionless data resource", "correct the file");
        String address = json.at("/original/download").asText();
        if (!address.startsWith("https://")) {
            throw DataException.inFile(
                    shown,
                    "the address " + Excerpt.quoted(address),
                    "one that begins with https://",
                    "correct the file");
        }
        String csv = "raw/%s/%s.csv".formatted(name, name);
        return Optional.of(new TransactionSource(
                name,
                new PublicSource(
                        json.at("/original/page").asText(),
                        Optional.of(URI.create(address)),
                        json.at("/original/licence").asText("not verified")),
                json.at("/original/file").asText(),
                json.at("/original/hash").asText(),
                data.resolve(csv),
                "data/" + csv));
    }
}
