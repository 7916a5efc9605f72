package segmentation.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import segmentation.evaluation.Silhouette;

/** Segmentations of the same customers that differ in k have one sweep between them, and its figures. */
class SharedSweepTest {
    private final List<String> stages = new ArrayList<>();

    @Test
    void sweepsOnceForEveryK() {
        Segmentation sweep = customers().heardBy(stages::add);
        sweep.selection();
        int before = stages.size();

        assertThat(sweep.k(2).model()).isSameAs(sweep.selection().model(2));
        assertThat(sweep.k(2).k(3).selection()).isSameAs(sweep.selection());
        assertThat(stages).hasSize(before);
    }

    @Test
    void sweepsOnceWhoeverAsksFirst() {
        Segmentation sweep = customers().heardBy(stages::add);
        Segmentation three = sweep.k(3);

        assertThat(three.selection()).isSameAs(sweep.selection());
        assertThat(stages.stream().filter("preparing"::equals)).hasSize(1);
    }

    @Test
    void doesNotSweepForAGivenK() {
        Segmentation three = customers().heardBy(stages::add).k(3);

        three.silhouette();
        three.model();

        assertThat(stages).containsExactly("preparing", "K-Means, k = 3", "silhouette");
    }

    @Test
    void givesTheFiguresOfTheSweepWithoutOne() {
        Segmentation alone = customers().k(3);
        Silhouette silhouette = alone.silhouette();
        Segmentation sweep = customers();

        assertThat(alone.model().labels())
                .containsExactly(sweep.selection().model(3).labels());
        assertThat(alone.model().wcss()).isEqualTo(sweep.selection().model(3).wcss());
        assertThat(silhouette.mean()).isEqualTo(sweep.selection().profile(3).mean());
        assertThat(alone.selection().profile(3).mean()).isEqualTo(silhouette.mean());
    }

    @Test
    void judgesAKAsTheChoiceOfKDid() {
        Segmentation sweep = customers();
        Segmentation chosen = sweep.k(sweep.choice().k());
        Segmentation alone = customers().k(sweep.choice().k());

        assertThat(chosen.evidence().sentence()).isEqualTo(alone.evidence().sentence());
        assertThat(chosen.stability()).isSameAs(sweep.stability());
        assertThat(chosen.stability().jaccard(1)).isEqualTo(alone.stability().jaccard(1));
    }

    @Test
    void sharesNothingThatANumberingOrAnotherSweepChanges() {
        Segmentation sweep = customers();
        sweep.selection();
        int[] reversed = sweep.k(3).model().labels();
        for (int row = 0; row < reversed.length; row++) {
            reversed[row] = 4 - reversed[row];
        }

        Segmentation renumbered = sweep.k(3).numberedLike(reversed);
        Segmentation longer = sweep.k(5);

        assertThat(renumbered.model().labels()).containsExactly(reversed);
        assertThat(renumbered.stability()).isNotSameAs(sweep.k(3).stability());
        assertThat(longer.selection().kMax()).isEqualTo(5);
        assertThat(sweep.restarts(2).k(3).selection()).isNotSameAs(sweep.selection());
    }

    /** Three loose groups, with k up to 4. */
    private static Segmentation customers() {
        Random random = new Random(7);
        double[][] rows = new double[90][2];
        for (int row = 0; row < rows.length; row++) {
            rows[row][0] = row % 3 * 4 + random.nextGaussian();
            rows[row][1] = row % 3 * row % 2 + random.nextGaussian();
        }
        return Segmentation.of(rows, "Visits", "Basket").kUpTo(4).restarts(3);
    }
}
