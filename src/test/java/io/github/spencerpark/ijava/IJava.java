package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.display.Renderer;

/** Stands in for the class of the same name of IJava, as far as a notebook's setup knows it. */
public final class IJava {
    /** The kernel; null where none runs, as in IJava. */
    public static Kernel running;

    private IJava() {}

    /** Returns the kernel. */
    public static Kernel getKernelInstance() {
        return running;
    }

    /** Stands in for IJava's kernel. */
    public static final class Kernel {
        private final Renderer renderer = new Renderer();

        /** Returns what registrations go to. */
        public Renderer getRenderer() {
            return renderer;
        }
    }
}
