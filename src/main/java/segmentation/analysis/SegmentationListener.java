package segmentation.analysis;

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

    @Override
    default void ended(int ended, int count) {}
}
