package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.messages.reply.InputReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.InterruptRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segmentation.kernel.JupyterClient.Received;

class KernelConnectionTest {
    @AutoClose
    private static final ServedKernel KERNEL = ServedKernel.start();

    private final JupyterClient client = KERNEL.client();

    @BeforeEach
    void reset() {
        Signal.reset();
    }

    @Test
    void publishesARunInTheOrderOfTheProtocol() {
        String request = execute("System.out.append(\"text\\n\"); 6 * 7", false);

        List<Received> published = client.publishedFor(request);

        assertThat(published)
                .extracting(Received::type)
                .containsExactly("status", "execute_input", "stream", "execute_result");
        assertThat(published.get(3).content().toString()).contains("\"text/plain\":\"42\"");
        assertThat(client.shell().receive().text("status")).isEqualTo("ok");
    }

    @Test
    void answersTheHeartbeatWhileACellRuns() throws Exception {
        execute("segmentation.kernel.Signal.give();\nwhile (true) { }", false);
        Signal.await();

        assertThat(client.beat("ping")).isEqualTo("ping");

        interrupt();
        assertThat(client.shell().receive().text("ename")).isEqualTo("CellInterrupted");
    }

    @Test
    void staysHealthyThroughManyInterrupts() throws Exception {
        runs("int kept = 7;");
        for (String endless :
                List.of("while (true) { }", "Thread.sleep(60_000);", "while (true) System.out.append('x');")) {
            Signal.reset();
            execute("segmentation.kernel.Signal.give();\n" + endless, false);
            Signal.await();
            interrupt();
            assertThat(client.shell().receive().text("ename")).isEqualTo("CellInterrupted");
        }

        runs("assert kept == 7; kept");
    }

    @Test
    void asksTheFrontendForInput() {
        execute("var in = new Scanner(System.in);\nin.nextLine() + \"-\" + in.nextLine()", true);

        for (String answer : List.of("é one", "two")) {
            assertThat(client.stdin().receive().type()).isEqualTo("input_request");
            client.stdin().send(new InputReply(answer));
        }

        assertThat(client.shell().receive().text("status")).isEqualTo("ok");
        String check = execute("\"after\"", false);
        assertThat(client.publishedFor(check)).extracting(Received::type).contains("execute_result");
        assertThat(client.shell().receive().text("status")).isEqualTo("ok");
    }

    @Test
    void givesUpAQuestionWhenInterruptedAndDropsItsLateAnswer() {
        String read = "new Scanner(System.in).nextLine()";
        execute(read, true);
        client.stdin().receive();
        interrupt();
        assertThat(client.shell().receive().text("ename")).isEqualTo("CellInterrupted");
        client.stdin().send(new InputReply("late"));
        runs("1");

        String request = execute(read, true);
        client.stdin().receive();
        client.stdin().send(new InputReply("asked"));

        assertThat(client.publishedFor(request))
                .last()
                .asString()
                .contains("asked")
                .doesNotContain("late");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not JSON", "{\"msg_type\": \"execute_request\"}"})
    void dropsWhatIsNoRequest(String header) {
        client.shell().sendRaw(header);

        runs("1 + 1");
    }

    @Test
    void dropsARequestThatIsNestedTooDeeply() {
        client.shell().sendRaw("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000));

        runs("1 + 1");
    }

    @Test
    void givesNoAnswerToARequestItDoesNotKnow() {
        client.shell().send(new InputReply("nobody asked"));

        runs("1 + 1");
    }

    @Test
    void readsSingleBytes() {
        execute("int first = System.in.read();\nint more = System.in.available();\nfirst + \" \" + more", true);
        client.stdin().receive();
        client.stdin().send(new InputReply("ab"));

        assertThat(client.shell().receive().text("status")).isEqualTo("ok");
    }

    @Test
    void refusesInputThatTheFrontendDoesNotOffer() {
        execute("System.in.read()", false);

        assertThat(client.shell().receive().text("ename")).isEqualTo("NoInput");
    }

    @Test
    void skipsTheCellsThatWaitBehindOneThatFails() {
        execute("segmentation.kernel.Signal.giveAndWait();\nint bad = 1 / 0;", false);
        execute("int never = 1;", false);
        client.settle();
        Signal.release();
        assertThat(client.shell().receive().text("ename")).isEqualTo("ArithmeticException");

        assertThat(client.shell().receive().text("status")).isEqualTo("aborted");

        runs("1 + 1");
    }

    private String execute(String source, boolean input) {
        return client.shell().send(new ExecuteRequest(source, false, true, Map.of(), input, true));
    }

    private void runs(String source) {
        execute(source, false);
        assertThat(client.shell().receive().text("status")).isEqualTo("ok");
    }

    private void interrupt() {
        client.control().send(new InterruptRequest());
        assertThat(client.control().receive().type()).isEqualTo("interrupt_reply");
    }
}
