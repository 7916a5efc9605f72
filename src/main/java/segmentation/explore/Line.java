package segmentation.explore;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import segmentation.analysis.Segmentation;

/**
 * One line of the history: what was chosen, and what came out as far as it is known. Immutable.
 *
 * @param number its number, from 1
 * @param choice what was chosen
 * @param segmentation the segmentation of that choice, of which nothing is computed here, so that a long history is light
 * @param name what somebody called it, empty for nothing
 * @param outcome what came out; empty until the first answer
 * @param moves who moved against the line before; empty for the first
 */
record Line(
        int number,
        Choice choice,
        Segmentation segmentation,
        String name,
        Optional<Outcome> outcome,
        Optional<Moves> moves) {

    static Line of(int number, Choice choice, Segmentation segmentation) {
        return new Line(number, choice, segmentation, "", Optional.empty(), Optional.empty());
    }

    Line called(String other) {
        return new Line(number, choice, segmentation, other, outcome, moves);
    }

    Line with(Outcome other, Optional<Moves> since) {
        return new Line(number, choice, segmentation, name, Optional.of(other), since);
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("number", number).put("name", name);
        json.set("choice", choice.toJson());
        outcome.ifPresent(known -> {
            json.put("k", known.k()).put("silhouette", known.silhouette());
            json.put("verdict", known.verdict()).put("refined", known.refined());
        });
        moves.ifPresent(known -> json.put("rand", known.rand()).put("moved", known.moved()));
        return json;
    }
}
