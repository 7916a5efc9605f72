package segmentation.notebook;

import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * What a run left in a cell.
 *
 * @param executionCount from 1
 * @param outputs in the form in which notebooks store them
 */
record CellOutputs(int executionCount, ArrayNode outputs) {}
