package segmentation.data.dataset;

import java.net.URI;
import java.util.Optional;

/**
 * Where the published file of a dataset can be had.
 *
 * @param page the page that describes it, for people
 * @param download address that answers with a zip archive that holds the file; empty where none is known
 * @param licence what is known of its licence, such as {@code not verified}
 */
public record PublicSource(String page, Optional<URI> download, String licence) {}
