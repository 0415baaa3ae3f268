package org.kennelcache.codec;

import java.util.BitSet;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How instances of JDK classes are copied, where their public methods suffice to give what Java serialisation gives.
 *
 * <p>Not among them, and so left to Java serialisation: {@code Arrays.asList} and the wrappers of {@code Collections}.
 * They are views of something that other parts of the graph may refer to as well, and they don't tell of what.
 */
final class JdkPlans {

    private static final Map<Class<?>, CopyPlan> PLANS = plans();

    private JdkPlans() {}

    /** The plan for instances of exactly this class; null if there is none here. */
    static @Nullable CopyPlan of(Class<?> type) {
        return PLANS.get(type);
    }

    private static Map<Class<?>, CopyPlan> plans() {
        Map<Class<?>, CopyPlan> plans = new HashMap<>();
        plans.putAll(CollectionPlans.ALL);
        plans.putAll(MapPlans.ALL);
        plans.putAll(ImmutableCollectionPlans.ALL);
        plans.put(Class.class, JdkPlans::classObject);
        plans.put(Optional.class, JdkPlans::optional);
        plans.put(Date.class, JdkPlans::date);
        plans.put(BitSet.class, leaf(BitSet.class, BitSet::clone));
        plans.put(StringBuilder.class, leaf(StringBuilder.class, StringBuilder::new));
        plans.put(AtomicBoolean.class, leaf(AtomicBoolean.class, source -> new AtomicBoolean(source.get())));
        plans.put(AtomicInteger.class, leaf(AtomicInteger.class, source -> new AtomicInteger(source.get())));
        plans.put(AtomicLong.class, leaf(AtomicLong.class, source -> new AtomicLong(source.get())));
        plans.put(AtomicReference.class, JdkPlans::atomicReference);
        return plans;
    }

    private static <T> CopyPlan leaf(Class<T> type, Function<T, Object> copying) {
        return (source, graph) -> graph.register(source, copying.apply(type.cast(source)));
    }

    @SuppressWarnings("JavaUtilDate")
    private static Object date(Object source, Graph graph) {
        return graph.register(source, new Date(((Date) source).getTime()));
    }

    private static Object classObject(Object source, Graph graph) {
        if (graph.plans().knows((Class<?>) source)) {
            return source;
        }
        throw new SerializationNeeded();
    }

    private static Object optional(Object source, Graph graph) {
        @Nullable Object content = ((Optional<?>) source).orElse(null);
        if (graph.copy(content) == content) {
            return source;
        }
        throw graph.notSerializable(Optional.class);
    }

    private static Object atomicReference(Object source, Graph graph) {
        AtomicReference<@Nullable Object> copy = graph.register(source, new AtomicReference<>());
        copy.set(graph.copy(((AtomicReference<?>) source).get()));
        return copy;
    }
}
