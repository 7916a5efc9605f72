package segmentation.data.customers;

import segmentation.data.dataset.DataSource;
import segmentation.data.dataset.Dataset;

import java.nio.file.Path;

/**
 * The file that a dataset is read from.
 *
 * @param path where it is
 * @param shown its name in sentences, without a path of this machine
 * @param otherwise where its rows come from if they are not the published ones
 */
public record DatasetFile(Path path, String shown, DataSource.Origin otherwise) {

    /** Reads the file. */
    public CustomerTable read(Dataset dataset, OnBadRow policy) {
        return CustomerCsvReader.read(path, shown, dataset, policy, otherwise);
    }
}
