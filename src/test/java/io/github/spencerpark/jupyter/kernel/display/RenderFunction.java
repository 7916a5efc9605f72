package io.github.spencerpark.jupyter.kernel.display;

/** Stands in for the interface of the same name of IJava. */
@FunctionalInterface
public interface RenderFunction<T> {
    /** Renders a value. */
    void render(T value, Renderer.Context context);
}
