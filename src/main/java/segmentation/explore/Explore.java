package segmentation.explore;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import segmentation.analysis.Segmentation;

/**
 * A page on this machine to change features, scales, limits and k on, and to see the segments move. It shows its address
 * where a notebook's cell ends with it:
 *
 * <pre>{@code
 * Explore page = Explore.open(segmentation);
 * page
 * }</pre>
 *
 * <p>Only a browser of this machine that has the address gets an answer, and no request leaves the machine.
 */
public final class Explore implements AutoCloseable {
    private final ExploreServer server;

    private Explore(ExploreServer server) {
        this.server = server;
    }

    /** Opens a page on the customers of a segmentation, with its choices; results are saved where the program stands. */
    public static Explore open(Segmentation segmentation) {
        ExploredData data = ExploredData.of(segmentation);
        return on(0, Path.of("")).with(data);
    }

    /**
     * Opens a page on a customer file, or an empty one that a file is dropped on.
     *
     * @param file empty for none yet
     * @param reading how it is written, as settings of a notebook such as {@code decimal comma}
     * @param out folder that results are saved within
     * @param port 0 for any that is free
     */
    public static Explore open(Optional<Path> file, List<String> reading, Path out, int port) {
        Optional<ExploredData> data = file.map(place -> ExploredData.read(place, reading));
        Explore page = on(port, out);
        return data.map(page::with).orElse(page);
    }

    private static Explore on(int port, Path out) {
        return new Explore(ExploreServer.start(port, out));
    }

    private Explore with(ExploredData data) {
        server.exploration().explore(data);
        return this;
    }

    /** Returns the address of the page, to be opened in a browser of this machine; who has it can use the page. */
    public URI address() {
        return server.address();
    }

    /** Waits until somebody ends the page by its own button. */
    public void await() throws InterruptedException {
        server.await();
    }

    /** Ends the page. */
    @Override
    public void close() {
        server.close();
    }

    /** Says where the page is. */
    @Override
    public String toString() {
        return "Open this page in a browser of this machine: " + address();
    }
}
