package segmentation.data.value;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import segmentation.text.Blanks;

/** The cells that stand for a missing value in files that nothing is known of; case does not matter. */
public final class MissingValues {
    private static final int LONGEST = 4;
    private static final List<String> USUAL = List.of("", "na", "n/a", "#n/a", "nan", "null", "none", "-", "?");

    private final Set<String> markers;
    private final int longest;
    private final boolean withDigits;

    private MissingValues(Set<String> markers) {
        this.markers = markers;
        this.longest = markers.stream().mapToInt(String::length).max().orElse(LONGEST);
        this.withDigits = markers.stream().flatMapToInt(String::chars).anyMatch(Character::isDigit);
    }

    /** Returns the usual markers and these. */
    public static MissingValues and(Collection<String> more) {
        Set<String> markers = new HashSet<>(USUAL);
        more.forEach(marker -> markers.add(Blanks.trimmed(marker).toLowerCase(Locale.ROOT)));
        return new MissingValues(Set.copyOf(markers));
    }

    /** Says whether a trimmed cell is one. */
    public boolean contains(String cell) {
        return cell.length() <= longest && markers.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** Says whether the cell that a number was read from is one, such as 999 where it was asked for. */
    public boolean contains(NumberParser number) {
        return withDigits && contains(number.cell());
    }
}
