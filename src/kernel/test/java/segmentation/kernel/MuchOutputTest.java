package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import segmentation.kernel.JupyterClient.Received;

/** More output than the sockets hold. */
class MuchOutputTest {
    @AutoClose
    private final ServedKernel kernel = ServedKernel.start();

    private final JupyterClient client = kernel.client();

    @Test
    void arrivesWholeWhereItIsAMillionLines() {
        String request = execute("for (int i = 0; i < 1_000_000; i++) System.out.append(i + \"\\n\");");

        String printed = text(client.publishedFor(request));

        assertThat(printed.lines()).hasSize(1_000_000).last().isEqualTo("999999");
        assertThat(client.shell().receive().text("status")).isEqualTo("ok");
    }

    @Test
    void arrivesWholeWhereItIsAHundredMegabytes() {
        String request = execute("String line = \"x\".repeat(9_999) + \"\\n\";\n"
                + "for (int i = 0; i < 10_000; i++) System.out.append(line);");

        long length = client.publishedFor(request).stream()
                .filter(received -> received.type().equals("stream"))
                .mapToLong(received -> received.text("text").length())
                .sum();

        assertThat(length).isEqualTo(100_000_000);
        assertThat(client.shell().receive().text("status")).isEqualTo("ok");
    }

    @Test
    void holdsUpNoCellForAFrontendThatFetchesNothing() throws Exception {
        try (JupyterClient idle = new JupyterClient(kernel.properties())) {
            idle.awaitSubscription();
            execute("String big = \"x\".repeat(60_000);\nfor (int i = 0; i < 2_000; i++) display(big);");

            assertThat(client.shell().receive().text("status")).isEqualTo("ok");
        }
    }

    private String execute(String source) {
        return client.shell().send(new ExecuteRequest(source, false, true, Map.of(), false, true));
    }

    private static String text(List<Received> published) {
        StringBuilder text = new StringBuilder();
        published.stream()
                .filter(received -> received.type().equals("stream"))
                .forEach(received -> text.append(received.text("text")));
        return text.toString();
    }
}
