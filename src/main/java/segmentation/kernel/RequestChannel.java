package segmentation.kernel;

import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Message;
import org.zeromq.ZMQ;

/** The library's channel for requests, shell or control, served without its pauses. */
final class RequestChannel extends ShellChannel implements SocketLoop.Served {
    private final boolean control;
    private final JupyterConnection connection;
    private final Runnable onCaughtUp;

    RequestChannel(
            ZMQ.Context context,
            HMACGenerator signer,
            boolean control,
            JupyterConnection connection,
            Runnable onCaughtUp) {
        super(context, signer, control, connection);
        this.control = control;
        this.connection = connection;
        this.onCaughtUp = onCaughtUp;
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
        try {
            dispatch(readMessage());
        } catch (RuntimeException dropped) {
            logger.warn("Dropped a request", dropped);
        }
    }

    @Override
    public void caughtUp() {
        onCaughtUp.run();
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
        try {
            handler.handle(environment, request);
        } finally {
            environment.resolveDeferrals();
        }
        if (environment.isMarkedForShutdown()) {
            connection.close();
        }
    }
}
