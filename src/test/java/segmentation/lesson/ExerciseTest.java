package segmentation.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExerciseTest {
    @Test
    void praisesARightAnswer() {
        assertThat(Exercise.check(new double[] {1, 0.1 + 0.2}, new double[] {1, 0.3}))
                .isEqualTo("Right.");
        assertThat(Exercise.check(18, 18)).isEqualTo("Right.");
        assertThat(Exercise.check(new double[][] {{2, 3}, {9, 7}}, new double[][] {{2, 3}, {9, 7}}))
                .isEqualTo("Right.");
    }

    @Test
    void saysWhereAWrongAnswerIsWrongAndNeverWhatIsRight() {
        assertThat(Exercise.check(new int[] {1, 2, 3}, new int[] {1, 7, 7}))
                .isEqualTo("Not right yet: 2 of 3 values are wrong, the first at place 1.");
        assertThat(Exercise.check(18, 17.9)).isEqualTo("Not right yet.");
        assertThat(Exercise.check(18, Double.NaN)).isEqualTo("Not right yet.");
        assertThat(Exercise.check(new int[] {1, 2}, new int[] {1}))
                .isEqualTo("Not right yet: 2 values are asked for, and there are 1.");
    }

    @Test
    void knowsAnAnswerThatWasNotGivenYet() {
        assertThat(Exercise.check(new double[] {1, 2}, new double[2])).isEqualTo("Not answered yet.");
        assertThat(Exercise.check(new double[][] {{1}}, new double[0][])).isEqualTo("Not answered yet.");
        assertThat(Exercise.check(new int[2], new int[2])).isEqualTo("Right.");
    }

    @Test
    void takesAPartitionUnderOtherNames() {
        assertThat(Exercise.checkPartition(new int[] {1, 1, 2}, new int[] {5, 5, 0}))
                .isEqualTo("Right.");
        assertThat(Exercise.checkPartition(new int[] {1, 1, 2}, new int[] {5, 0, 0}))
                .isEqualTo("Not right yet: 1 of 3 values are wrong, the first at place 1.");
    }
}
