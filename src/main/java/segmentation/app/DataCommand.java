package segmentation.app;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import segmentation.csv.ReadingProgress;
import segmentation.data.customers.CustomerTable;
import segmentation.data.customers.DatasetDownload;
import segmentation.data.customers.DatasetStore;
import segmentation.data.customers.TransactionSource;
import segmentation.data.dataset.DataSource;
import segmentation.data.dataset.Dataset;
import segmentation.data.dataset.Dataset.PublicSource;
import segmentation.io.DataException;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;

/** The datasets that the notebooks are about: which there are, how to get the published files, whether they are whole. */
@CommandLine.Command(
        name = "data",
        description = "Lists, fetches and checks the datasets of the notebooks.",
        synopsisSubcommandLabel = "(list | fetch | check)",
        footer = {
            "",
            "Examples:",
            "  environment/segment data list",
            "  environment/segment data fetch mall-customers",
            "  environment/segment data check",
        })
final class DataCommand implements Callable<Integer> {
    private static final int TERMINAL_WIDTH = 110;
    private static final String ALL = "all";

    private final Optional<DatasetStore> givenStore;
    private final Optional<DatasetDownload> givenDownload;

    @CommandLine.Spec
    private CommandSpec command;

    private DataCommand(Optional<DatasetStore> store, Optional<DatasetDownload> download) {
        this.givenStore = store;
        this.givenDownload = download;
    }

    /** Makes the command for the project's own datasets. */
    DataCommand() {
        this(Optional.empty(), Optional.empty());
    }

    /** Returns the command for other datasets, fetched in another way. */
    static DataCommand of(DatasetStore store, DatasetDownload download) {
        return new DataCommand(Optional.of(store), Optional.of(download));
    }

    /** Explains what there is to type, as nothing was. */
    @Override
    public Integer call() {
        command.commandLine().usage(err());
        err().flush();
        return Command.BAD_INPUT;
    }

    @CommandLine.Command(
            name = "list",
            description = "Lists the datasets, their files and sources.",
            footer = {"", "Examples:", "  environment/segment data list"})
    int list() {
        DatasetStore store = store();
        out().printf(
                        "%s%n%s",
                        TerminalTable.of(DatasetListing.of(store), TERMINAL_WIDTH), DatasetListing.places(store));
        out().flush();
        return Command.DONE;
    }

    @CommandLine.Command(
            name = "fetch",
            description = {
                "Downloads the published file of a dataset into data/raw.",
                "Over HTTPS; rows, columns and content are checked, and nothing is left",
                "behind where anything is wrong. A file that is there is left alone.",
            },
            footer = {
                "",
                "Examples:",
                "  environment/segment data fetch mall-customers",
                "  environment/segment data fetch all --force",
                "  environment/segment data fetch online-retail",
            })
    int fetch(
            @CommandLine.Parameters(
                            paramLabel = "NAME",
                            description =
                                    "Name of a dataset, or all; or online-retail, the transactions of notebook 08.")
                    String name,
            @CommandLine.Option(names = "--force", description = "Replace a file that is there.") boolean force) {
        DatasetStore store = store();
        Optional<TransactionSource> transactions = store.transactions(name);
        List<String> names = name.equals(ALL)
                ? store.names()
                : List.of(transactions
                        .map(TransactionSource::name)
                        .orElseGet(() -> store.dataset(name).name()));
        return worst(names, one -> {
            transactions.ifPresentOrElse(source -> fetch(source, force), () -> fetch(store, one, force));
            return Command.DONE;
        });
    }

    private void fetch(TransactionSource transactions, boolean force) {
        fetch(
                transactions.name(),
                transactions.source(),
                Files.exists(transactions.place()) && !force,
                transactions.placeName(),
                (download, progress) -> download.fetch(transactions, progress));
    }

    private void fetch(DatasetStore store, String name, boolean force) {
        fetch(
                name,
                store.publicSource(name),
                Files.exists(store.rawFile(name)) && !force,
                store.rawFileName(name),
                (download, progress) -> download.fetch(store, name, progress));
    }

    private void fetch(
            String name,
            PublicSource source,
            boolean isThere,
            String place,
            BiConsumer<DatasetDownload, ReadingProgress> download) {
        if (isThere) {
            err().printf("%s is there already and left alone; --force replaces it.%n", place);
            return;
        }
        err().printf("The licence of the published file: %s; see %s%n", source.licence(), source.page());
        try (StatusLine progress = StatusLine.on(err(), System.console() != null)) {
            progress.show(name);
            download.accept(
                    givenDownload.orElseGet(DatasetDownload::overHttps),
                    (read, total) -> progress.show(
                            "%s: %s of %s bytes".formatted(name, NumberText.count(read), NumberText.count(total))));
        }
        err().printf("%s is the published file, checked.%n", place);
    }

    @CommandLine.Command(
            name = "check",
            description = {
                "Checks the file in use against its descriptor.",
                "Exit code 0: the published file or the stand-in, without a fault;",
                "1: an altered copy, or rows with a fault.",
            },
            footer = {
                "",
                "Examples:",
                "  environment/segment data check",
                "  environment/segment data check mall-customers"
            })
    int check(
            @CommandLine.Parameters(
                            paramLabel = "NAME",
                            arity = "0..1",
                            defaultValue = ALL,
                            description = "Name of a dataset (default: all).")
                    String name) {
        DatasetStore store = store();
        return worst(
                name.equals(ALL) ? store.names() : List.of(store.dataset(name).name()), one -> check(store, one));
    }

    private int check(DatasetStore store, String name) {
        CustomerTable table = store.loadGoodRows(name);
        out().printf("%s: %s%n%s%n", name, store.fileName(name), table.source().sentence());
        out().print(TerminalTable.of(table.quality().toTable(), TERMINAL_WIDTH));
        if (table.quality().rowsDropped() > 0) {
            out().println();
            out().print(TerminalTable.of(table.quality().issuesTable(), TERMINAL_WIDTH));
        }
        out().println();
        out().flush();
        boolean altered = table.source().origin() == DataSource.Origin.ALTERED;
        return altered || table.quality().rowsDropped() > 0 ? Command.FINDING : Command.DONE;
    }

    /** Does the same for each dataset, even after one failed, and returns the worst exit code. */
    private int worst(List<String> names, ToIntFunction<String> action) {
        int worst = Command.DONE;
        for (String name : names) {
            try {
                worst = Math.max(worst, action.applyAsInt(name));
            } catch (DataException e) {
                err().println(e.getMessage());
                worst = Math.max(worst, Command.BAD_INPUT);
            } catch (UncheckedIOException e) {
                err().println(e.getMessage());
                worst = Math.max(worst, Command.NOT_WRITTEN);
            }
        }
        err().flush();
        return worst;
    }

    private DatasetStore store() {
        return givenStore.orElseGet(DatasetStore::ofProject);
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** The datasets of a store as a table: size, the file in use and what it is, where the published file is from. */
    private static final class DatasetListing {
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
}
