package segmentation.data.customers;

import java.time.Duration;

/**
 * What a download may take at most.
 *
 * @param time from the first connection to the last byte
 * @param bytes size of the archive
 * @param unpacked size of all that is in it
 */
record DownloadLimits(Duration time, long bytes, long unpacked) {

    /** Returns limits far above what the datasets of the project need. */
    static DownloadLimits usual() {
        return new DownloadLimits(Duration.ofMinutes(2), 32L << 20, 64L << 20);
    }
}
