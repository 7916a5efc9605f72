package segmentation.bench;

import elki.clustering.kmeans.AnnulusKMeans;
import elki.clustering.kmeans.ElkanKMeans;
import elki.clustering.kmeans.ExponionKMeans;
import elki.clustering.kmeans.HamerlyKMeans;
import elki.clustering.kmeans.KMeans;
import elki.clustering.kmeans.LloydKMeans;
import elki.clustering.kmeans.ShallotKMeans;
import elki.clustering.kmeans.SimplifiedElkanKMeans;
import elki.clustering.kmeans.YinYangKMeans;
import elki.clustering.kmeans.initialization.Predefined;
import elki.data.Cluster;
import elki.data.Clustering;
import elki.data.DoubleVector;
import elki.data.model.KMeansModel;
import elki.data.type.TypeUtil;
import elki.database.Database;
import elki.database.StaticArrayDatabase;
import elki.database.ids.DBIDIter;
import elki.database.relation.Relation;
import elki.datasource.ArrayAdapterDatabaseConnection;
import elki.distance.minkowski.SquaredEuclideanDistance;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * ELKI's side of {@code environment/bench engine}: {@code ElkiBenchmark WAY VALUES STARTS COLUMNS K CALLS}. It has no threads.
 *
 * <p>ELKI is under the AGPL: it is compiled and run here alone, and comes near neither the library nor what a build leaves.
 */
public final class ElkiBenchmark {
    /** It ends with moving centroids, the others with giving rows to the nearest. */
    private static final int MAX_ITERATIONS = 101;

    private static final SquaredEuclideanDistance DISTANCE = SquaredEuclideanDistance.STATIC;

    private ElkiBenchmark() {}

    /** Runs the job. */
    public static void main(String... arguments) {
        Meter meter = Meter.start();
        int columns = Integer.parseInt(arguments[3]);
        int k = Integer.parseInt(arguments[4]);
        Database database = new StaticArrayDatabase(
                new ArrayAdapterDatabaseConnection(split(RawFile.doubles(Path.of(arguments[1])), columns)));
        database.initialize();
        Relation<DoubleVector> rows = database.getRelation(TypeUtil.DOUBLE_VECTOR_FIELD);
        double[] starts = RawFile.doubles(Path.of(arguments[2]));
        int size = k * columns;
        // Copied for each call, as ELKI works on in the centroids that it is given.
        List<Clustering<KMeansModel>> found = meter.timed(
                Integer.parseInt(arguments[5]),
                () -> IntStream.range(0, starts.length / size)
                        .mapToObj(start -> split(Arrays.copyOfRange(starts, start * size, (start + 1) * size), columns))
                        .map(start -> way(arguments[0], k, start).run(rows))
                        .toList());
        Meter.print(
                "wcss",
                found.stream()
                        .mapToDouble(clustering -> wcss(rows, clustering, columns))
                        .min()
                        .orElseThrow());
    }

    private static double[][] split(double[] values, int columns) {
        return IntStream.range(0, values.length / columns)
                .mapToObj(row -> Arrays.copyOfRange(values, row * columns, (row + 1) * columns))
                .toArray(double[][]::new);
    }

    /** Returns one of ELKI's ways to the same partition, from starting centroids, which it changes. */
    private static KMeans<DoubleVector, KMeansModel> way(String name, int k, double[][] start) {
        Predefined given = new Predefined(start);
        return switch (name) {
            case "lloyd" -> new LloydKMeans<>(DISTANCE, k, MAX_ITERATIONS, given);
            case "elkan" -> new ElkanKMeans<>(DISTANCE, k, MAX_ITERATIONS, given, false);
            case "simplified-elkan" -> new SimplifiedElkanKMeans<>(DISTANCE, k, MAX_ITERATIONS, given, false);
            case "hamerly" -> new HamerlyKMeans<>(DISTANCE, k, MAX_ITERATIONS, given, false);
            case "annulus" -> new AnnulusKMeans<>(DISTANCE, k, MAX_ITERATIONS, given, false);
            case "exponion" -> new ExponionKMeans<>(DISTANCE, k, MAX_ITERATIONS, given, false);
            case "shallot" -> new ShallotKMeans<>(DISTANCE, k, MAX_ITERATIONS, given, false);
            case "yinyang" -> new YinYangKMeans<>(k, MAX_ITERATIONS, given, Math.max(1, k / 10));
            default -> throw new IllegalArgumentException("There is no way " + name);
        };
    }

    /** Squared distances to the means of the clusters, as the other sides take it. */
    private static double wcss(Relation<DoubleVector> rows, Clustering<KMeansModel> clustering, int columns) {
        double sum = 0;
        for (Cluster<KMeansModel> cluster : clustering.getAllClusters()) {
            double[] mean = new double[columns];
            for (DBIDIter row = cluster.getIDs().iter(); row.valid(); row.advance()) {
                for (int j = 0; j < columns; j++) {
                    mean[j] += rows.get(row).doubleValue(j) / cluster.size();
                }
            }
            for (DBIDIter row = cluster.getIDs().iter(); row.valid(); row.advance()) {
                for (int j = 0; j < columns; j++) {
                    double difference = rows.get(row).doubleValue(j) - mean[j];
                    sum += difference * difference;
                }
            }
        }
        return sum;
    }
}
