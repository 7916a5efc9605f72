package segmentation.kernel;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Turns the calls of {@link System#exit} in a class into {@link ExitCalled}: a cell would otherwise end the kernel, or a
 * whole run of notebooks with the exit code of its choice, without a word. Calls in libraries stay as they are.
 */
final class ExitCalls extends ClassVisitor {
    ExitCalls(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, type, signature, exceptions)) {
            @Override
            public void visitMethodInsn(int opcode, String owner, String called, String takes, boolean onInterface) {
                boolean exit = owner.equals("java/lang/System") && called.equals("exit");
                String target = exit ? Type.getInternalName(ExitCalled.class) : owner;
                super.visitMethodInsn(opcode, target, called, takes, onInterface);
            }
        };
    }
}
