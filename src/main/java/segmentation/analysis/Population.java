package segmentation.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import segmentation.data.inspect.CustomerFile;
import segmentation.evaluation.Silhouette;
import segmentation.features.Feature;
import segmentation.features.OutlierLimits;
import segmentation.features.Preprocessing;
import segmentation.features.ScalingMethod;
import segmentation.io.AtomicFile;
import segmentation.io.DataException;
import segmentation.model.ModelFile;
import segmentation.stats.Moments;
import segmentation.text.NumberText;

/**
 * All the customers that the rows of a table stand for, read and counted by another engine than this process, such as a
 * cluster. The rows are all of them, or a sample of so many.
 */
public interface Population extends AutoCloseable {

    /** Returns the rows that are segmented here: all, or a sample of them. */
    CustomerFile table();

    /** Returns what the engine is called, such as {@code Apache Spark 4.2.0 on local[2]}. */
    String engine();

    /** Returns how many rows the table has where it is a sample; 0 where it has every customer. */
    int sampled();

    /**
     * Returns the categories that a column has among the customers whose features are known, sorted.
     *
     * @param column of the table, no feature
     * @param features columns of numbers, as the table calls them
     */
    List<String> categories(String column, List<String> features);

    /**
     * Learns from all customers how their features are prepared.
     *
     * @param features in original units
     * @param logged names of those to take the logarithm of, as in {@link Feature#name}
     * @param outlierFactor as {@link OutlierLimits#fit} takes it; empty where nobody is left out for it
     * @throws DataException where a feature is lacking or cannot be prepared in this way
     */
    Learned learn(List<Feature> features, Set<String> logged, ScalingMethod scaling, OptionalDouble outlierFactor);

    /** Returns every row as it is with what a model says of it, to be written. */
    AtomicFile.Content segmented(ModelFile model);

    /** Ends the engine's work, and removes what was kept for it. */
    @Override
    void close();

    /** Says what was computed where, and of which customers. */
    default String sentence(InputRows rows, Silhouette silhouette) {
        if (sampled() == 0) {
            return "Computed on %s.".formatted(engine());
        }
        return ("Computed on %s: sizes, shares, means, medians and the model are of all %s customers; k, its criteria,"
                        + " stability, tests, silhouettes (%s on average, standard error %s), intervals, contrasts, rules,"
                        + " traits and pictures are of a sample of %s, drawn by a hash of each row.")
                .formatted(
                        engine(),
                        NumberText.count(rows.used()),
                        NumberText.fixed(silhouette.mean(), 3),
                        NumberText.fixed(standardError(silhouette, rows.used()), 4),
                        NumberText.count(sampled()));
    }

    private static double standardError(Silhouette silhouette, int all) {
        double[] scores =
                Arrays.stream(silhouette.scores()).filter(Double::isFinite).toArray();
        return Moments.of(scores).deviation() * Math.sqrt((1 - (double) scores.length / all) / scores.length);
    }

    /** What was learned of all customers, on which they can be clustered. */
    interface Learned {

        /** Returns the customers. */
        Population population();

        /** Returns the limits beyond which customers are left out. */
        Optional<OutlierLimits> limits();

        /** Returns how all customers are prepared. */
        Preprocessing preparation();

        /** Returns the number of rows, those left out included. */
        int rows();

        /** Returns the number of rows that are left out. */
        int leftOut();

        /**
         * Runs Lloyd's algorithm on all customers.
         *
         * @param prepared how their features are prepared: as was learned, or with weights
         * @param start k × d centroids in prepared units
         * @param maxIterations as in {@link segmentation.model.KMeansOptions}
         */
        AllCustomers clustered(Preprocessing prepared, double[][] start, int maxIterations);
    }
}
