package segmentation.kernel;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Adds a call of {@link Interruption#check} to a class: at the start of every method and before every jump back.
 *
 * <p>Calls of {@link System#exit} become {@link ExitCalled}: a cell would otherwise end the kernel, or a whole run of
 * notebooks with the exit code of its choice, without a word. Calls in libraries stay as they are.
 *
 * <p>The call takes and leaves nothing on the stack, so frames and stack sizes stay as the compiler wrote them. Class
 * initialisers get no check at their start: a class whose initialiser fails could never be used again.
 */
final class InterruptChecks extends ClassVisitor {
    private InterruptChecks(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** Returns the class file with checks. */
    static byte[] addTo(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new InterruptChecks(writer), 0);
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, type, signature, exceptions);
        return new CheckedMethod(next, !name.equals("<clinit>"));
    }

    private static final class CheckedMethod extends MethodVisitor {
        private final boolean atStart;
        private final Set<Label> passed = new HashSet<>();

        private CheckedMethod(MethodVisitor next, boolean atStart) {
            super(Opcodes.ASM9, next);
            this.atStart = atStart;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (atStart) {
                check();
            }
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (passed.contains(target)) {
                check();
            }
            super.visitJumpInsn(opcode, target);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String called, String takes, boolean onInterface) {
            boolean exit = owner.equals("java/lang/System") && called.equals("exit");
            String target = exit ? Type.getInternalName(ExitCalled.class) : owner;
            super.visitMethodInsn(opcode, target, called, takes, onInterface);
        }

        private void check() {
            visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(Interruption.class), "check", "()V", false);
        }
    }
}
