package org.kennelcache.codec;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How arrays are copied: into one of the same class, with copies of the elements. */
final class ArrayPlans {

    private static final Map<Class<?>, CopyPlan> PRIMITIVE = Map.of(
            boolean.class, (source, graph) -> graph.register(source, ((boolean[]) source).clone()),
            byte.class, (source, graph) -> graph.register(source, ((byte[]) source).clone()),
            char.class, (source, graph) -> graph.register(source, ((char[]) source).clone()),
            short.class, (source, graph) -> graph.register(source, ((short[]) source).clone()),
            int.class, (source, graph) -> graph.register(source, ((int[]) source).clone()),
            long.class, (source, graph) -> graph.register(source, ((long[]) source).clone()),
            float.class, (source, graph) -> graph.register(source, ((float[]) source).clone()),
            double.class, (source, graph) -> graph.register(source, ((double[]) source).clone()));

    private ArrayPlans() {}

    /** The plan for arrays with this type of component. */
    static CopyPlan of(Class<?> component) {
        @Nullable CopyPlan primitive = PRIMITIVE.get(component);
        if (primitive != null) {
            return primitive;
        }
        return Immutability.ofDeclared(component) == Immutability.CERTAIN ? ArrayPlans::flat : ArrayPlans::deep;
    }

    private static Object flat(Object source, Graph graph) {
        return graph.register(source, ((Object[]) source).clone());
    }

    private static Object deep(Object source, Graph graph) {
        Object[] copy = graph.register(source, ((Object[]) source).clone());
        for (int i = 0; i < copy.length; i++) {
            copy[i] = graph.copy(copy[i]);
        }
        return copy;
    }
}
