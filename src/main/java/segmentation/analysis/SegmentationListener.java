package segmentation.analysis;

import java.util.function.Supplier;
import segmentation.model.Parallel;
import segmentation.model.Parallel.WorkListener;

/** Hears how far a segmentation has got: which stage is begun, and then which part of it has ended. */
public interface SegmentationListener extends WorkListener {

    /** Hears and tells nothing. */
    SegmentationListener NOBODY = stage -> {};

    /**
     * Called before a stage begins.
     *
     * @param name for people, such as {@code K-Means, k = 3 of 10}
     */
    void stage(String name);

    /** Does the work of a stage, of whose parts this hears; what the stage is a part of itself goes on afterwards. */
    default <T> T during(String name, Supplier<T> work) {
        stage(name);
        return Parallel.heardBy(this, work);
    }

    @Override
    default void ended(int ended, int count) {}
}
