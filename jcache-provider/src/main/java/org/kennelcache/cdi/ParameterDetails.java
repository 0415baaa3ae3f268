package org.kennelcache.cdi;

import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.Set;

/**
 * A parameter of a cached method.
 *
 * @param rawType its declared type
 * @param annotations its annotations
 * @param position its index among all parameters
 */
record ParameterDetails(Class<?> rawType, Set<Annotation> annotations, int position) {

    static ParameterDetails of(Parameter parameter, int position) {
        return new ParameterDetails(parameter.getType(), Set.of(parameter.getAnnotations()), position);
    }

    boolean has(Class<? extends Annotation> type) {
        return annotations.stream().anyMatch(type::isInstance);
    }
}
