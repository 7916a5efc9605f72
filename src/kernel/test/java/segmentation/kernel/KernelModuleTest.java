package segmentation.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "segmentation", importOptions = KernelModuleTest.NoTests.class)
class KernelModuleTest {

    @ArchTest
    static final ArchRule STANDS_ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "segmentation.kernel..",
                    "java..",
                    "javax..",
                    "jdk..",
                    "com.sun.source..",
                    "com.google.gson..",
                    "org.dflib.jjava.jupyter..",
                    "org.jspecify.annotations..",
                    "org.objectweb.asm..",
                    "org.slf4j..",
                    "org.zeromq..");

    /** ArchUnit's own option knows tests by {@code target/test-classes}, which is another module's. */
    static final class NoTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }
}
