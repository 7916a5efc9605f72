package segmentation.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import segmentation.data.customers.DatasetStore;
import segmentation.explore.Explore;
import segmentation.io.DataException;

/** Opens a page on this machine on which an analyst changes features, k and limits, and sees the segments move. */
@CommandLine.Command(
        name = "explore",
        description = {
            "Opens a page on which you change features, logarithms, scale, k and limits, and see the segments move.",
            "It runs on this machine alone: no request leaves it, and only this browser gets an answer.",
            "Ctrl-C or the page's own button ends it. Save leaves what fit leaves, and shows the command."
        },
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  environment/segment explore customers.csv",
            "  environment/segment explore mall-customers",
            "  environment/segment explore               # then drop a file on the page"
        })
final class ExploreCommand implements Callable<Integer> {
    @CommandLine.Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE|DATASET",
            description = "A customer file, or the name of a dataset of the notebooks (default: drop one on the page).")
    private Optional<Path> file = Optional.empty();

    @CommandLine.Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder that Save puts NAME-segments into (default: where you stand).")
    private Path out = Path.of("");

    @CommandLine.Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of the page (default: any that is free).")
    private int port;

    @CommandLine.Option(names = "--no-browser", description = "Print the address and open nothing.")
    private boolean noBrowser;

    @CommandLine.Mixin
    private ReadingArguments reading;

    @CommandLine.Spec
    private CommandSpec command;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--port takes a number from 0 to 65535, got " + port);
        }
        reading.options();
        PrintWriter said = command.commandLine().getErr();
        try (Explore page = Explore.open(file.map(ExploreCommand::found), reading.settings(), out, port)) {
            said.println(page);
            said.println("Keep the address to yourself: who has it can use the page. Ctrl-C ends it.");
            said.flush();
            if (!noBrowser) {
                show(page.address());
            }
            page.await();
            said.println("Ended.");
        }
        return Command.DONE;
    }

    /** Returns the file itself, or that of a dataset where no file has the name. */
    private static Path found(Path given) {
        if (Files.exists(given)) {
            return given;
        }
        try {
            DatasetStore store = DatasetStore.ofProject();
            return store.names().contains(given.toString()) ? store.path(given.toString()) : given;
        } catch (DataException noProject) {
            return given;
        }
    }

    /** Asks the system to open the page; where it has no screen the printed address has to do. */
    private static void show(URI address) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Map<String, String> environment = System.getenv();
        boolean screen = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        List<String> opener = system.startsWith("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler")
                : system.startsWith("mac") ? List.of("open") : screen ? List.of("xdg-open") : List.of();
        if (opener.isEmpty()) {
            return;
        }
        ProcessBuilder process = new ProcessBuilder(opener);
        process.command().add(address.toString());
        try {
            process.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notThere) {
            // The address is printed.
            return;
        }
    }
}
