package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.ShutdownRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketFileTest {
    @TempDir
    private Path folder;

    @Test
    void handsOnEveryByteBothWaysUntilOneEndCloses() throws Exception {
        byte[] sent = new byte[3_000_000];
        new Random(1).nextBytes(sent);
        Path file = folder.resolve("one");
        ServerSocket kernel = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SocketFile opened = SocketFile.open(file, kernel.getLocalPort());
        try (kernel;
                SocketChannel frontend = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            CompletableFuture<Void> echo =
                    CompletableFuture.runAsync(() -> echo(kernel, sent.length), SocketFileTest::apart);
            CompletableFuture<Void> writing =
                    CompletableFuture.runAsync(() -> write(frontend, sent), SocketFileTest::apart);

            ByteBuffer received = ByteBuffer.allocate(sent.length);
            while (frontend.read(received) >= 0 && received.hasRemaining()) {
                Thread.onSpinWait();
            }

            assertThat(received.array()).isEqualTo(sent);
            writing.get();
            echo.get();
            assertThat(frontend.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
        opened.close();
        assertThat(file).doesNotExist();
    }

    @Test
    void takesThePlaceOfOneThatWasLeftBehind() throws Exception {
        Path file = folder.resolve("left");
        SocketFile.open(file, 9);

        try (SocketFile again = SocketFile.open(file, 9)) {
            assertThat(file).exists();
            assertThat(again).isNotNull();
        }
    }

    @Test
    void leavesAFileOfAnotherKindAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("other"), "mine");

        assertThatThrownBy(() -> SocketFile.open(file, 9)).hasMessageContaining("the socket file " + file);
        assertThat(file).hasContent("mine");
    }

    /** The client knows ports only, so each of its ports leads to a socket file of the kernel. */
    @Test
    void letsAKernelBeReachedThroughFiles() throws Exception {
        String prefix = folder.resolve("kernel-ipc").toString();
        KernelConnectionProperties files =
                new KernelConnectionProperties(prefix, 1, 2, 3, 4, 5, "ipc", "hmac-sha256", "a-key");
        KernelConnection connection = KernelConnection.of(files, JavaKernel.start(Path.of("")));
        connection.connect();
        int[] ports = new int[5];
        for (int i = 0; i < ports.length; i++) {
            ports[i] = port(Path.of(prefix + "-" + (i + 1)));
        }
        KernelConnectionProperties reached = new KernelConnectionProperties(
                "127.0.0.1", ports[0], ports[1], ports[2], ports[3], ports[4], "tcp", "hmac-sha256", "a-key");

        try (JupyterClient client = new JupyterClient(reached)) {
            client.awaitSubscription();
            assertThat(client.beat("ping")).isEqualTo("ping");
            String request = client.shell().send(new ExecuteRequest("6 * 7", false, true, Map.of(), false, true));
            assertThat(client.shell().receive().text("status")).isEqualTo("ok");
            assertThat(client.publishedFor(request).toString()).contains("\"42\"");
            client.control().send(ShutdownRequest.SHUTDOWN);
            assertThat(client.control().receive().type()).isEqualTo("shutdown_reply");
            connection.waitUntilClose();
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** Runs a task in a thread of its own: the common pool has a single one on a machine of two cores. */
    private static void apart(Runnable task) {
        new Thread(task).start();
    }

    private static int port(Path file) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        CompletableFuture.runAsync(
                () -> {
                    try (server;
                            Socket client = server.accept();
                            SocketChannel kernel = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
                        CompletableFuture<Void> in =
                                CompletableFuture.runAsync(() -> copyIn(client, kernel), SocketFileTest::apart);
                        ByteBuffer bytes = ByteBuffer.allocate(1 << 12);
                        while (kernel.read(bytes) >= 0) {
                            client.getOutputStream().write(bytes.array(), 0, bytes.position());
                            bytes.clear();
                        }
                        in.cancel(true);
                    } catch (IOException gone) {
                        return;
                    }
                },
                SocketFileTest::apart);
        return server.getLocalPort();
    }

    private static void copyIn(Socket client, SocketChannel kernel) {
        try (InputStream bytes = client.getInputStream()) {
            byte[] chunk = new byte[1 << 12];
            for (int count = bytes.read(chunk); count >= 0; count = bytes.read(chunk)) {
                kernel.write(ByteBuffer.wrap(chunk, 0, count));
            }
        } catch (IOException gone) {
            return;
        }
    }

    private static void echo(ServerSocket kernel, int count) {
        try (Socket socket = kernel.accept()) {
            OutputStream back = socket.getOutputStream();
            back.write(socket.getInputStream().readNBytes(count));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(SocketChannel frontend, byte[] sent) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(sent);
            while (bytes.hasRemaining()) {
                frontend.write(bytes);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
