package segmentation.model;

/** Somebody who is told how far numbered tasks have got, such as a line of progress. Called from any thread. */
@FunctionalInterface
public interface WorkListener {

    /**
     * Hears that one more task has ended.
     *
     * @param ended tasks that have ended, from 1; two threads may tell 3 before 2
     * @param count all tasks of this piece of work
     */
    void ended(int ended, int count);
}
