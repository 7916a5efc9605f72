package segmentation.notebook;

import java.time.Duration;

/** Hears how a run of a notebook gets on. */
public interface NotebookProgress {

    /** Hears nothing. */
    NotebookProgress SILENT = new NotebookProgress() {};

    /**
     * Takes note that a code cell starts.
     *
     * @param cell its number among all cells, from 1
     * @param cells how many cells the notebook has
     */
    default void started(String notebook, int cell, int cells) {}

    /**
     * Takes note that a code cell ended, well or not.
     *
     * @param cell its number among all cells, from 1
     * @param cells how many cells the notebook has
     */
    default void ended(String notebook, int cell, int cells, Duration time) {}
}
