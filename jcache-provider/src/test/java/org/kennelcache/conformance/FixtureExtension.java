package org.kennelcache.conformance;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.ReflectionSupport;

/** Gives tests the fixture that the run is for. */
final class FixtureExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(FixtureExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Fixture.class;
    }

    @Override
    public Fixture resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String name = context.getConfigurationParameter(Fixture.PARAMETER).orElse(HeapFixture.class.getName());
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(name, FixtureExtension::create, Fixture.class);
    }

    private static Fixture create(String className) {
        return ReflectionSupport.tryToLoadClass(className)
                .andThenTry(type -> (Fixture) ReflectionSupport.newInstance(type))
                .getOrThrow(e -> new IllegalArgumentException(
                        Fixture.PARAMETER + " = " + className + ": must be a " + Fixture.class.getName()
                                + " with a constructor without arguments",
                        e));
    }
}
