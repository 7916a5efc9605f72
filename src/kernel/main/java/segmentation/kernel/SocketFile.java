package segmentation.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A file through which frontends on this machine reach a port of it: Jupyter's transport {@code ipc}.
 *
 * <p>The library behind the kernel's sockets opens a port even where it is asked for a file. What goes over the wire is
 * the same for both and does not say what carries it, so here the bytes are handed on, one thread a direction. The file is
 * its owner's alone; the port can be reached by all on this machine, as with the transport {@code tcp}.
 */
final class SocketFile implements AutoCloseable {
    private static final int CHUNK_BYTES = 1 << 16;
    private static final long LONGEST_END_MILLIS = TimeUnit.SECONDS.toMillis(2);

    private final Path file;
    private final InetSocketAddress port;
    private final ServerSocketChannel server;
    private final List<Thread> outward = new CopyOnWriteArrayList<>();

    private SocketFile(Path file, int port, ServerSocketChannel server) {
        this.file = file;
        this.port = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.server = server;
    }

    /** Opens a file to a port; one that an earlier kernel left behind is replaced. */
    static SocketFile open(Path file, int port) {
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                            .isOther()) {
                Files.delete(file);
            }
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(file));
            SocketFile opened = new SocketFile(file, port, server);
            opened.start("accept", opened::accept);
            return opened;
        } catch (IOException refused) {
            throw new UncheckedIOException(
                    "the socket file %s cannot be opened: %s".formatted(file, refused.getMessage()), refused);
        }
    }

    /** Takes no more frontends, waits a moment until what the kernel sent has gone out, and removes the file. */
    @Override
    public void close() {
        try (server) {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // A file that stays behind is replaced by the next kernel that wants it.
            return;
        } finally {
            outward.forEach(SocketFile::await);
        }
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel frontend = server.accept();
                SocketChannel kernel = SocketChannel.open(port);
                start("in", () -> copy(frontend, kernel));
                outward.add(start("out", () -> copy(kernel, frontend)));
            }
        } catch (IOException closed) {
            // Nobody else comes: the file is closed, or the port is.
            return;
        }
    }

    private Thread start(String task, Runnable work) {
        Thread thread = new Thread(work, file.getFileName() + " " + task);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Copies until one end is closed, and then closes the other. */
    private static void copy(SocketChannel from, SocketChannel to) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(CHUNK_BYTES);
        try (from;
                to) {
            while (from.read(bytes) >= 0) {
                bytes.flip();
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
                bytes.clear();
            }
        } catch (IOException gone) {
            // The other direction notices by itself.
            return;
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join(LONGEST_END_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
