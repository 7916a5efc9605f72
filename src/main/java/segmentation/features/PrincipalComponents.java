package segmentation.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The principal components of a matrix: the directions at right angles along which the customers differ most, the widest
 * first. Immutable.
 *
 * <p>The features are centred and not scaled; scale them before where their units differ. There are as many components as
 * rows or features, whichever are fewer. Variances are population variances (ddof = 0), so those of z-scored features
 * sum to d. A component that is no wider than rounding has variance 0, as with constant or repeated features, or d > n.
 *
 * <p>A direction has no sign by itself. The loading of largest size is made positive, the first of them where several are
 * equally large up to 1e-9 of it. Components of equal variance come in no order that has a meaning, but always the same.
 *
 * <p>Source: Jolliffe, Principal Component Analysis, 2nd edition, Springer 2002; by singular value decomposition.
 */
public final class PrincipalComponents implements Tabular {
    private static final double ROUNDING = 1e-9;

    private final List<Feature> features;
    private final double[] means;
    private final double[][] loadings;
    private final double[] variances;
    private final FeatureMatrix scores;

    private PrincipalComponents(FeatureMatrix matrix, double[] means, double[][] loadings, double[] variances) {
        this.features = matrix.features();
        this.means = means;
        this.loadings = loadings;
        this.variances = variances;
        this.scores = apply(matrix);
    }

    /**
     * Finds the components of n rows × d features; one row has one component, of variance 0.
     *
     * @throws IllegalArgumentException where a score is beyond ±1e140, as values next to that can have
     */
    public static PrincipalComponents fit(FeatureMatrix matrix) {
        double[] means = IntStream.range(0, matrix.columns())
                .mapToDouble(j -> mean(matrix.column(j)))
                .toArray();
        double[] centred = matrix.values();
        for (int at = 0; at < centred.length; at++) {
            centred[at] -= means[at % means.length];
        }
        // Brought near 1 by a power of two, which changes no digit: products of extreme units would be lost otherwise.
        int power =
                -Math.getExponent(Arrays.stream(centred).map(Math::abs).max().orElseThrow());
        for (int at = 0; at < centred.length; at++) {
            centred[at] = Math.scalb(centred[at], power);
        }
        return of(matrix, means, new DMatrixRMaj(matrix.rows(), matrix.columns(), true, centred), power);
    }

    private static PrincipalComponents of(FeatureMatrix matrix, double[] means, DMatrixRMaj centred, int power) {
        int p = Math.min(matrix.rows(), matrix.columns());
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(matrix.rows(), matrix.columns(), false, true, true);
        if (!svd.decompose(centred)) {
            throw new IllegalArgumentException("The principal components of %s were not found".formatted(matrix));
        }
        double[] widths = svd.getSingularValues();
        double[] directions = svd.getV(null, true).getData();
        int[] order = IntStream.range(0, p)
                .boxed()
                .sorted(Comparator.comparingDouble(component -> -widths[component]))
                .mapToInt(component -> component)
                .toArray();
        double least = widths[order[0]] * Math.max(matrix.rows(), matrix.columns()) * Math.ulp(1.0);
        double[][] loadings = new double[p][];
        double[] variances = new double[p];
        for (int component = 0; component < p; component++) {
            int from = order[component] * means.length;
            loadings[component] = signed(Arrays.copyOfRange(directions, from, from + means.length));
            double width = widths[order[component]];
            double deviation = width <= least ? 0 : Math.scalb(width / Math.sqrt(matrix.rows()), -power);
            variances[component] = deviation * deviation;
        }
        return new PrincipalComponents(matrix, means, loadings, variances);
    }

    /** Returns the mean, relative to the first value so that a constant column has exactly its own value. */
    private static double mean(double[] column) {
        return column[0]
                + Arrays.stream(column)
                        .map(value -> value - column[0])
                        .average()
                        .orElseThrow();
    }

    private static double[] signed(double[] direction) {
        double largest = Arrays.stream(direction).map(Math::abs).max().orElseThrow();
        double deciding = Arrays.stream(direction)
                .filter(loading -> Math.abs(loading) >= largest * (1 - ROUNDING))
                .findFirst()
                .orElseThrow();
        return deciding < 0
                ? Arrays.stream(direction).map(loading -> 0 - loading).toArray()
                : direction;
    }

    /** Returns the number of components, p: n or d, whichever is smaller. */
    public int components() {
        return variances.length;
    }

    /** Returns the n × p scores of the rows that the components were found on; the features are PC1, PC2, …, their unit says the share of the variance. */
    public FeatureMatrix scores() {
        return scores;
    }

    /** Returns the m × p scores of other rows of the same d features, such as centroids. */
    public FeatureMatrix apply(FeatureMatrix matrix) {
        checkWidth(matrix.columns(), means.length, "features");
        double[][] turned = new double[matrix.rows()][loadings.length];
        for (int i = 0; i < turned.length; i++) {
            for (int component = 0; component < loadings.length; component++) {
                for (int j = 0; j < means.length; j++) {
                    turned[i][component] += (matrix.at(i, j) - means[j]) * loadings[component][j];
                }
            }
        }
        double[] shares = shares();
        return FeatureMatrix.ofRows(
                IntStream.range(0, loadings.length)
                        .mapToObj(component -> new Feature(
                                "PC" + (component + 1),
                                NumberText.fixed(100 * shares[component], 0) + " % of the variance",
                                "PC" + (component + 1)))
                        .toList(),
                turned);
    }

    /** Returns one row of p scores as d values of the features; the inverse of {@link #apply} for the rows fitted. */
    public double[] invert(double[] scores) {
        checkWidth(scores.length, loadings.length, "scores");
        double[] row = means.clone();
        for (int component = 0; component < scores.length; component++) {
            for (int j = 0; j < row.length; j++) {
                row[j] += scores[component] * loadings[component][j];
            }
        }
        return row;
    }

    /** Returns a copy of the p × d loadings: each row is a component's direction, of length 1. */
    public double[][] loadings() {
        return Arrays.stream(loadings).map(double[]::clone).toArray(double[][]::new);
    }

    /** Returns a copy of the p variances of the scores, descending, in squared units of the features. */
    public double[] variances() {
        return variances.clone();
    }

    /** Returns each component's share of the sum of all variances, in [0, 1]; all 0 where nothing varies. */
    public double[] shares() {
        double sum = Arrays.stream(variances).sum();
        return Arrays.stream(variances)
                .map(variance -> sum == 0 ? 0 : variance / sum)
                .toArray();
    }

    /** Returns a row for each component: its share of the variance, the shares so far, and its loadings. */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled("Principal components and their loadings")
                .text("component")
                .figures("share of variance", "shares so far")
                .figures(features.stream().map(Feature::name).toArray(String[]::new));
        double[] shares = shares();
        double soFar = 0;
        for (int component = 0; component < shares.length; component++) {
            soFar += shares[component];
            List<String> cells = new ArrayList<>(
                    List.of("PC" + (component + 1), NumberText.percent(shares[component]), NumberText.percent(soFar)));
            Arrays.stream(loadings[component])
                    .mapToObj(loading -> NumberText.signed(NumberText.fixed(loading, 3)))
                    .forEach(cells::add);
            table.row(cells);
        }
        return table.build();
    }

    /** Returns a row for each component, to sort, join and plot: as {@link #toTable}, shares from 0 to 1. */
    public Table table() {
        double[] shares = shares();
        double[] soFar = shares.clone();
        Arrays.parallelPrefix(soFar, Double::sum);
        Table table = Table.create(
                "principal components",
                StringColumn.create(
                        "component", IntStream.rangeClosed(1, shares.length).mapToObj(number -> "PC" + number)),
                DoubleColumn.create("share of variance", shares),
                DoubleColumn.create("shares so far", soFar));
        for (int j = 0; j < features.size(); j++) {
            int feature = j;
            table.addColumns(DoubleColumn.create(
                    features.get(j).column(), Arrays.stream(loadings).mapToDouble(loading -> loading[feature])));
        }
        return table;
    }

    private static void checkWidth(int width, int expected, String what) {
        if (width != expected) {
            throw new IllegalArgumentException(
                    "The principal components have %d %s, got %d".formatted(expected, what, width));
        }
    }
}
