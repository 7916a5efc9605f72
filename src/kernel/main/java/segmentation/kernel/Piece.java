package segmentation.kernel;

/**
 * A part of a cell that is run on its own.
 *
 * @param cell the cell
 * @param offset where in the cell the part starts
 * @param source the text to run: no blanks or comments before it, a missing last semicolon added
 * @param kind what it is
 */
record Piece(Cell cell, int offset, String source, Kind kind) {

    /** What a piece of a cell is. */
    enum Kind {
        /** One declaration, statement, expression or import. */
        JAVA,
        /** A line that starts with a percent sign. */
        MAGIC,
        /** The rest of a cell that does not parse or ends too early. */
        BROKEN
    }

    /** Returns the line of the cell, from 1, on which a line of this piece stands. */
    int line(int lineOfPiece) {
        return cell.line(offset) + lineOfPiece - 1;
    }
}
