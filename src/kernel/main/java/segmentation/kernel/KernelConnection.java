package segmentation.kernel;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dflib.jjava.jupyter.channels.HeartbeatChannel;
import org.dflib.jjava.jupyter.channels.IOPubChannel;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.publish.PublishStatus;
import org.dflib.jjava.jupyter.messages.reply.InputReply;
import org.dflib.jjava.jupyter.messages.request.InputRequest;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * The five sockets between a kernel and Jupyter.
 *
 * <p>The library's connection with three faults mended: it looks for requests only every 50 ms, it serves requests before
 * the socket for their results is open, and it closes sockets under the threads that use them. Its own sockets are
 * closed unused. Messages go out from several threads; the library lets one at a time into a socket.
 */
final class KernelConnection extends JupyterConnection {
    /** How long the last messages may take to leave on a busy machine, not counting frontends that are gone. */
    private static final int LINGER_MILLIS = 10_000;

    private static final long LONGEST_END_SECONDS = 2;

    /** Ports of this machine that are free, for socket files to lead to. */
    private static final KernelConnectionProperties ANY_PORTS =
            new KernelConnectionProperties("127.0.0.1", 0, 0, 0, 0, 0, "tcp", "", "");

    private final List<SocketFile> files = new ArrayList<>();
    private final KernelConnectionProperties properties;
    private final ZMQ.Context context = ZMQ.context(1);
    private final RequestChannel requests;
    private final RequestChannel controls;
    private final EchoChannel pulse;
    private final InputChannel input;
    private final OutputChannel outlet;
    private volatile List<SocketLoop> loops = List.of();

    private KernelConnection(KernelConnectionProperties properties, JavaKernel kernel) throws GeneralSecurityException {
        super(properties);
        super.close();
        this.properties = properties;
        HMACGenerator signer = properties.createHMACGenerator();
        this.requests = new RequestChannel(context, signer, false, this, kernel);
        this.controls = new RequestChannel(context, signer, true, this, kernel);
        this.pulse = new EchoChannel(context, signer);
        this.input = new InputChannel(context, signer);
        this.outlet = new OutputChannel(context, signer);
    }

    /** Returns a connection with the kernel's handlers set; nothing is open before {@link #connect}. */
    static KernelConnection of(KernelConnectionProperties properties, JavaKernel kernel)
            throws GeneralSecurityException {
        KernelConnection connection = new KernelConnection(properties, kernel);
        kernel.becomeHandlerForConnection(connection);
        return connection;
    }

    /** Opens all sockets, then starts to serve them; lets go of all where one cannot be opened. */
    @Override
    public void connect() {
        try {
            open(outlet, properties.getIopubPort());
            open(input, properties.getStdinPort());
            open(pulse, properties.getHbPort());
            open(controls, properties.getControlPort());
            open(requests, properties.getShellPort());
        } catch (RuntimeException refused) {
            release();
            throw refused;
        }
        outlet.sendMessage(new Message<>(null, PublishStatus.MESSAGE_TYPE, PublishStatus.STARTING));
        loops = List.of(
                SocketLoop.of("heartbeat", pulse, context),
                SocketLoop.of("control", controls, context),
                SocketLoop.of("shell", requests, context));
        // The first request may be the one to shut down, which ends the loops that it finds here.
        loops.forEach(Thread::start);
    }

    private void open(JupyterSocket socket, int number) {
        socket.setLinger(LINGER_MILLIS);
        if (socket.getSocketType() == SocketType.ROUTER) {
            // A frontend that lost its connection comes back under its old name, perhaps before the loss is noticed
            // here.
            socket.setRouterHandover(true);
        }
        if (properties.getTransport().equals("ipc")) {
            socket.bind(ANY_PORTS);
            String endpoint = socket.getLastEndpoint();
            int port = Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
            files.add(SocketFile.open(Path.of(properties.getIp() + "-" + number), port));
        } else {
            socket.bind(properties);
        }
    }

    @Override
    public IOPubChannel getIOPub() {
        return outlet;
    }

    @Override
    public ShellReplyEnvironment prepareReplyEnv(ShellChannel channel, MessageContext request) {
        return new Frontend(channel, input, outlet, request) {
            @Override
            Optional<String> ask(InputRequest question, BooleanSupplier wanted) {
                return input.ask(request, question, wanted);
            }
        };
    }

    /** Ends the serving; {@link #waitUntilClose} then closes what is left. */
    @Override
    public void close() {
        loops.forEach(SocketLoop::end);
    }

    /**
     * Waits for {@link #close}, then a moment for the running cell, and then until all messages have left. A cell that
     * still runs after that is no longer heard.
     */
    @Override
    public void waitUntilClose() {
        SocketLoop control = loops.get(1);
        while (!control.awaitEnd(Integer.MAX_VALUE)) {
            Thread.onSpinWait();
        }
        loops.forEach(loop -> loop.awaitEnd(LONGEST_END_SECONDS));
        release();
    }

    /** Closes the sockets, each when no thread sends anything through it, and waits for what is under way. */
    private void release() {
        for (JupyterSocket socket : List.of(outlet, input, pulse, controls, requests)) {
            synchronized (socket) {
                socket.close();
            }
        }
        context.close();
        files.forEach(SocketFile::close);
    }

    /** The library's channel by which a frontend hears that the kernel lives, served without its pauses. */
    private static final class EchoChannel extends HeartbeatChannel implements SocketLoop.Served {
        EchoChannel(ZMQ.Context context, HMACGenerator signer) {
            super(context, signer);
        }

        /** Opens the port; beats wait there until a {@link SocketLoop} answers them. */
        @Override
        public void bind(KernelConnectionProperties properties) {
            bind(formatAddress(properties.getTransport(), properties.getIp(), properties.getHbPort()));
        }

        @Override
        public void handleOne() {
            send(recv());
        }

        @Override
        public void release() {
            close();
        }
    }

    /** The library's channel for questions to the person at the notebook, with the waiting for an answer made endable. */
    private static final class InputChannel extends StdinChannel {
        private static final long LOOK_UP_MILLIS = 20;

        private final ZMQ.Poller poller;

        InputChannel(ZMQ.Context context, HMACGenerator signer) {
            super(context, signer);
            this.poller = context.poller(1);
            poller.register(this, ZMQ.Poller.POLLIN);
        }

        /** Asks for a line; empty where it is no longer wanted. An answer to an earlier, given-up question is dropped. */
        Optional<String> ask(MessageContext cell, InputRequest question, BooleanSupplier wanted) {
            while (poller.poll(0) > 0) {
                readMessage();
            }
            sendMessage(new Message<>(cell, InputRequest.MESSAGE_TYPE, question));
            while (wanted.getAsBoolean()) {
                if (poller.poll(LOOK_UP_MILLIS) > 0) {
                    InputReply reply = readMessage(InputReply.MESSAGE_TYPE).getContent();
                    return Optional.of(reply.getValue());
                }
            }
            return Optional.empty();
        }

        @Override
        public void sendMessage(Message<?> message) {
            super.sendMessage(ProtocolMessage.of(message));
        }

        @Override
        public void close() {
            poller.close();
            super.close();
        }
    }
}
