package segmentation.explore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import segmentation.analysis.PreparedCustomers;
import segmentation.features.FeatureMatrix;
import segmentation.features.PrincipalComponents;
import segmentation.text.NumberText;

/**
 * Where customers are drawn: on their features in original units, and on the first two principal components of what is
 * clustered. Of more than {@value #MOST_DRAWN} customers every so manieth is drawn, and components are found from those.
 */
final class Scene {
    private static final int MOST_DRAWN = 4_000;

    private final PreparedCustomers prepared;
    private final int[] drawn;
    private final double[] overall;
    private final Optional<FeatureMatrix> components;
    private final double[] shares;

    private Scene(PreparedCustomers prepared) {
        this.prepared = prepared;
        FeatureMatrix matrix = prepared.matrix();
        int step = (matrix.rows() + MOST_DRAWN - 1) / MOST_DRAWN;
        this.drawn =
                IntStream.range(0, matrix.rows()).filter(row -> row % step == 0).toArray();
        this.overall = means(prepared.raw());
        if (matrix.columns() > 2) {
            FeatureMatrix few = FeatureMatrix.ofRows(
                    matrix.features(),
                    Arrays.stream(drawn).mapToObj(matrix::row).toArray(double[][]::new));
            PrincipalComponents found = PrincipalComponents.fit(few);
            this.components = Optional.of(found.apply(matrix));
            this.shares = found.shares();
        } else {
            this.components = Optional.empty();
            this.shares = new double[0];
        }
    }

    static Scene of(PreparedCustomers prepared) {
        return new Scene(prepared);
    }

    private static double[] means(FeatureMatrix matrix) {
        return IntStream.range(0, matrix.columns())
                .mapToDouble(j -> Arrays.stream(matrix.column(j)).average().orElseThrow())
                .toArray();
    }

    PreparedCustomers prepared() {
        return prepared;
    }

    /** Returns the rows that are drawn. */
    int[] drawn() {
        return drawn;
    }

    /** Returns the mean of all customers on each feature, in original units. */
    double[] overall() {
        return overall;
    }

    /** Returns where the middle of each segment is on each axis, features first, then components. */
    double[][] means(int[] labels, int k) {
        List<double[]> axes = axes();
        double[][] sums = new double[k][axes.size()];
        int[] sizes = new int[k];
        for (int row = 0; row < labels.length; row++) {
            sizes[labels[row] - 1]++;
            for (int axis = 0; axis < axes.size(); axis++) {
                sums[labels[row] - 1][axis] += axes.get(axis)[row];
            }
        }
        IntStream.range(0, k)
                .forEach(segment ->
                        IntStream.range(0, axes.size()).forEach(axis -> sums[segment][axis] /= sizes[segment]));
        return sums;
    }

    private List<double[]> axes() {
        List<double[]> axes = new ArrayList<>();
        IntStream.range(0, prepared.raw().columns())
                .forEach(j -> axes.add(prepared.raw().column(j)));
        components.ifPresent(scores -> IntStream.range(0, 2).forEach(j -> axes.add(scores.column(j))));
        return axes;
    }

    /** Returns the axes with the values of the customers that are drawn. */
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("all", prepared.raw().rows());
        int[] lines = prepared.customers().lines();
        Optional<List<String>> ids = prepared.customers().dataset().id().map(prepared.customers()::texts);
        ArrayNode names = json.putArray("names");
        Arrays.stream(drawn)
                .forEach(row -> names.add(ids.map(known -> known.get(row)).orElse("line " + lines[row])));
        ArrayNode axes = json.putArray("axes");
        List<double[]> values = axes();
        for (int axis = 0; axis < values.size(); axis++) {
            double[] all = values.get(axis);
            ObjectNode node = axes.addObject().put("label", label(axis)).put("feature", axis < overall.length);
            addAll(
                    node.putArray("values"),
                    Arrays.stream(drawn).mapToDouble(row -> all[row]).toArray());
        }
        return json;
    }

    private String label(int axis) {
        int component = axis - overall.length;
        return component < 0
                ? prepared.raw().features().get(axis).label()
                : "Component %d (%s of the spread)".formatted(component + 1, NumberText.percent(shares[component]));
    }

    /** Adds numbers with as many digits as a float has, which is more than a screen shows. */
    static void addAll(ArrayNode array, double[] values) {
        Arrays.stream(values).forEach(value -> array.add((float) value));
    }
}
