package segmentation.kernel;

import java.nio.file.Path;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** A kernel of this process behind ports of this machine, with a client that is connected. */
final class ServedKernel implements AutoCloseable {
    private final KernelConnectionProperties properties;
    private final JupyterClient client;
    private final KernelConnection connection;

    private ServedKernel(KernelConnectionProperties properties, JupyterClient client, KernelConnection connection) {
        this.properties = properties;
        this.client = client;
        this.connection = connection;
    }

    /** Starts a kernel and waits until its client hears what it publishes. */
    static ServedKernel start() {
        try {
            KernelConnectionProperties properties = JupyterClient.freePorts();
            JupyterClient client = new JupyterClient(properties);
            KernelConnection connection = KernelConnection.of(properties, JavaKernel.start(Path.of("")));
            connection.connect();
            client.awaitSubscription();
            return new ServedKernel(properties, client, connection);
        } catch (Exception e) {
            throw new AssertionError("The kernel could not be started", e);
        }
    }

    KernelConnectionProperties properties() {
        return properties;
    }

    JupyterClient client() {
        return client;
    }

    /** Closes both ends, also where the kernel was shut down before. */
    @Override
    public void close() {
        connection.close();
        client.close();
        connection.waitUntilClose();
    }
}
