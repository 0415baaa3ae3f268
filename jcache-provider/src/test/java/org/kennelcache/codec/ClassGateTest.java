package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassGateTest {

    private static final ClassLoader LOADER = ClassGateTest.class.getClassLoader();

    private static ClassGate gate(Class<?> type, String... serialFilter) {
        return ClassGate.of(List.of(type), SerialFilter.of(List.of(serialFilter)), LOADER);
    }

    static class Animal {
        Legs legs;
    }

    static class Legs {}

    static class Dog extends Animal {
        List<? extends Map<String, Toy[]>> toys;
        transient Secret secret;
        static Secret registry;
        Object anything;
    }

    static class Toy {}

    static class Secret {}

    static class Poodle extends Dog {}

    static class Pack extends ArrayList<Toy> {
        private static final long serialVersionUID = 1L;
    }

    /** Is stored as something else. */
    static final class Disguised implements Serializable {

        private static final long serialVersionUID = 1L;

        private Object writeReplace() {
            return new Form();
        }

        private static final class Form implements Serializable {

            private static final long serialVersionUID = 1L;

            private Object readResolve() {
                return new Disguised();
            }
        }
    }

    @Test
    void declared_class_areItsSuperclassesAndWhatFieldsName() {
        assertThat(gate(Dog.class).declared())
                .containsExactlyInAnyOrder(Dog.class, Animal.class, Legs.class, Toy.class);
    }

    @Test
    void declared_typeArgumentOfTheSuperclass_isFound() {
        assertThat(gate(Pack.class).declared()).containsExactlyInAnyOrder(Pack.class, Toy.class);
    }

    @Test
    void declared_arrayType_meansItsElements() {
        assertThat(gate(Toy[][].class).declared()).containsExactly(Toy.class);
    }

    @Test
    void declared_classThatWritesSomethingElse_includesItsMemberClasses() {
        assertThat(gate(Disguised.class).declared())
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrder("Disguised", "Form");
    }

    @Test
    void declared_object_isNothing() {
        assertThat(gate(Object.class).declared()).isEmpty();
    }

    @Test
    void declared_classThatTheFilterNames_isThereWithWhatItsFieldsName() {
        assertThat(gate(Object.class, Dog.class.getName(), "no.such.Class", "org.kennelcache.*")
                        .declared())
                .containsExactlyInAnyOrder(Dog.class, Animal.class, Legs.class, Toy.class);
    }

    @Test
    void declared_classThatTheFilterRefuses_isNotThere() {
        assertThat(gate(Dog.class, "!" + Toy.class.getName()).declared()).doesNotContain(Toy.class);
    }

    @Test
    void allows_subclassOrTransientFieldOfADeclaredClass_no() {
        assertThat(gate(Dog.class).allows(Poodle.class.getName())).isFalse();
        assertThat(gate(Dog.class).allows(Secret.class.getName())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.io.Serializable", "java.lang.Comparable", "java.lang.Number"})
    void allows_whatArraysOfValuesAreDeclaredAs_yes(String name) {
        assertThat(gate(Object.class).allows(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.util.HashMap", "java.time.Ser", "java.lang.Integer", "java.util.CollSer"})
    void allows_valueTypesOfTheJdk_yes(String name) {
        assertThat(gate(Object.class).allows(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.net.URL",
                "java.io.File",
                "java.lang.Class",
                "java.lang.invoke.SerializedLambda",
                "java.lang.ProcessBuilder",
                "java.rmi.server.UnicastRemoteObject",
                "javax.management.BadAttributeValueExpException",
                "sun.reflect.annotation.AnnotationInvocationHandler",
                "java.util.PriorityQueue",
                "java.time.zone.Ser",
                "org.apache.commons.collections.functors.InvokerTransformer"
            })
    void allows_whatGadgetsAreMadeOf_no(String name) {
        assertThat(gate(Object.class).allows(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.Dog", "com.acme.*", "com.acme.**", "com.**"})
    void allows_classThatAPatternCovers_yes(String pattern) {
        assertThat(gate(Object.class, pattern).allows("com.acme.Dog")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.Do", "com.*", "com.acme.sub.**", "com.acm.**", "acme.**"})
    void allows_classThatNoPatternCovers_no(String pattern) {
        assertThat(gate(Object.class, pattern).allows("com.acme.Dog")).isFalse();
    }

    @Test
    void allows_refusedClass_noWhateverElseAllowsIt() {
        ClassGate gate =
                gate(Dog.class, "com.acme.**", "!com.acme.evil.**", "!" + Dog.class.getName(), "!java.util.Vector");

        assertThat(gate.allows("com.acme.Dog")).isTrue();
        assertThat(gate.allows("com.acme.evil.Dog")).isFalse();
        assertThat(gate.allows(Dog.class.getName())).isFalse();
        assertThat(gate.allows("java.util.Vector")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "**", "com.acme.Dog*", "com..Dog", "com.acme.*Dog", "!", "com acme", "com.acme.***"})
    void filter_noPattern_refusedWithWhatIsAllowed(String pattern) {
        assertThatThrownBy(() -> SerialFilter.of(List.of(pattern)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("serial_filter: '" + pattern + "'")
                .hasMessageContaining("package.**");
    }
}
