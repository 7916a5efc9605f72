package segmentation.data.customers;

import java.util.List;
import segmentation.data.dataset.DataSource;

/**
 * What is known of the file that a table was read from; it stays the same whatever is left out of the table later.
 *
 * @param header the header cells as the file writes them
 * @param issues every fault of the rows that were left out
 * @param quality what was found in it
 * @param source where it came from
 * @param contentHash the hash of what it says
 */
record FileRead(
        List<String> header,
        List<RowIssue> issues,
        Deferred<DataQuality> quality,
        DataSource source,
        String contentHash) {}
