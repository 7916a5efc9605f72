package segmentation;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@AnalyzeClasses(packages = "segmentation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** From left to right; some rooms of one place in this order may still use each other. */
    static final List<List<String>> ROOMS = List.of(
            List.of("text", "stats", "io"),
            List.of("csv"),
            List.of("data.value"),
            List.of("data.dataset", "data.customers"),
            List.of("data.inspect"),
            List.of("rfm"),
            List.of("features"),
            List.of("model"),
            List.of("evaluation"),
            List.of("profile"),
            List.of("analysis"),
            List.of("plot"),
            List.of("lesson"),
            List.of("report"),
            List.of("notebook"),
            List.of("explore"),
            List.of("app"));

    @ArchTest
    static final ArchRule ROOMS_IMPORT_ONLY_WHAT_IS_LEFT_OF_THEM = rooms();

    @ArchTest
    static final ArchRule EVERY_CLASS_HAS_A_ROOM = classes()
            .should()
            .resideInAnyPackage(Stream.concat(ROOMS.stream().flatMap(List::stream), Stream.of("kernel"))
                    .map(ArchitectureTest::inside)
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule SMILE_STAYS_BEHIND_OUR_TYPES = noClasses()
            .that()
            .resideOutsideOfPackages("segmentation.model..", "segmentation.features..", "segmentation.profile..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("smile..");

    @ArchTest
    static final ArchRule MATRIX_ALGEBRA_STAYS_WITH_THE_FEATURES = noClasses()
            .that()
            .resideOutsideOfPackage("segmentation.features..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.ejml..");

    @ArchTest
    static final ArchRule CHARTS_ARE_DRAWN_IN_ONE_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("segmentation.plot..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.knowm..");

    @ArchTest
    static final ArchRule THE_PROTOCOL_STAYS_WITH_KERNEL_AND_NOTEBOOK = noClasses()
            .that()
            .resideOutsideOfPackages("segmentation.kernel..", "segmentation.notebook..", "segmentation.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.dflib..", "jdk.jshell..");

    /** Rooms of which no classes, tests included, depend on each other in a circle. */
    private static final Set<String> WITHOUT_CIRCLES = Set.of(
            "text",
            "stats",
            "io",
            "csv",
            "data.dataset",
            "data.customers",
            "data.inspect",
            "data.value",
            "rfm",
            "features",
            "model",
            "evaluation",
            "profile",
            "analysis",
            "plot",
            "plot.drawing",
            "plot.png",
            "plot.interactive",
            "lesson",
            "report",
            "notebook",
            "explore",
            "app",
            "kernel",
            "kernel.classpath");

    /** Everything tabular shows itself as a table, a table too: two files for what is one idea. */
    private static final Map<String, String> ONE_IDEA = Map.of("Tabular", "ResultTable");

    @TestFactory
    Stream<DynamicTest> noClassesOfARoomDependOnEachOtherInACircle() {
        JavaClasses all = new ClassFileImporter().importPackages("segmentation");
        return WITHOUT_CIRCLES.stream()
                .sorted()
                .map(room -> DynamicTest.dynamicTest(
                        room,
                        () -> slices().assignedFrom(topLevelClasses("segmentation." + room))
                                .should()
                                .beFreeOfCycles()
                                .check(all.that(resideInAPackage("segmentation." + room)))));
    }

    private static SliceAssignment topLevelClasses(String room) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                JavaClass top = type;
                while (top.getEnclosingClass().isPresent()) {
                    top = top.getEnclosingClass().get();
                }
                return top.getPackageName().equals(room)
                        ? SliceIdentifier.of(ONE_IDEA.getOrDefault(top.getSimpleName(), top.getSimpleName()))
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "the top-level classes of " + room;
            }
        };
    }

    private static ArchRule rooms() {
        LayeredArchitecture order = layeredArchitecture().consideringOnlyDependenciesInLayers();
        List<String> left = new ArrayList<>();
        for (List<String> place : ROOMS) {
            String name = String.join(", ", place);
            order = order.optionalLayer(name)
                    .definedBy(place.stream().map(ArchitectureTest::inside).toArray(String[]::new));
            order = left.isEmpty()
                    ? order.whereLayer(name).mayNotAccessAnyLayer()
                    : order.whereLayer(name).mayOnlyAccessLayers(left.toArray(String[]::new));
            left.add(name);
        }
        return order;
    }

    private static String inside(String room) {
        return "segmentation." + room + "..";
    }
}
