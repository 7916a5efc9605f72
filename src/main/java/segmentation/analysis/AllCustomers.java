package segmentation.analysis;

import java.util.List;
import segmentation.evaluation.Silhouette;
import segmentation.features.FeatureMatrix;
import segmentation.model.KMeansModel;
import segmentation.profile.SegmentProfile.FeatureFigures;
import segmentation.profile.SegmentProfiles;

/**
 * The segments of all customers of a {@link Population}.
 *
 * @param wcss of all customers
 * @param segments numbered as {@link KMeansModel} numbers them, 1 first
 */
public record AllCustomers(double wcss, List<Segment> segments) {

    /** Copies the list. */
    public AllCustomers {
        segments = List.copyOf(segments);
    }

    /**
     * One segment of all customers.
     *
     * @param size number of customers
     * @param centroid d coordinates in prepared units
     * @param farthest distance of the farthest customer from the centroid
     * @param figures what it looks like on each feature, in original units
     */
    public record Segment(int size, double[] centroid, double farthest, List<FeatureFigures> figures) {}

    /** Returns the model of all of them, with a label for each row of the sample. */
    KMeansModel model(FeatureMatrix sample) {
        return KMeansModel.ofAll(
                sample, segments.stream().map(Segment::centroid).toArray(double[][]::new), sizes(), wcss);
    }

    SegmentProfiles profiles(FeatureMatrix sample, Silhouette silhouette) {
        return SegmentProfiles.ofAll(
                sample,
                silhouette,
                sizes(),
                segments.stream().map(Segment::figures).toList());
    }

    double[] farthest() {
        return segments.stream().mapToDouble(Segment::farthest).toArray();
    }

    private int[] sizes() {
        return segments.stream().mapToInt(Segment::size).toArray();
    }
}
