package segmentation.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;
import org.dflib.jjava.jupyter.messages.request.ShutdownRequest;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * A kernel that starts, runs some cells and ends within this process, as Jupyter has it do, with nobody looking:
 * what Java loads and learns on the way can then be kept for the starts that somebody waits for.
 */
public final class KernelRehearsal {
    private static final int PORTS = 5;
    private static final int LONGEST_MILLIS = 300_000;

    /** The library loses now and then a connection that it makes, and by itself would try again half a minute later. */
    private static final int NEXT_TRY_MILLIS = 5_000;

    private static final String THIS_MACHINE = "127.0.0.1";

    private KernelRehearsal() {}

    /**
     * Runs the cells one after the other.
     *
     * @return the statuses of the cells' replies, in order: {@code ok}, or {@code error} and why
     * @throws IllegalStateException where the kernel does not answer, as on a machine without a network of its own
     */
    public static List<String> run(List<String> cells) {
        try (ZMQ.Context context = ZMQ.context(1)) {
            KernelConnectionProperties properties = connection();
            Thread kernel = new Thread(() -> serve(properties), "rehearsed kernel");
            kernel.start();
            List<String> statuses = new ArrayList<>();
            try (Client listener = new Client(context, SocketType.SUB, properties, properties.getIopubPort());
                    Client client = new Client(context, SocketType.DEALER, properties, properties.getShellPort());
                    Client control = new Client(context, SocketType.DEALER, properties, properties.getControlPort())) {
                client.ask(new KernelInfoRequest());
                for (String cell : cells) {
                    statuses.add(client.ask(new ExecuteRequest(cell, false, true, Map.of(), false, true)));
                    listener.drain();
                }
                control.ask(ShutdownRequest.SHUTDOWN);
            }
            kernel.join(LONGEST_MILLIS);
            return List.copyOf(statuses);
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException("The kernel could not be rehearsed: " + e.getMessage(), e);
        }
    }

    /** Starts the kernel's program as Jupyter would, up to the end of the process. */
    private static void serve(KernelConnectionProperties properties) {
        try {
            Path file = Files.createTempFile("rehearsal", ".json");
            try {
                Files.writeString(file, properties.toJsonString());
                KernelMain.run(new String[] {file.toString()}, System.err);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The kernel could not be rehearsed", e);
        }
    }

    private static KernelConnectionProperties connection() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            while (held.size() < PORTS) {
                held.add(new ServerSocket(0, 1, InetAddress.getByName(THIS_MACHINE)));
            }
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
        int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
        String key = UUID.randomUUID().toString();
        return new KernelConnectionProperties(
                THIS_MACHINE, ports[0], ports[1], ports[2], ports[3], ports[4], "tcp", "hmac-sha256", key);
    }

    /** One socket of the other end. */
    private static final class Client extends JupyterSocket {
        Client(ZMQ.Context context, SocketType type, KernelConnectionProperties properties, int port)
                throws GeneralSecurityException {
            super(context, type, properties.createHMACGenerator(), LoggerFactory.getLogger(KernelRehearsal.class));
            setLinger(0);
            setReceiveTimeOut(LONGEST_MILLIS);
            setHandshakeIvl(NEXT_TRY_MILLIS);
            if (type == SocketType.SUB) {
                subscribe(new byte[0]);
            } else {
                setIdentity("rehearsal".getBytes(StandardCharsets.US_ASCII));
            }
            connect("tcp://%s:%d".formatted(THIS_MACHINE, port));
        }

        /** Does nothing: a client's sockets connect. */
        @Override
        public void bind(KernelConnectionProperties ignored) {}

        /** Sends a request, and returns the status of the reply, with the reason where it is an error. */
        <T extends ContentType<T>> String ask(T request) {
            sendMessage(new Message<>(new Header<>("rehearsal", request.getType()), request));
            String last;
            do {
                last = recvStr();
                if (last == null) {
                    throw new IllegalStateException("The kernel gave no answer");
                }
            } while (hasReceiveMore());
            JsonObject content = JsonParser.parseString(last).getAsJsonObject();
            return Stream.of("status", "evalue")
                    .filter(content::has)
                    .map(field -> content.get(field).getAsString())
                    .collect(Collectors.joining(": "));
        }

        /** Takes what has come so far. */
        void drain() {
            while (recvStr(ZMQ.DONTWAIT) != null) {
                // What cells show is for nobody here.
                continue;
            }
        }
    }
}
