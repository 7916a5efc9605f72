package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;
import org.dflib.jjava.jupyter.messages.request.ShutdownRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelMainTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 + 1",
                "new Thread(() -> { while (true) { try { Thread.sleep(9_000); } catch (Throwable t) { } } }).start();",
                "Thread.sleep(60_000);",
                "java.math.BigInteger.valueOf(3).pow(400_000_000);",
            })
    void exitsOnRequestWhateverACellDoes(String source) throws Exception {
        KernelConnectionProperties properties = JupyterClient.freePorts();
        try (ChildJvm kernel = start(Map.of(), connectionFile(properties));
                JupyterClient client = new JupyterClient(properties)) {
            client.shell().send(new KernelInfoRequest());
            client.shell().receive();
            client.shell().send(new ExecuteRequest(source, false, true, Map.of(), false, true));
            client.control().send(ShutdownRequest.SHUTDOWN);

            assertThat(client.control().receive().type()).isEqualTo("shutdown_reply");
            assertThat(kernel.exitCode()).isZero();
        }
    }

    /** A full heap is the cell's error where nothing that the notebook keeps holds it; earlier variables are still there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ var kept = new ArrayList<long[]>(); while (true) kept.add(new long[100_000]); }",
                "String text = \"x\"; while (true) text += text;",
                "int[] many = new int[2_000_000_000];",
                "new Object() { void fill() { var kept = new ArrayList<Object>(); while (true) kept.add(new byte[9_000]); } }.fill();",
            })
    void livesOnAfterACellThatFillsTheHeap(String source) throws Exception {
        withSmallHeap(client -> {
            execute(client, "int earlier = 41;");
            JupyterClient.Received full = execute(client, source);

            assertThat(full.text("ename")).isEqualTo("OutOfMemoryError");
            assertThat(execute(client, "earlier + 1").text("status")).isEqualTo("ok");
        });
    }

    /** Where a variable of the notebook holds what fills the heap, the next cell can let go of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) kept.add(new long[100_000]);",
                "while (true) kept.add(new byte[9]);",
                "while (true) kept.add(\"text \" + kept.size());",
            })
    void letsAVariableGoThatFillsTheHeap(String source) throws Exception {
        withSmallHeap(client -> {
            execute(client, "int earlier = 41; var kept = new ArrayList<Object>();");
            JupyterClient.Received full = execute(client, source);

            assertThat(full.text("ename")).isEqualTo("OutOfMemoryError");
            assertThat(full.text("evalue")).contains("set it to null in the next cell");
            assertThat(execute(client, "kept = null;").text("status")).isEqualTo("ok");
            String again = "var again = new ArrayList<Object>(); " + source.replace("kept", "again");
            assertThat(execute(client, again).text("ename")).isEqualTo("OutOfMemoryError");
            assertThat(execute(client, "again.clear(); earlier + 1").text("status"))
                    .isEqualTo("ok");
        });
    }

    private interface Cells {
        void run(JupyterClient client) throws Exception;
    }

    /** Runs cells in a kernel of its own, which then must end well. */
    private void withSmallHeap(Cells cells) throws Exception {
        KernelConnectionProperties properties = JupyterClient.freePorts();
        try (ChildJvm kernel = start(Map.of("JAVA_TOOL_OPTIONS", "-Xmx128m"), connectionFile(properties));
                JupyterClient client = new JupyterClient(properties)) {
            cells.run(client);
            client.control().send(ShutdownRequest.SHUTDOWN);
            assertThat(client.control().receive().type()).isEqualTo("shutdown_reply");
            assertThat(kernel.exitCode()).isZero();
        }
    }

    private static JupyterClient.Received execute(JupyterClient client, String source) {
        client.shell().send(new ExecuteRequest(source, false, true, Map.of(), false, true));
        return client.shell().receive();
    }

    @Test
    void exitsWithTheProcessThatStartedIt() throws Exception {
        KernelConnectionProperties properties = JupyterClient.freePorts();
        try (ChildJvm parent = ChildJvm.start(Map.of(), Sleeper.class);
                ChildJvm kernel =
                        start(Map.of("JPY_PARENT_PID", String.valueOf(parent.pid())), connectionFile(properties));
                JupyterClient client = new JupyterClient(properties)) {
            client.shell().send(new KernelInfoRequest());
            client.shell().receive();

            parent.kill();

            assertThat(kernel.exitCode()).isZero();
        }
    }

    @Test
    void doesNotOutliveAProcessThatIsGoneBeforeItStarts() throws Exception {
        long gone;
        try (ChildJvm parent = ChildJvm.start(Map.of(), Sleeper.class)) {
            gone = parent.pid();
            parent.kill();
            parent.exitCode();
        }

        try (ChildJvm kernel =
                start(Map.of("JPY_PARENT_PID", String.valueOf(gone)), connectionFile(JupyterClient.freePorts()))) {
            assertThat(kernel.exitCode()).isZero();
        }
    }

    @Test
    void takesItsOwnClassPathWhateverTheEnvironmentSays() throws Exception {
        KernelConnectionProperties properties = JupyterClient.freePorts();
        try (ChildJvm kernel = start(Map.of("CLASSPATH", "nowhere.jar"), connectionFile(properties));
                JupyterClient client = new JupyterClient(properties)) {
            client.shell().send(new ExecuteRequest("display(1);", false, true, Map.of(), false, true));

            assertThat(client.shell().receive().text("status")).isEqualTo("ok");
            client.control().send(ShutdownRequest.SHUTDOWN);
            assertThat(kernel.exitCode()).isZero();
        }
    }

    @Test
    void saysInOneSentenceWhatItNeeds() throws Exception {
        try (ChildJvm kernel = start(Map.of())) {
            assertThat(kernel.output())
                    .isEqualTo("The kernel needs one argument, Jupyter's connection file; Jupyter starts the"
                            + " kernel itself, see environment/lab\n");
            assertThat(kernel.exitCode()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1, 2]",
                "\u0000\u0001",
                "{\"ip\": \"127.0.0.1\"}",
                "{\"ip\": \"127.0.0.1\", \"transport\": \"tcp\", \"shell_port\": 5001}",
                "{\"ip\": \"127.0.0.1\", \"transport\": \"tcp\", \"shell_port\": \"many\"}"
            })
    void saysInOneSentenceThatAFileIsNoConnection(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("other.json"), text);

        assertThat(refusal(file))
                .isEqualTo(
                        file + " is not a connection file of Jupyter; it should be a JSON file that names five ports");
    }

    @Test
    void saysInOneSentenceThatTheFileIsNotThere() {
        Path file = folder.resolve("absent.json");

        assertThat(refusal(file)).startsWith(file + " is not a connection file of Jupyter;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1 | tcp | 70000 | hmac-sha256 | port out of range",
                "127.0.0.1 | pigeon | 20001 | hmac-sha256 | pigeon",
                "no.such.host.invalid | tcp | 20001 | hmac-sha256 | no.such.host.invalid",
                "127.0.0.1 | tcp | 20001 | rot13 | rot13"
            })
    void saysInOneSentenceThatAConnectionCannotBeOpened(
            String ip, String transport, int port, String scheme, String reason) throws Exception {
        KernelConnectionProperties properties =
                new KernelConnectionProperties(ip, port, port, port, port, port, transport, scheme, "a-key");

        assertThat(refusal(Path.of(connectionFile(properties))))
                .startsWith("The kernel cannot open the connection that Jupyter asks for, ports ")
                .contains(reason);
    }

    /** Returns the one line that the kernel says before it ends with the code of a refusal. */
    private static String refusal(Path connectionFile) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int code = KernelMain.run(
                new String[] {connectionFile.toString()}, new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).hasLineCount(1);
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void saysInOneSentenceThatAPortIsTaken() throws Exception {
        KernelConnectionProperties properties = JupyterClient.freePorts();
        try (ServerSocket taken = new ServerSocket(properties.getControlPort());
                ChildJvm kernel = start(Map.of(), connectionFile(properties))) {
            assertThat(kernel.output())
                    .startsWith("The kernel cannot open the connection that Jupyter asks for, ports ")
                    .contains(String.valueOf(taken.getLocalPort()), "(Address already in use)")
                    .hasLineCount(1);
            assertThat(kernel.exitCode()).isEqualTo(2);
        }
    }

    /** A process that does nothing until it is ended. */
    static final class Sleeper {
        private Sleeper() {}

        public static void main(String[] arguments) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    private String connectionFile(KernelConnectionProperties properties) throws IOException {
        return Files.writeString(folder.resolve("connection.json"), properties.toJsonString())
                .toString();
    }

    private static ChildJvm start(Map<String, String> environment, String... arguments) throws IOException {
        return ChildJvm.start(environment, KernelMain.class, arguments);
    }
}
