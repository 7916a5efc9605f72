package segmentation.explore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import segmentation.evaluation.AdjustedRandIndex;

/**
 * Who moved between two segmentations, of the customers in both. Immutable.
 *
 * @param rand the adjusted Rand index, at most 1
 * @param moved customers who left the segment that most of their earlier one are in now
 * @param customers how many are in both
 * @param counts customers of each earlier segment in each later one
 */
record Moves(double rand, int moved, int customers, int[][] counts) {

    /** Compares; empty where no customer is in both. */
    static Optional<Moves> of(Outcome before, Outcome after) {
        int[][] common = before.customers().common(after.customers());
        int customers = common[0].length;
        if (customers == 0) {
            return Optional.empty();
        }
        int[][] counts = new int[before.k()][after.k()];
        for (int i = 0; i < customers; i++) {
            counts[common[0][i] - 1][common[1][i] - 1]++;
        }
        int stayed = Arrays.stream(counts)
                .mapToInt(row -> Arrays.stream(row).max().orElse(0))
                .sum();
        return Optional.of(
                new Moves(AdjustedRandIndex.of(common[0], common[1]), customers - stayed, customers, counts));
    }

    /** Returns what the page's comparison shows, with the segments' names. */
    ObjectNode toJson(List<String> before, List<String> after) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("rand", rand).put("moved", moved).put("customers", customers);
        before.forEach(json.putArray("before")::add);
        after.forEach(json.putArray("after")::add);
        ArrayNode rows = json.putArray("counts");
        for (int[] row : counts) {
            Arrays.stream(row).forEach(rows.addArray()::add);
        }
        return json;
    }
}
