package segmentation.spark;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import segmentation.features.Feature;
import segmentation.features.FeatureBlocks;
import segmentation.features.FeatureMatrix;

/** Turns the rows of a part into blocks of numbers, some thousand rows at a time; rows without all features are passed over. */
final class Chunks implements Iterator<FeatureBlocks> {
    private static final int ROWS = 32 * FeatureBlocks.SIZE;

    private final Iterator<Row> rows;
    private final Numbers reader;
    private final List<Feature> features;
    private final double[][] values;
    private int filled;

    Chunks(Iterator<Row> rows, Numbers reader, List<Feature> features) {
        this.rows = rows;
        this.reader = reader;
        this.features = features;
        this.values = new double[ROWS][features.size()];
    }

    /** Reads the numbers of a row. */
    @FunctionalInterface
    interface Numbers {
        /** Puts them into {@code out}, and says whether the row counts. */
        boolean read(Row row, double[] out);
    }

    @Override
    public boolean hasNext() {
        while (filled < ROWS && rows.hasNext()) {
            if (reader.read(rows.next(), values[filled])) {
                filled++;
            }
        }
        return filled > 0;
    }

    @Override
    public FeatureBlocks next() {
        if (!hasNext()) {
            throw new NoSuchElementException("All rows of the part have been taken");
        }
        int size = filled;
        filled = 0;
        return FeatureMatrix.of(features, size, (row, column) -> values[row][column])
                .blocks();
    }

    /** Leaves out the rows of which a rule says so; empty where none is left. */
    static Iterator<FeatureBlocks> within(FeatureBlocks rows, List<Feature> features, double[] lower, double[] upper) {
        int[] kept = new int[rows.rows()];
        int size = 0;
        for (int row = 0; row < kept.length; row++) {
            boolean inside = true;
            for (int j = 0; j < lower.length; j++) {
                inside &= rows.at(row, j) >= lower[j] && rows.at(row, j) <= upper[j];
            }
            kept[size] = row;
            size += inside ? 1 : 0;
        }
        return size == 0
                ? List.<FeatureBlocks>of().iterator()
                : List.of(FeatureMatrix.of(features, size, (row, column) -> rows.at(kept[row], column))
                                .blocks())
                        .iterator();
    }
}
