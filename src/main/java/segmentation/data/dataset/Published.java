package segmentation.data.dataset;

/**
 * The published original that a dataset describes; it is not part of the project.
 *
 * @param file name of the file as published
 * @param rows number of customers in it
 * @param columns number of columns in it
 * @param contentHash {@code sha256:} and the hash of its parsed table, the same for every faithful copy whatever its
 *     delimiter, line ends, byte order mark, column order, header synonyms and number padding
 */
public record Published(String file, int rows, int columns, String contentHash) {}
