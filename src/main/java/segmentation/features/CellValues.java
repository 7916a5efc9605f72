package segmentation.features;

/** The numbers of a matrix by place; rows and columns are counted from 0. */
@FunctionalInterface
public interface CellValues {
    /** Returns one number. */
    double at(int row, int column);
}
