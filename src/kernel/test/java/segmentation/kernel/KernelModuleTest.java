package segmentation.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "segmentation", importOptions = ImportOption.DoNotIncludeTests.class)
class KernelModuleTest {

    @ArchTest
    static final ArchRule STANDS_ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "segmentation.kernel",
                    "java..",
                    "javax..",
                    "jdk..",
                    "com.sun.source..",
                    "com.google.gson..",
                    "org.dflib.jjava.jupyter..",
                    "org.objectweb.asm..",
                    "org.zeromq..");
}
