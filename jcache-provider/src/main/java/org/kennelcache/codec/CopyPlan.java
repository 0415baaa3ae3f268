package org.kennelcache.codec;

/**
 * How the instances of one class are copied.
 *
 * <p>A plan is made once per class and copier. It keeps nothing of a copy in the making, which is the {@link Graph}'s
 * task, and registers its copy there before it copies what the source refers to, so that cycles end.
 */
@FunctionalInterface
interface CopyPlan {

    /** Instances never change: the copy is the source. Compared by identity. */
    CopyPlan SHARED = (source, graph) -> source;

    /** Only Java serialisation can do it. Compared by identity. */
    CopyPlan SERIALIZED = (source, graph) -> {
        throw new SerializationNeeded();
    };

    /** Nothing can do it: instances are neither Serializable nor immutable. */
    CopyPlan REJECTED = (source, graph) -> {
        throw graph.notSerializable(source.getClass());
    };

    /**
     * A copy of one object and of everything it refers to.
     *
     * @throws SerializationNeeded if the graph can only be copied by Java serialisation
     * @throws org.kennelcache.spi.SerializationException if it can't be copied at all
     */
    Object copy(Object source, Graph graph);
}
