package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
        try (Socket lost = silentFrontend("a frontend");
                JupyterClient back = new JupyterClient(properties, "a frontend")) {
            assertThat(lost.isConnected()).isTrue();
            back.control().send(new KernelInfoRequest());
            assertThat(back.control().receive().type()).isEqualTo("kernel_info_reply");
            back.control().send(ShutdownRequest.SHUTDOWN);
            assertThat(back.control().receive().type()).isEqualTo("shutdown_reply");
        }
        connection.waitUntilClose();
    }

    /** Connects to the control port as a frontend of a name does (ZMTP 3.0), and is never heard of again. */
    private Socket silentFrontend(String name) throws IOException {
        ByteBuffer ready = ByteBuffer.allocate(100);
        ready.put((byte) 5).put(ascii("READY"));
        ready.put((byte) 11).put(ascii("Socket-Type")).putInt(6).put(ascii("DEALER"));
        ready.put((byte) 8).put(ascii("Identity")).putInt(name.length()).put(ascii(name));
        ByteBuffer hello = ByteBuffer.allocate(64 + 2 + ready.position());
        hello.put((byte) 0xff).position(9).put((byte) 0x7f).put((byte) 3).position(12);
        hello.put(ascii("NULL")).position(64);
        hello.put((byte) 4).put((byte) ready.position()).put(ready.flip());
        Socket socket = new Socket(properties.getIp(), properties.getControlPort());
        socket.getOutputStream().write(hello.array());
        // The kernel's own half of the same, to the first byte of its READY.
        socket.getInputStream().readNBytes(65);
        return socket;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
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
