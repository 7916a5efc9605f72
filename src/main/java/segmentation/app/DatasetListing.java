package segmentation.app;

import java.util.stream.Collectors;
import segmentation.data.customers.DatasetStore;
import segmentation.data.dataset.DataSource;
import segmentation.data.dataset.Dataset;
import segmentation.io.DataException;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;

/** The datasets of a store as a table: size, the file in use and what it is, where the published file is from. */
final class DatasetListing {
    private DatasetListing() {}

    /** Reads every file in use. One that cannot be read does not hide the others. */
    static ResultTable of(DatasetStore store) {
        ResultTable.Builder table = ResultTable.titled("")
                .text("dataset")
                .figures("rows", "columns")
                .text("in use", "licence of the published file");
        for (String name : store.names()) {
            Dataset dataset = store.dataset(name);
            table.row(
                    name,
                    NumberText.count(dataset.published().rows()),
                    NumberText.count(dataset.published().columns()),
                    kind(store, name),
                    store.publicSource(name).licence());
        }
        return table.build();
    }

    /** Returns which file is read and where the published one is from, a line each, unbroken so that it can be copied. */
    static String places(DatasetStore store) {
        return store.names().stream()
                .map(name -> "%s: reads %s; published at %s%n"
                        .formatted(
                                name,
                                store.fileName(name),
                                store.publicSource(name).page()))
                .collect(Collectors.joining());
    }

    private static String kind(DatasetStore store, String name) {
        try {
            return word(store.load(name).source().origin());
        } catch (DataException e) {
            return "faulty: see data check " + name;
        }
    }

    private static String word(DataSource.Origin origin) {
        return switch (origin) {
            case ORIGINAL -> "the published file";
            case STAND_IN -> "the synthetic stand-in";
            default -> "an altered copy";
        };
    }
}
