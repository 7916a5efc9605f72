package segmentation.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.kernel.history.HistoryEntry;
import org.dflib.jjava.jupyter.kernel.history.HistoryManager;

/**
 * The cells that ran since the kernel started, for a frontend that asks for them. There is one session, number 1.
 *
 * <p>Keeps the last 1,000 cells, and of a longer result the first 10,000 characters.
 */
final class SessionHistory implements HistoryManager {
    private static final int SESSION = 1;
    private static final int MOST_CELLS = 1_000;
    private static final int LONGEST_OUTPUT = 10_000;
    private static final Pattern GLOB = Pattern.compile("(\\*)|(\\?)|\\[(\\^?)([^\\]]+)]|[^*?\\[]+|\\[");

    private final List<HistoryEntry> cells = new ArrayList<>();

    /** Adds a cell that ran; the output is the text of its result, empty where it has none. */
    synchronized void add(Cell cell, String output) {
        if (cells.size() == MOST_CELLS) {
            cells.remove(0);
        }
        String kept = output.substring(0, Math.min(output.length(), LONGEST_OUTPUT));
        cells.add(new HistoryEntry(SESSION, cell.number(), cell.source(), kept));
    }

    /** Returns the cells with a number from start to before stop; to the last where stop is 0. */
    @Override
    public synchronized List<HistoryEntry> lookupRange(int session, int start, int stop, Set<ResultFlag> flags) {
        if (session != 0 && session != SESSION) {
            return List.of();
        }
        int next = cells.isEmpty() ? 1 : cells.get(cells.size() - 1).getCellNumber() + 1;
        int from = start < 0 ? start + next : start;
        int to = stop <= 0 ? stop + next : stop;
        return entries(cells.stream().filter(cell -> cell.getCellNumber() >= from && cell.getCellNumber() < to), flags);
    }

    @Override
    public synchronized List<HistoryEntry> lookupTail(int length, Set<ResultFlag> flags) {
        return last(length, entries(cells.stream(), flags));
    }

    /** Returns the last cells whose whole text matches a pattern; all of them where the length is 0. */
    @Override
    public synchronized List<HistoryEntry> search(String pattern, int length, Set<ResultFlag> flags) {
        Pattern wanted = glob(pattern == null ? "*" : pattern);
        List<HistoryEntry> found = entries(
                cells.stream().filter(cell -> wanted.matcher(cell.getInput()).matches()), flags);
        List<HistoryEntry> distinct = flags.contains(ResultFlag.UNIQUE) ? lastOfEach(found) : found;
        return length <= 0 ? distinct : last(length, distinct);
    }

    private static List<HistoryEntry> entries(Stream<HistoryEntry> found, Set<ResultFlag> flags) {
        boolean output = flags.contains(ResultFlag.INCLUDE_OUTPUT);
        return found.map(cell -> output ? cell : new HistoryEntry(SESSION, cell.getCellNumber(), cell.getInput(), null))
                .toList();
    }

    private static List<HistoryEntry> last(int length, List<HistoryEntry> entries) {
        int size = entries.size();
        return entries.subList(Math.max(0, size - Math.max(0, length)), size);
    }

    private static List<HistoryEntry> lastOfEach(List<HistoryEntry> entries) {
        return entries.stream()
                .filter(entry -> entries.stream()
                        .noneMatch(other -> other.getCellNumber() > entry.getCellNumber()
                                && other.getInput().equals(entry.getInput())))
                .toList();
    }

    /** Returns SQLite's glob as a regular expression: any text, any one character, one of a set or none of it. */
    private static Pattern glob(String pattern) {
        String expression = GLOB.matcher(pattern).replaceAll(part -> Matcher.quoteReplacement(expression(part)));
        return Pattern.compile(expression, Pattern.DOTALL);
    }

    private static String expression(MatchResult part) {
        if (part.group(1) != null) {
            return ".*";
        }
        if (part.group(2) != null) {
            return ".";
        }
        return part.group(4) == null
                ? Pattern.quote(part.group())
                : "[" + part.group(3) + part.group(4).replaceAll("[\\\\\\[&^]", "\\\\$0") + "]";
    }
}
