package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;
import org.dflib.jjava.jupyter.messages.request.ShutdownRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
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
        Process kernel = start(Map.of(), connectionFile(properties));
        try (JupyterClient client = new JupyterClient(properties)) {
            client.shell().send(new KernelInfoRequest());
            client.shell().receive();
            client.shell().send(new ExecuteRequest(source, false, true, Map.of(), false, true));
            client.control().send(ShutdownRequest.SHUTDOWN);

            assertThat(client.control().receive().type()).isEqualTo("shutdown_reply");
            assertThat(kernel.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(kernel.exitValue()).isZero();
        } finally {
            kernel.destroyForcibly();
        }
    }

    @Test
    void exitsWithTheProcessThatStartedIt() throws Exception {
        Process parent = java(Map.of(), Sleeper.class);
        KernelConnectionProperties properties = JupyterClient.freePorts();
        Process kernel = start(Map.of("JPY_PARENT_PID", String.valueOf(parent.pid())), connectionFile(properties));
        try (JupyterClient client = new JupyterClient(properties)) {
            client.shell().send(new KernelInfoRequest());
            client.shell().receive();

            parent.destroyForcibly();

            assertThat(kernel.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            kernel.destroyForcibly();
        }
    }

    @Test
    void saysInOneSentenceWhatItNeeds() throws Exception {
        Process kernel = start(Map.of());

        assertThat(output(kernel))
                .isEqualTo("The kernel needs one argument, Jupyter's connection file; Jupyter starts the"
                        + " kernel itself, see environment/lab\n");
        assertThat(kernel.waitFor()).isEqualTo(2);
    }

    @Test
    void saysInOneSentenceThatAFileIsNoConnection() throws Exception {
        Path file = Files.writeString(folder.resolve("other.json"), "{\"ip\": \"127.0.0.1\"}");
        Process kernel = start(Map.of(), file.toString());

        assertThat(output(kernel))
                .isEqualTo(file
                        + " is not a connection file of Jupyter; it should be a JSON file that names five ports\n");
        assertThat(kernel.waitFor()).isEqualTo(2);
    }

    /** A process that does nothing for a while. */
    static final class Sleeper {
        private Sleeper() {}

        public static void main(String[] arguments) throws InterruptedException {
            TimeUnit.MINUTES.sleep(1);
        }
    }

    private String connectionFile(KernelConnectionProperties properties) throws IOException {
        return Files.writeString(folder.resolve("connection.json"), properties.toJsonString())
                .toString();
    }

    private static Process start(Map<String, String> environment, String... arguments) throws IOException {
        return java(environment, KernelMain.class, arguments);
    }

    private static Process java(Map<String, String> environment, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
