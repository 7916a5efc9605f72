package segmentation.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import segmentation.features.Feature;
import segmentation.features.OutlierLimits;
import segmentation.features.Preparation;
import segmentation.io.Checksum;
import segmentation.io.Json;

/** The writing of a {@link ModelFile}; {@link ModelReader} is the way back. */
final class ModelJson {
    static final String FORMAT = "customer segmentation model";

    private ModelJson() {}

    /** Returns the text of the file. */
    static String text(ModelFile model) {
        ModelInputs inputs = model.inputs();
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("format", FORMAT).put("version", ModelFile.VERSION);
        addFeatures(tree.putArray("features"), inputs);
        tree.put("id", inputs.id().orElse(null));
        addScaling(tree.putObject("scaling"), inputs.preparation());
        inputs.limits()
                .ifPresentOrElse(
                        limits -> addLimits(tree.putObject("outliers"), limits), () -> tree.putNull("outliers"));
        addSegments(tree.putArray("segments"), model.segments());
        tree.put("seed", model.seed()).put("restarts", model.restarts());
        return Json.pretty(tree.put("checksum", checksum(tree)));
    }

    /** Returns the checksum of a tree that has none. */
    static String checksum(ObjectNode tree) {
        return Checksum.of(Json.canonical(tree));
    }

    private static void addFeatures(ArrayNode features, ModelInputs inputs) {
        IntStream.range(0, inputs.columns().size()).forEach(j -> {
            Feature feature = inputs.preparation().features().get(j);
            features.addObject()
                    .put("column", inputs.columns().get(j))
                    .put("name", feature.name())
                    .put("unit", feature.unit())
                    .put("noun", feature.noun())
                    .put("logged", inputs.preparation().isLogged(j));
        });
    }

    private static void addScaling(ObjectNode scaling, Preparation preparation) {
        scaling.put("method", preparation.method().word());
        DoubleStream.of(preparation.centres()).forEach(scaling.putArray("centres")::add);
        DoubleStream.of(preparation.spreads()).forEach(scaling.putArray("spreads")::add);
    }

    private static void addLimits(ObjectNode outliers, OutlierLimits limits) {
        outliers.put("factor", limits.factor());
        addLimits(outliers.putArray("lower"), limits.lower());
        addLimits(outliers.putArray("upper"), limits.upper());
    }

    /** JSON has no infinity; null stands for no limit. */
    private static void addLimits(ArrayNode array, double[] limits) {
        for (double limit : limits) {
            if (Double.isInfinite(limit)) {
                array.addNull();
            } else {
                array.add(limit);
            }
        }
    }

    private static void addSegments(ArrayNode array, List<ModelSegment> segments) {
        for (int i = 0; i < segments.size(); i++) {
            ModelSegment segment = segments.get(i);
            ArrayNode centroid = array.addObject()
                    .put("segment", i + 1)
                    .put("name", segment.name())
                    .put("size", segment.size())
                    .put("farthest", segment.farthest())
                    .putArray("centroid");
            segment.centroid().forEach(centroid::add);
        }
    }
}
