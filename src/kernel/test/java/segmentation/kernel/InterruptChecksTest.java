package segmentation.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class InterruptChecksTest {
    static final class Sample {
        static final int[] FILLED = new int[3];

        static {
            for (int i = 0; i < FILLED.length; i++) {
                FILLED[i] = i;
            }
        }

        private Sample() {}

        static int loops(int n) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                do {
                    sum += i;
                } while (sum % 2 == 1);
            }
            return sum;
        }

        static int straight(int n) {
            return n > 0 ? 1 : 2;
        }
    }

    @Test
    void standAtTheStartOfMethodsAndBeforeJumpsBack() throws Exception {
        List<String> checked = checks(InterruptChecks.addTo(sample()));

        assertThat(checked).containsExactlyInAnyOrder("<init>", "straight", "loops", "loops", "loops", "<clinit>");
    }

    @Test
    void areNotThereBefore() throws Exception {
        assertThat(checks(sample())).isEmpty();
    }

    private static byte[] sample() throws Exception {
        try (InputStream file = Sample.class.getResourceAsStream("InterruptChecksTest$Sample.class")) {
            return file.readAllBytes();
        }
    }

    /** Returns the name of the method around each check. */
    private static List<String> checks(byte[] classFile) {
        List<String> found = new ArrayList<>();
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String method, String type, String signature, String[] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitMethodInsn(
                                            int opcode, String owner, String name, String type, boolean isInterface) {
                                        if (name.equals("check")) {
                                            found.add(method);
                                        }
                                    }
                                };
                            }
                        },
                        0);
        return found;
    }
}
