package segmentation.data.customers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import segmentation.data.dataset.DataSource;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Dataset.PublicSource;
import segmentation.data.dataset.Descriptor;
import segmentation.io.DataException;
import segmentation.text.Excerpt;

/**
 * The datasets of the project, by name: the place to ask for a {@link CustomerTable}.
 *
 * <p>A dataset is a folder with a {@code datapackage.json} below {@code data}. Its rows are looked for in this order:
 * a file given by hand; {@code $SEGMENTATION_DATA/<name>/<file>}; {@code data/raw/<name>/<file>}; the bundled stand-in.
 * The first file that is there counts: one that is there and broken is an error, not a reason to look on.
 */
public final class DatasetStore {
    /** Environment variable that names a folder with the published files; a relative one starts at the project. */
    public static final String VARIABLE = "SEGMENTATION_DATA";

    /** System property that names the project's {@code data} folder, for programs started outside the project. */
    public static final String PROPERTY = "segmentation.data";

    private static final String DESCRIPTOR = "datapackage.json";

    private final Path folder;
    private final Map<String, String> environment;

    private DatasetStore(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Finds the project's {@code data} folder: the one that the system property {@value #PROPERTY} names, else the
     * nearest with a dataset in it, from the working directory upwards.
     *
     * @throws DataException where there is none
     */
    public static DatasetStore ofProject() {
        String named = System.getProperty(PROPERTY, "");
        return named.isEmpty()
                ? above(Path.of("").toAbsolutePath(), System.getenv())
                : of(Path.of(named), System.getenv());
    }

    /**
     * Opens a {@code data} folder.
     *
     * @param dataFolder holds a folder for each dataset; its parent is the project
     * @param environment variables by name; only {@value #VARIABLE} is looked at
     */
    public static DatasetStore of(Path dataFolder, Map<String, String> environment) {
        return new DatasetStore(dataFolder.toAbsolutePath().normalize(), environment);
    }

    /** Opens the nearest {@code data} folder with a dataset in it, from a folder upwards. */
    static DatasetStore above(Path start, Map<String, String> environment) {
        return Stream.iterate(Optional.of(start), Optional::isPresent, at -> at.map(Path::getParent))
                .map(at -> of(at.orElseThrow().resolve("data"), environment))
                .filter(store -> !store.names().isEmpty())
                .findFirst()
                .orElseThrow(() -> DataException.inFile(
                        "data",
                        "no such folder with datasets in the working directory or above it",
                        "the project's data folder",
                        "change into the project or set -D%s to that folder".formatted(PROPERTY)));
    }

    /** Returns the names of the datasets, in alphabetical order. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(dataset -> Files.isRegularFile(dataset.resolve(DESCRIPTOR)))
                    .map(dataset -> dataset.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw DataException.inFile(
                    "data", "a folder that cannot be read", "a readable one", "check its permissions");
        }
    }

    /** Reads the descriptor of a dataset; a {@link DataException} names the datasets where none has that name. */
    public Dataset dataset(String name) {
        if (!names().contains(name)) {
            throw DataException.inFile(
                    "data",
                    "no dataset called " + Excerpt.quoted(name),
                    "one of " + names().stream().collect(Collectors.joining(", ")),
                    "correct the name");
        }
        return descriptor(name).dataset();
    }

    /** Reads where the published file of a dataset can be had. */
    public PublicSource publicSource(String name) {
        dataset(name);
        return descriptor(name).publicSource();
    }

    /** Returns where a published file of transactions can be had; empty where no folder of that name describes one. */
    public Optional<TransactionSource> transactions(String name) {
        return name.matches("[a-z0-9-]+") ? TransactionSource.of(folder, name) : Optional.empty();
    }

    private Descriptor descriptor(String name) {
        return Descriptor.read(folder.resolve(name).resolve(DESCRIPTOR), "data/%s/%s".formatted(name, DESCRIPTOR));
    }

    /** Loads a dataset from the first place that has it, refusing any fault. */
    public CustomerTable load(String name) {
        Dataset dataset = dataset(name);
        return file(dataset).read(dataset, OnBadRow.STOP);
    }

    /** Loads a dataset from the first place that has it, leaving out rows with a fault. */
    public CustomerTable loadGoodRows(String name) {
        Dataset dataset = dataset(name);
        return file(dataset).read(dataset, OnBadRow.DROP);
    }

    /** Returns the name of the file that {@link #load} would read, without a path of this machine. */
    public String fileName(String name) {
        return file(dataset(name)).shown();
    }

    /** Returns the file that {@link #load} would read. */
    public Path path(String name) {
        return file(dataset(name)).path();
    }

    /** Returns where the published file of a dataset belongs in the project, whether or not it is there. */
    public Path rawFile(String name) {
        return folder.resolve("raw").resolve(published(dataset(name)));
    }

    /** Returns where that is as seen from the project, for a sentence. */
    public String rawFileName(String name) {
        return "data/raw/" + published(dataset(name));
    }

    private static String published(Dataset dataset) {
        return dataset.name() + "/" + dataset.published().file();
    }

    private DatasetFile file(Dataset dataset) {
        String file = published(dataset);
        Optional<Path> environmentFile = Optional.ofNullable(environment.get(VARIABLE))
                .filter(value -> !value.isBlank())
                .map(value -> folder.resolveSibling(value).resolve(file))
                .filter(Files::exists);
        if (environmentFile.isPresent()) {
            return new DatasetFile(
                    environmentFile.get(), "$%s/%s".formatted(VARIABLE, file), DataSource.Origin.ALTERED);
        }
        Path raw = folder.resolve("raw").resolve(file);
        return Files.exists(raw)
                ? new DatasetFile(raw, "data/raw/" + file, DataSource.Origin.ALTERED)
                : new DatasetFile(
                        dataset.standIn(),
                        "data/%s/%s".formatted(dataset.name(), dataset.standIn().getFileName()),
                        DataSource.Origin.STAND_IN);
    }

    /** Loads a dataset from a file given by hand, refusing any fault. */
    public CustomerTable load(String name, Path file) {
        return load(name, file, OnBadRow.STOP);
    }

    /** Loads a dataset from a file given by hand. */
    public CustomerTable load(String name, Path file, OnBadRow policy) {
        return CustomerCsvReader.read(file, dataset(name), policy);
    }
}
