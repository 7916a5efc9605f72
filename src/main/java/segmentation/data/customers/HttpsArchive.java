package segmentation.data.customers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import segmentation.csv.ReadingProgress;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;

/**
 * Bytes behind an {@code https} address. Redirects are followed to {@code https} only, at most five. Whatever goes wrong
 * is an {@link IOException} whose message says so as a part of a sentence.
 */
final class HttpsArchive {
    private static final int MOST_REDIRECTS = 5;
    private static final double MILLIS = 1000;
    private static final int CHUNK = 1 << 14;
    private static final int OK = 200;
    private static final int FIRST_REDIRECT = 300;
    private static final int LAST_REDIRECT = 399;

    private final HttpClient client;
    private final DownloadLimits limits;
    private final ReadingProgress progress;

    private HttpsArchive(HttpClient client, DownloadLimits limits, ReadingProgress progress) {
        this.client = client;
        this.limits = limits;
        this.progress = progress;
    }

    /** Returns the bytes; {@code client} must follow no redirects by itself. */
    static byte[] bytes(URI address, HttpClient client, DownloadLimits limits, ReadingProgress progress)
            throws IOException {
        HttpsArchive archive = new HttpsArchive(client, limits, progress);
        FutureTask<byte[]> download = new FutureTask<>(() -> archive.from(address, MOST_REDIRECTS));
        Thread thread = new Thread(download, "download");
        thread.setDaemon(true);
        thread.start();
        try {
            return download.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException(
                    "it took more than %s seconds"
                            .formatted(NumberText.shortest(limits.time().toMillis() / MILLIS)),
                    e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new IOException(reason(cause), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        } finally {
            download.cancel(true);
        }
    }

    private byte[] from(URI address, int redirects) throws IOException, InterruptedException {
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            throw new Refused("it leads to an address that is not https, " + Excerpt.shortened(address.toString()));
        }
        HttpResponse<InputStream> response =
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            int status = response.statusCode();
            Optional<String> next = response.headers().firstValue("Location");
            if (status >= FIRST_REDIRECT && status <= LAST_REDIRECT && next.isPresent()) {
                if (redirects == 0) {
                    throw new Refused("it leads from address to address without end");
                }
                return from(resolved(address, next.get()), redirects - 1);
            }
            if (status != OK) {
                throw new Refused("the server answered " + status);
            }
            return read(
                    body, response.headers().firstValueAsLong("Content-Length").orElse(0));
        }
    }

    private static URI resolved(URI address, String next) throws IOException {
        try {
            return address.resolve(next);
        } catch (IllegalArgumentException e) {
            throw new Refused("it leads to an address that is none, " + Excerpt.shortened(next));
        }
    }

    private byte[] read(InputStream body, long announced) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            bytes.write(chunk, 0, read);
            if (bytes.size() > limits.bytes()) {
                throw new Refused("the answer is longer than %s bytes".formatted(NumberText.count(limits.bytes())));
            }
            progress.read(bytes.size(), Math.max(announced, bytes.size()));
        }
        return bytes.toByteArray();
    }

    private static String reason(Throwable failure) {
        if (failure instanceof Refused) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof SSLException) {
            return "the connection is not safe (%s)"
                    .formatted(failure.getClass().getSimpleName());
        }
        return "the connection failed or was cut short (%s)"
                .formatted(failure.getClass().getSimpleName());
    }

    /** What this class itself finds wrong. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }
}
