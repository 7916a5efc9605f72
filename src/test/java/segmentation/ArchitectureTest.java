package segmentation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "segmentation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ROOMS_IMPORT_ONLY_WHAT_IS_LEFT_OF_THEM = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("data")
            .definedBy("segmentation.data..")
            .layer("features")
            .definedBy("segmentation.features..")
            .layer("model")
            .definedBy("segmentation.model..")
            .layer("evaluation")
            .definedBy("segmentation.evaluation..")
            .layer("profile")
            .definedBy("segmentation.profile..")
            .layer("plot")
            .definedBy("segmentation.plot..")
            .layer("report")
            .definedBy("segmentation.report..")
            .layer("kernel")
            .definedBy("segmentation.kernel..")
            .layer("notebook")
            .definedBy("segmentation.notebook..")
            .layer("app")
            .definedBy("segmentation.app..")
            .whereLayer("data")
            .mayNotAccessAnyLayer()
            .whereLayer("features")
            .mayOnlyAccessLayers("data")
            .whereLayer("model")
            .mayOnlyAccessLayers("data", "features")
            .whereLayer("evaluation")
            .mayOnlyAccessLayers("data", "features", "model")
            .whereLayer("profile")
            .mayOnlyAccessLayers("data", "features", "model", "evaluation")
            .whereLayer("plot")
            .mayOnlyAccessLayers("data", "features", "model", "evaluation", "profile")
            .whereLayer("report")
            .mayOnlyAccessLayers("data", "features", "model", "evaluation", "profile", "plot")
            .whereLayer("kernel")
            .mayNotAccessAnyLayer()
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("notebook")
            .mayOnlyBeAccessedByLayers("app");

    @ArchTest
    static final ArchRule EVERY_CLASS_HAS_A_ROOM = classes()
            .should()
            .resideInAnyPackage(
                    "segmentation.data..",
                    "segmentation.features",
                    "segmentation.model",
                    "segmentation.evaluation",
                    "segmentation.profile",
                    "segmentation.plot",
                    "segmentation.report",
                    "segmentation.kernel",
                    "segmentation.notebook",
                    "segmentation.app");

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
            .resideInAnyPackage("org.knowm..", "tech.tablesaw.plotly..");

    @ArchTest
    static final ArchRule THE_PROTOCOL_STAYS_WITH_KERNEL_AND_NOTEBOOK = noClasses()
            .that()
            .resideOutsideOfPackages("segmentation.kernel..", "segmentation.notebook..", "segmentation.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.dflib..", "jdk.jshell..");
}
