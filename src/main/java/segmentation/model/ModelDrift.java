package segmentation.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.text.NumberText;
import segmentation.text.ResultTable;
import segmentation.text.Tabular;

/**
 * How far customers that are scored have moved from those that the model was made of: the share of each segment, and the
 * mean of each feature, with its distance in the units of the scaling, standard deviations for z-scores. Of a feature
 * whose logarithm is taken the mean is that of the logarithms, in original units again. Immutable.
 *
 * <p>A model has grown old, by the project's own bounds, where a feature has moved by more than half a unit or a share by
 * more than 20 points. A feature whose mean is twenty times that of the training or more, or a twentieth or less, is in
 * another unit. Both are told of at least twenty customers only.
 */
public final class ModelDrift implements Tabular {
    private static final int FEWEST = 20;
    private static final double MOVED = 0.5;
    private static final double SHARE_MOVED = 0.2;
    private static final double OTHER_UNIT = 20;

    private final ModelFile model;
    private final int customers;
    private final double[] shares;
    private final double[] training;
    private final double[] here;

    private ModelDrift(ModelFile model, int customers, double[] shares, double[] training, double[] here) {
        this.model = model;
        this.customers = customers;
        this.shares = shares;
        this.training = training;
        this.here = here;
    }

    /**
     * Compares the customers that were given a segment.
     *
     * @param rows raw values of each customer, d in a row
     * @param scores what the model says of each, in the same order
     */
    public static ModelDrift of(ModelFile model, List<double[]> rows, List<Score> scores) {
        double[] shares = new double[model.k()];
        double[] sums = new double[model.columns().size()];
        int customers = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (scores.get(i).segment().isPresent()) {
                double[] prepared = model.prepared(rows.get(i)).orElseThrow();
                IntStream.range(0, sums.length).forEach(j -> sums[j] += prepared[j]);
                shares[scores.get(i).segment().getAsInt() - 1]++;
                customers++;
            }
        }
        int all = customers;
        return new ModelDrift(
                model,
                customers,
                Arrays.stream(shares).map(count -> all == 0 ? 0 : count / all).toArray(),
                model.trainingMeans(),
                Arrays.stream(sums).map(sum -> sum / all).toArray());
    }

    /** Returns how many customers were given a segment. */
    public int customers() {
        return customers;
    }

    /** Returns how far a feature, counted from 0, has moved, in the units of the scaling; NaN without customers. */
    public double moved(int feature) {
        return here[feature] - training[feature];
    }

    /** Returns a clause on the first feature that seems to be in another unit than in training; empty where none does. */
    public Optional<String> otherUnit() {
        if (customers < FEWEST) {
            return Optional.empty();
        }
        double[] before = model.inverted(training);
        double[] now = model.inverted(here);
        return IntStream.range(0, before.length)
                .filter(j -> before[j] > 0 && now[j] > 0)
                .filter(j -> Math.max(before[j] / now[j], now[j] / before[j]) >= OTHER_UNIT)
                .mapToObj(j -> "%s with a mean of %s where the training had %s"
                        .formatted(model.columns().get(j), NumberText.plain(now[j], 4), NumberText.plain(before[j], 4)))
                .findFirst();
    }

    /** Returns what has moved beyond the bounds, a clause each; none where the model still fits, or customers are few. */
    public List<String> changes() {
        List<String> changes = new ArrayList<>();
        if (customers >= FEWEST) {
            IntStream.range(0, here.length)
                    .filter(j -> Math.abs(moved(j)) > MOVED)
                    .forEach(j -> changes.add(
                            "%s moved by %s".formatted(model.columns().get(j), NumberText.fixed(moved(j), 1))));
            IntStream.range(0, shares.length)
                    .filter(i -> Math.abs(shares[i] - model.trainingShare(i)) > SHARE_MOVED)
                    .forEach(i -> changes.add("segment %d holds %s instead of %s"
                            .formatted(
                                    i + 1, NumberText.percent(shares[i]), NumberText.percent(model.trainingShare(i)))));
        }
        return changes;
    }

    /** Returns a row for each segment and each feature: in training, here, and how far it has moved. */
    @Override
    public ResultTable toTable() {
        ResultTable.Builder table = ResultTable.titled("Beside the training: shares of segments, means of features")
                .text("of")
                .figures("in training", "here", "moved");
        for (int i = 0; i < shares.length; i++) {
            double before = model.trainingShare(i);
            table.row(
                    "segment " + (i + 1),
                    NumberText.percent(before),
                    NumberText.percent(shares[i]),
                    NumberText.signed(NumberText.fixed(100 * (shares[i] - before), 1)));
        }
        double[] before = model.inverted(training);
        double[] now = model.inverted(here);
        List<Feature> features = model.features();
        for (int j = 0; j < before.length; j++) {
            double range = Math.max(Math.abs(before[j]), Math.abs(now[j]));
            table.row(
                    features.get(j).label(),
                    NumberText.within(range, before[j]),
                    NumberText.within(range, now[j]),
                    NumberText.signed(NumberText.fixed(moved(j), 2)));
        }
        return table.build();
    }
}
