package segmentation.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import segmentation.features.FeatureBlocks;

/** What all rows come to on each feature, in one pass: number, exact sums and sums of squares, least and greatest. */
final class FeatureTotals implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final boolean[] logged;
    private final ExactSums sums;
    private final ExactSums squares;
    private final double[] least;
    private final double[] most;
    private long rows;

    private FeatureTotals(boolean[] logged) {
        this.logged = logged;
        this.sums = new ExactSums(logged.length);
        this.squares = new ExactSums(logged.length);
        this.least = new double[logged.length];
        this.most = new double[logged.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
    }

    /** Adds up rows in original units; sums are those of the logarithm of 1 + x where that is taken. */
    static FeatureTotals of(Iterator<FeatureBlocks> chunks, boolean[] logged) {
        FeatureTotals all = new FeatureTotals(logged);
        double[] row = new double[logged.length];
        while (chunks.hasNext()) {
            FeatureBlocks rows = chunks.next();
            for (int i = 0; i < rows.rows(); i++) {
                rows.copyRow(i, row, 0);
                all.add(row);
            }
        }
        return all;
    }

    private void add(double[] row) {
        rows++;
        sums.expect(1);
        squares.expect(2);
        for (int j = 0; j < row.length; j++) {
            least[j] = Math.min(least[j], row[j]);
            most[j] = Math.max(most[j], row[j]);
            // Who is below 0 is refused by the least; until then it counts for nothing.
            double value = logged[j] ? StrictMath.log1p(Math.max(0, row[j])) : row[j];
            sums.add(j, value);
            squares.addSquare(j, value);
        }
    }

    /** Adds the other's rows to these, and returns these. */
    FeatureTotals merge(FeatureTotals other) {
        rows += other.rows;
        sums.merge(other.sums);
        squares.merge(other.squares);
        for (int j = 0; j < least.length; j++) {
            least[j] = Math.min(least[j], other.least[j]);
            most[j] = Math.max(most[j], other.most[j]);
        }
        return this;
    }

    long rows() {
        return rows;
    }

    /** Returns the least value of a feature in original units. */
    double least(int j) {
        return least[j];
    }

    /** Returns the least value after the logarithm. */
    double leastScaled(int j) {
        return logged[j] ? StrictMath.log1p(least[j]) : least[j];
    }

    /** Returns the greatest value after the logarithm. */
    double mostScaled(int j) {
        return logged[j] ? StrictMath.log1p(most[j]) : most[j];
    }

    double mean(int j) {
        return sums.mean(j, rows);
    }

    /** Returns the population standard deviation. */
    double deviation(int j) {
        return Math.sqrt(sums.variance(j, squares, j, rows));
    }

    /** Returns the deviation, 0 for a feature that is constant up to rounding, as a z-score takes it. */
    double spread(int j) {
        double deviation = deviation(j);
        boolean none = isConstant(j) || deviation <= rows * Math.ulp(1.0) * Math.abs(mean(j));
        return none ? 0 : deviation;
    }

    /** Says whether values differ by no more than rounding, as {@link segmentation.features.Scaling} says it. */
    boolean isConstant(int j) {
        double from = leastScaled(j);
        double to = mostScaled(j);
        return to - from <= rows * Math.ulp(1.0) * Math.max(Math.abs(from), Math.abs(to));
    }
}
