package segmentation.kernel;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.messages.MessageContext;

/** Whoever asked for something to be run: gets the messages, and may be asked for a line of input. */
abstract class Frontend extends ShellReplyEnvironment {

    /** Passes on what the library wants; sockets are null where there is no connection. */
    Frontend(ShellChannel shell, StdinChannel stdin, JupyterSocket iopub, MessageContext context) {
        super(shell, stdin, iopub, context);
    }

    /**
     * Asks for a line and waits for it.
     *
     * @param wanted turns false when nobody waits for the line any more
     * @return the line without its break; empty where it is no longer wanted
     */
    abstract Optional<String> ask(BooleanSupplier wanted);
}
