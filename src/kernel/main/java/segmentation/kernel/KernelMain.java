package segmentation.kernel;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** The program that Jupyter starts: {@code KernelMain connection-file}. */
public final class KernelMain {
    private static final int USAGE_ERROR = 2;
    private static final long LONGEST_EXIT_SECONDS = 3;

    private KernelMain() {}

    /** Serves the kernel until Jupyter ends it or is gone; exits with 2 and one sentence where it cannot start. */
    public static void main(String[] arguments) {
        exit(run(arguments, System.err));
    }

    /** Serves the kernel until it is ended; returns the exit code. */
    static int run(String[] arguments, PrintStream complaints) {
        // What takes longest begins first.
        CellThread thread = new CellThread();
        try {
            serve(connectionFile(arguments), thread);
            return 0;
        } catch (IllegalArgumentException refused) {
            thread.close();
            complaints.println(refused.getMessage());
            return USAGE_ERROR;
        }
    }

    private static void serve(KernelConnectionProperties properties, CellThread thread) {
        exitWithParent();
        KernelConnection connection =
                open(properties, JavaKernel.start(Path.of("").toAbsolutePath(), thread));
        connection.waitUntilClose();
    }

    /** Opens the ports; whatever is wrong with them was said by Jupyter, or by a person who wrote the file. */
    private static KernelConnection open(KernelConnectionProperties properties, JavaKernel kernel) {
        try {
            KernelConnection connection = KernelConnection.of(properties, kernel);
            connection.connect();
            return connection;
        } catch (GeneralSecurityException | RuntimeException failed) {
            kernel.onShutdown(false);
            throw new IllegalArgumentException(
                    "The kernel cannot open the connection that Jupyter asks for, ports %s at %s://%s (%s); another start takes other ports"
                            .formatted(
                                    ports(properties).mapToObj(String::valueOf).collect(Collectors.joining(", ")),
                                    properties.getTransport(),
                                    properties.getIp(),
                                    reason(failed)));
        }
    }

    private static IntStream ports(KernelConnectionProperties properties) {
        return IntStream.of(
                properties.getShellPort(),
                properties.getIopubPort(),
                properties.getStdinPort(),
                properties.getControlPort(),
                properties.getHbPort());
    }

    private static String reason(Exception failed) {
        return failed instanceof ZMQException refused
                ? ZMQ.Error.findByCode(refused.getErrorCode()).getMessage()
                : String.valueOf(failed.getMessage());
    }

    private static KernelConnectionProperties connectionFile(String[] arguments) {
        if (arguments.length != 1) {
            throw new IllegalArgumentException(
                    "The kernel needs one argument, Jupyter's connection file; Jupyter starts"
                            + " the kernel itself, see environment/lab");
        }
        try {
            return Optional.ofNullable(KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0]))))
                    .filter(properties -> properties.getTransport() != null && properties.getIp() != null)
                    .filter(properties -> ports(properties).noneMatch(port -> port <= 0))
                    .orElseThrow(() -> new JsonParseException("no ports"));
        } catch (IOException | JsonParseException unreadable) {
            throw new IllegalArgumentException(
                    "%s is not a connection file of Jupyter; it should be a JSON file that names five ports"
                            .formatted(arguments[0]));
        }
    }

    /** Ends the process with the one that started it, where Jupyter says which that is. */
    private static void exitWithParent() {
        Optional.ofNullable(System.getenv("JPY_PARENT_PID"))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(id -> ProcessHandle.of(Long.parseLong(id)))
                .ifPresent(started ->
                        started.ifPresentOrElse(parent -> parent.onExit().thenRun(() -> exit(0)), () -> exit(0)));
    }

    /** Exits whatever threads a cell left, and even where a hook that a cell added does not end. */
    private static void exit(int status) {
        Thread last = new Thread(() -> {
            try {
                TimeUnit.SECONDS.sleep(LONGEST_EXIT_SECONDS);
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(status);
        });
        last.setDaemon(true);
        last.start();
        System.exit(status);
    }
}
