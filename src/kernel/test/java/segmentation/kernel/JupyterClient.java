package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * The other end of a kernel's sockets, as a frontend would use them.
 *
 * <p>The library beneath loses now and then the end of a connection that it makes, not of one that it takes
 * (<a href="https://github.com/zeromq/jeromq/pull/1022">JeroMQ 1022</a>): the port is open, and no message passes until,
 * half a minute later, it tries again. Here it tries again at once.
 */
final class JupyterClient implements AutoCloseable {
    private static final int NEXT_TRY_MILLIS = 2_000;

    private final ZMQ.Context context = ZMQ.context(1);
    private final KernelConnectionProperties properties;
    private final Socket shell;
    private final Socket control;
    private final Socket stdin;
    private final Socket iopub;
    private final Socket heartbeat;

    /** What came over a socket. */
    record Received(String type, String parent, JsonObject content, JsonObject message) {
        String text(String field) {
            return content.get(field).getAsString();
        }
    }

    JupyterClient(KernelConnectionProperties properties) throws GeneralSecurityException {
        this(properties, UUID.randomUUID().toString());
    }

    JupyterClient(KernelConnectionProperties properties, String name) throws GeneralSecurityException {
        this.properties = properties;
        byte[] identity = name.getBytes(StandardCharsets.US_ASCII);
        shell = new Socket(SocketType.DEALER, properties.getShellPort(), identity);
        control = new Socket(SocketType.DEALER, properties.getControlPort(), identity);
        stdin = new Socket(SocketType.DEALER, properties.getStdinPort(), identity);
        iopub = new Socket(SocketType.SUB, properties.getIopubPort(), identity);
        heartbeat = new Socket(SocketType.REQ, properties.getHbPort(), identity);
    }

    /**
     * Returns a connection on five ports that are free now.
     *
     * <p>They lie below those that the system gives to outgoing connections: a client that tries a port before the kernel
     * opens it could be given that very port, be connected to itself, and keep the kernel out.
     */
    static KernelConnectionProperties freePorts() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        while (held.size() < 5) {
            try {
                held.add(new ServerSocket(ThreadLocalRandom.current().nextInt(12_000, 32_000)));
            } catch (BindException taken) {
                // Another draw will do.
                continue;
            }
        }
        int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        for (ServerSocket socket : held) {
            socket.close();
        }
        return new KernelConnectionProperties(
                "127.0.0.1", ports[0], ports[1], ports[2], ports[3], ports[4], "tcp", "hmac-sha256", "a-key");
    }

    Socket shell() {
        return shell;
    }

    Socket control() {
        return control;
    }

    Socket stdin() {
        return stdin;
    }

    Socket iopub() {
        return iopub;
    }

    /** Sends bytes to the heartbeat and returns what comes back. */
    String beat(String text) {
        heartbeat.send(text);
        return heartbeat.recvStr();
    }

    /**
     * Waits until all that was sent has come to the kernel. Each end has one thread for all its sockets, so what was sent
     * before a question on any of them is there when the answer comes.
     */
    void settle() {
        control.send(new KernelInfoRequest());
        control.receive();
    }

    /** Waits, as frontends do, until what is published arrives. */
    void awaitSubscription() {
        iopub.setReceiveTimeOut(50);
        boolean subscribed = false;
        while (!subscribed) {
            shell.send(new KernelInfoRequest());
            shell.receive();
            subscribed = iopub.recvStr() != null;
        }
        iopub.setReceiveTimeOut(-1);
        while (iopub.hasReceiveMore()) {
            iopub.recvStr();
        }
    }

    /** Returns what the kernel publishes for a request, to the idle that ends it. */
    List<Received> publishedFor(String request) {
        List<Received> published = new ArrayList<>();
        while (true) {
            Received next = iopub.receive();
            if (next.parent().equals(request)) {
                if (next.type().equals("status") && next.text("execution_state").equals("idle")) {
                    return published;
                }
                published.add(next);
            }
        }
    }

    @Override
    public void close() {
        List.of(shell, control, stdin, iopub, heartbeat).forEach(Socket::close);
        context.close();
    }

    /** One of the five sockets. */
    final class Socket extends JupyterSocket {
        private Socket(SocketType type, int port, byte[] identity) throws GeneralSecurityException {
            super(context, type, properties.createHMACGenerator(), LoggerFactory.getLogger("client"));
            setLinger(0);
            setHandshakeIvl(NEXT_TRY_MILLIS);
            if (type == SocketType.SUB) {
                subscribe(new byte[0]);
            } else {
                setIdentity(identity);
            }
            connect("tcp://127.0.0.1:" + port);
        }

        /** Does nothing: a client's sockets connect. */
        @Override
        public void bind(KernelConnectionProperties ignored) {}

        /** Sends a request and returns its id. */
        <T extends ContentType<T>> String send(T content) {
            Header<T> header = new Header<>("session", content.getType());
            sendMessage(new Message<>(header, content));
            return header.getId();
        }

        /** Sends a request of a type that is named, and returns its id. */
        @SuppressWarnings("unchecked")
        String send(String type, JsonObject content) {
            Header<Object> header = new Header<>("session", (MessageType<Object>) MessageType.getType(type));
            sendMessage(new Message<>(header, content));
            return header.getId();
        }

        /** Sends a message with a header of any text, signed as it should be. */
        void sendRaw(String header) {
            byte[][] parts = Stream.of(header, "{}", "{}", "{}")
                    .map(part -> part.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
            sendMore("<IDS|MSG>");
            sendMore(hmacGenerator.calculateSignature(parts));
            for (int i = 0; i < parts.length - 1; i++) {
                sendMore(parts[i]);
            }
            send(parts[parts.length - 1]);
        }

        /** Waits for a message, for as long as it takes. */
        Received receive() {
            List<String> frames = new ArrayList<>();
            do {
                String frame = recvStr();
                assertThat(frame).as("a message, and no interrupt of this test").isNotNull();
                frames.add(frame);
            } while (hasReceiveMore());
            JsonObject message = new JsonObject();
            int start = frames.indexOf("<IDS|MSG>") + 2;
            for (String part : List.of("header", "parent_header", "metadata", "content")) {
                message.add(part, JsonParser.parseString(frames.get(start++)));
            }
            JsonObject parent = message.getAsJsonObject("parent_header");
            return new Received(
                    message.getAsJsonObject("header").get("msg_type").getAsString(),
                    parent.has("msg_id") ? parent.get("msg_id").getAsString() : "",
                    message.getAsJsonObject("content"),
                    message);
        }
    }
}
