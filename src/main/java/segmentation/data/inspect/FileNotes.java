package segmentation.data.inspect;

import java.util.ArrayList;
import java.util.List;
import segmentation.data.value.NumberFormat;
import segmentation.text.Excerpt;
import segmentation.text.NumberText;

/** What was guessed or repaired when a file was read, in sentences. */
final class FileNotes {
    private static final int MOST_HEADER_NOTES = 5;

    private FileNotes() {}

    /** Collects the sentences: encoding, delimiter, header, rows, numbers, dates. */
    static List<String> of(List<String> encoding, FileTable body, NumberFormat style, List<ColumnProfile> columns) {
        List<String> notes = new ArrayList<>(encoding);
        List<String> header = body.header().notes();
        notes.addAll(header.subList(0, Math.min(MOST_HEADER_NOTES, header.size())));
        if (header.size() > MOST_HEADER_NOTES) {
            notes.add("%s more headers were blank or repeated."
                    .formatted(NumberText.count(header.size() - MOST_HEADER_NOTES)));
        }
        if (body.blankLines() > 0) {
            notes.add("Blank lines left out: %s.".formatted(NumberText.count(body.blankLines())));
        }
        if (!body.ragged().isEmpty()) {
            int first = body.ragged().keySet().iterator().next();
            notes.add("Rows with more or fewer cells than the header: %s, the first on line %d; they are not used."
                    .formatted(NumberText.count(body.ragged().size()), first));
        }
        if (style.decimal() == ',') {
            notes.add("The comma is read as the decimal sign.");
        }
        columns.stream()
                .flatMap(column -> column.dateFormat().stream())
                .filter(format -> format.decisive() == 0)
                .forEach(format -> notes.add("Dates in %s are read %s; all would fit month first too."
                        .formatted(Excerpt.shortened(format.column()), format.order())));
        return List.copyOf(notes);
    }
}
