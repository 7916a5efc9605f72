package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;
import org.dflib.jjava.jupyter.messages.request.ShutdownRequest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class KernelStartTest {

    /** The requests are on their way before the kernel opens its ports, so that each start is a race to be won. */
    @RepeatedTest(40)
    void answersFromTheFirstMessageOn() throws Exception {
        KernelConnectionProperties properties = JupyterClient.freePorts();
        try (JupyterClient client = new JupyterClient(properties)) {
            client.shell().send(new KernelInfoRequest());
            client.shell().send(new ExecuteRequest("6 * 7", false, true, Map.of(), false, true));

            KernelConnection connection = KernelConnection.of(properties, JavaKernel.start(Path.of("")));
            connection.connect();

            assertThat(client.shell().receive().text("protocol_version")).isEqualTo("5.3");
            assertThat(client.shell().receive().text("status")).isEqualTo("ok");
            client.control().send(ShutdownRequest.SHUTDOWN);
            assertThat(client.control().receive().type()).isEqualTo("shutdown_reply");
            connection.waitUntilClose();
        }
    }
}
