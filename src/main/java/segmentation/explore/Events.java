package segmentation.explore;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import segmentation.io.Json;

/**
 * What pages hear: the latest event of each kind. A page that comes late gets them all; one that is slow gets the latest
 * only, so that nothing piles up.
 */
final class Events {
    private static final long SILENCE_IN_MILLISECONDS = 15_000;

    private final Map<String, String> latest = new LinkedHashMap<>();
    private final List<Page> pages = new CopyOnWriteArrayList<>();
    private boolean ended;

    /** One page with what it has not been told yet. */
    private static final class Page {
        private final Map<String, String> waiting = new LinkedHashMap<>();
    }

    /** Returns what a fault says to people. */
    static String words(RuntimeException fault) {
        return Objects.requireNonNullElse(fault.getMessage(), "That cannot be done.");
    }

    /** Tells all pages, and those that come later. */
    synchronized void tell(String kind, JsonNode what) {
        String text = Json.canonical(what);
        latest.remove(kind);
        latest.put(kind, text);
        for (Page page : pages) {
            page.waiting.remove(kind);
            page.waiting.put(kind, text);
        }
        notifyAll();
    }

    /** Forgets what was told of some kinds. */
    synchronized void forget(String... kinds) {
        for (String kind : kinds) {
            latest.remove(kind);
            pages.forEach(page -> page.waiting.remove(kind));
        }
    }

    synchronized int pages() {
        return pages.size();
    }

    /** Writes events as a page's browser takes them until that is gone or all has ended. */
    void writeTo(OutputStream out) throws IOException {
        Page page = new Page();
        synchronized (this) {
            page.waiting.putAll(latest);
            pages.add(page);
        }
        try {
            for (String text = next(page); !text.isEmpty(); text = next(page)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            pages.remove(page);
        }
    }

    /** Waits for something to tell; a comment now and then finds out whether anybody still listens. */
    private synchronized String next(Page page) throws InterruptedException {
        if (page.waiting.isEmpty() && !ended) {
            wait(SILENCE_IN_MILLISECONDS);
        }
        if (page.waiting.isEmpty()) {
            return ended ? "" : ": still here\n\n";
        }
        StringBuilder text = new StringBuilder();
        page.waiting.forEach((kind, what) -> text.append("event: ")
                .append(kind)
                .append("\ndata: ")
                .append(what)
                .append("\n\n"));
        page.waiting.clear();
        return text.toString();
    }

    /** Lets all pages go. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }
}
