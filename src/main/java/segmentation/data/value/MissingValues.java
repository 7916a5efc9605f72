package segmentation.data.value;

import java.io.Serial;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import segmentation.csv.ReadingOptions;
import segmentation.text.Blanks;

/** The cells that stand for a missing value in files that nothing is known of; case does not matter. */
public final class MissingValues implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int LONGEST = 4;
    private static final List<String> USUAL = List.of(
            "", "na", "n/a", "#n/a", "nan", "null", "none", "-", "?", "n.a.", "<na>", "nat", "#div/0!", "#value!",
            "#ref!", "#name?", "#num!", "#null!", "(null)", "<null>", "[null]", "(blank)", "(empty)", "\\n", "#nv",
            "#wert!", "#bezug!", "n/d", "k.a.", "n.v.");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,]\\d*)?");

    // Immutable, and to be sent to other processes.
    @SuppressWarnings("serial")
    private final Set<String> markers;

    private final int longest;
    private final boolean withNumbers;

    private MissingValues(Set<String> markers) {
        this.markers = markers;
        this.longest = markers.stream().mapToInt(String::length).max().orElse(LONGEST);
        this.withNumbers = markers.stream().anyMatch(NUMBER.asMatchPredicate());
    }

    /** Returns the usual markers, those that somebody named, and not those to keep. */
    public static MissingValues of(ReadingOptions options) {
        Set<String> markers = new HashSet<>(USUAL);
        options.missing().forEach(marker -> markers.add(key(marker)));
        options.kept().forEach(value -> markers.remove(key(value)));
        return new MissingValues(Set.copyOf(markers));
    }

    /** Returns these markers but for one, which is a value then. */
    public MissingValues without(String value) {
        Set<String> others = new HashSet<>(markers);
        others.remove(key(value));
        return new MissingValues(Set.copyOf(others));
    }

    private static String key(String marker) {
        return Blanks.trimmed(marker).toLowerCase(Locale.ROOT);
    }

    /** Says whether a trimmed cell is one. */
    public boolean contains(String cell) {
        return cell.length() <= longest && markers.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** Says whether the cell that a number was read from is one, such as 999 where it was asked for. */
    public boolean contains(NumberParser number) {
        return withNumbers && contains(number.cell());
    }
}
