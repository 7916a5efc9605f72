package segmentation.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZMQ;

/** The library's channel for requests, shell or control, served without its pauses. */
final class RequestChannel extends ShellChannel implements SocketLoop.Served {
    private final boolean control;
    private final JupyterConnection connection;
    private final JavaKernel kernel;

    RequestChannel(
            ZMQ.Context context,
            HMACGenerator signer,
            boolean control,
            JupyterConnection connection,
            JavaKernel kernel) {
        super(context, signer, control, connection);
        this.control = control;
        this.connection = connection;
        this.kernel = kernel;
    }

    /** Opens the port; requests wait there until a {@link SocketLoop} serves them. */
    @Override
    public void bind(KernelConnectionProperties properties) {
        int port = control ? properties.getControlPort() : properties.getShellPort();
        bind(formatAddress(properties.getTransport(), properties.getIp(), port));
    }

    /** Handles a request; one that cannot be read or handled is dropped, for those after it may be good. */
    @Override
    public void handleOne() {
        read().ifPresent(this::tryToDispatch);
    }

    /** Receives a request, or nothing where the channel is closed. */
    @Override
    public synchronized @Nullable Message<?> readMessage() {
        if (closed) {
            return null;
        }
        List<byte[]> frames = new ArrayList<>();
        do {
            frames.add(recv());
        } while (hasReceiveMore());
        return RequestMessage.of(frames, hmacGenerator);
    }

    private Optional<Message<?>> read() {
        try {
            return Optional.ofNullable(readMessage());
        } catch (RuntimeException | Error dropped) {
            // Even an error: a request that is nested too deeply overflows the stack.
            logger.warn("Dropped a request that cannot be read", dropped);
            return Optional.empty();
        }
    }

    private void tryToDispatch(Message<?> request) {
        try {
            dispatch(request);
        } catch (RuntimeException | Error dropped) {
            // The next request may be good, and nobody else would handle it.
            logger.warn("Dropped a request", dropped);
        }
    }

    /** Takes in the requests that have come by now. */
    private List<Message<?>> waiting() {
        List<Message<?>> requests = new ArrayList<>();
        while ((getEvents() & ZMQ.Poller.POLLIN) != 0) {
            read().ifPresent(requests::add);
        }
        return requests;
    }

    @Override
    public void sendMessage(Message<?> message) {
        super.sendMessage(ProtocolMessage.of(message));
    }

    @Override
    public void release() {
        close();
    }

    /** Passes a request to its handler; one without a handler gets no answer, as the protocol has it. */
    private <T> void dispatch(Message<T> request) {
        ShellHandler<T> handler = connection.getHandler(request.getHeader().getType());
        if (handler == null) {
            return;
        }
        ShellReplyEnvironment environment = connection.prepareReplyEnv(this, request);
        List<Message<?>> behindFailure = List.of();
        try {
            handler.handle(environment, request);
        } finally {
            // What waits now was sent before this answer, in the belief that the cell would run.
            behindFailure = !control && kernel.takeFailure() ? waiting() : List.of();
            environment.resolveDeferrals();
        }
        behindFailure.forEach(this::abort);
        if (environment.isMarkedForShutdown()) {
            connection.close();
        }
    }

    /** Answers a request that waited behind a failure: a cell does not run, anything else is handled as ever. */
    private void abort(Message<?> request) {
        if (request.getHeader().getType() != MessageType.EXECUTE_REQUEST) {
            tryToDispatch(request);
            return;
        }
        ShellReplyEnvironment environment = connection.prepareReplyEnv(this, request);
        environment.setBusyDeferIdle();
        environment.defer().reply(ProtocolMessage.aborted(request));
        environment.resolveDeferrals();
    }
}
