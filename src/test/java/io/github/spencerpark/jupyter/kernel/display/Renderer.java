package io.github.spencerpark.jupyter.kernel.display;

import java.util.LinkedHashMap;
import java.util.Map;

/** Stands in for the class of the same name of IJava, as far as a notebook's setup knows it. */
public final class Renderer {
    private final Map<Class<?>, Registration> registrations = new LinkedHashMap<>();

    /** Starts a registration. */
    public <T> Registration createRegistration(Class<T> type) {
        Registration registration = new Registration();
        registrations.put(type, registration);
        return registration;
    }

    /** Renders a value by the registration of a type. */
    public Map<String, Object> render(Class<?> type, Object value) {
        return rendered(type, value).data;
    }

    /** Returns what is to be known beside the forms of a value. */
    public Map<String, Object> metadata(Class<?> type, Object value) {
        return rendered(type, value).metadata;
    }

    private Container rendered(Class<?> type, Object value) {
        Context context = new Context();
        registrations.get(type).function.render(value, context);
        return context.container;
    }

    /** Stands in for IJava's registration. */
    public static final class Registration {
        private RenderFunction<Object> function;

        /** Takes the preferred types. */
        public Registration preferring(String... types) {
            return this;
        }

        /** Takes the function. */
        public void register(RenderFunction<Object> renderer) {
            function = renderer;
        }
    }

    /** Stands in for IJava's context. */
    public static final class Context {
        private final Container container = new Container();

        /** Returns where the forms go. */
        public Container getOutputContainer() {
            return container;
        }
    }

    /** Stands in for IJava's display data. */
    public static final class Container {
        private final Map<String, Object> data = new LinkedHashMap<>();
        private final Map<String, Object> metadata = new LinkedHashMap<>();

        /** Takes a form. */
        public void putData(String type, Object form) {
            data.put(type, form);
        }

        /** Takes what is to be known beside a form. */
        public void putMetaData(String type, Object details) {
            metadata.put(type, details);
        }
    }
}
