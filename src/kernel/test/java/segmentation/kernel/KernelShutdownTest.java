package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;
import org.dflib.jjava.jupyter.messages.request.ShutdownRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a frontend hears last, and what is left then. */
class KernelShutdownTest {
    private KernelConnectionProperties properties;
    private KernelConnection connection;

    @BeforeEach
    void start() throws Exception {
        Signal.reset();
        properties = JupyterClient.freePorts();
        connection = KernelConnection.of(properties, JavaKernel.start(Path.of("")));
    }

    @AfterEach
    void letTheCellGo() {
        Signal.release();
    }

    @Test
    void letsGoOfAllPortsThoughACellStillRuns() throws Exception {
        connection.connect();
        try (JupyterClient client = new JupyterClient(properties)) {
            client.shell().send(execute("segmentation.kernel.Signal.giveAndWait();"));
            Signal.await();
            client.control().send(ShutdownRequest.SHUTDOWN);
            assertThat(client.control().receive().type()).isEqualTo("shutdown_reply");
        }

        connection.waitUntilClose();

        for (int port : new int[] {properties.getShellPort(), properties.getIopubPort(), properties.getStdinPort()}) {
            new ServerSocket(port, 1, InetAddress.getByName(properties.getIp())).close();
        }
    }

    @Test
    void answersAFrontendThatComesBackUnderItsOldName() throws Exception {
        connection.connect();
        try (JupyterClient lost = new JupyterClient(properties, "a frontend");
                JupyterClient back = new JupyterClient(properties, "a frontend")) {
            lost.control().send(new KernelInfoRequest());
            lost.control().receive();

            back.control().send(new KernelInfoRequest());
            assertThat(back.control().receive().type()).isEqualTo("kernel_info_reply");
            back.control().send(ShutdownRequest.SHUTDOWN);
            assertThat(back.control().receive().type()).isEqualTo("shutdown_reply");
        }
        connection.waitUntilClose();
    }

    @Test
    void endsOnARequestThatWaitedBeforeThePortWasOpen() throws Exception {
        try (JupyterClient client = new JupyterClient(properties)) {
            client.control().send(ShutdownRequest.SHUTDOWN);

            connection.connect();

            assertThat(client.control().receive().type()).isEqualTo("shutdown_reply");
            connection.waitUntilClose();
        }
    }

    private static ExecuteRequest execute(String source) {
        return new ExecuteRequest(source, false, true, Map.of(), false, true);
    }
}
