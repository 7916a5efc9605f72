package segmentation.kernel;

/**
 * The source of one cell on its way through the kernel.
 *
 * @param number the execution count, from 1
 * @param source the text as typed
 */
record Cell(int number, String source) {

    /** Returns the line, from 1, that holds the character at an offset; the last line for an offset past the end. */
    int line(int offset) {
        int end = Math.min(offset, source.length());
        return 1 + (int) source.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    /** Returns the column, from 1, of the character at an offset. */
    int column(int offset) {
        int end = Math.min(offset, source.length());
        return end - source.lastIndexOf('\n', end - 1);
    }

    /** Returns the text of a line, counted from 1, without its line break; empty where there is no such line. */
    String text(int line) {
        return source.lines().skip(line - 1L).findFirst().orElse("");
    }
}
