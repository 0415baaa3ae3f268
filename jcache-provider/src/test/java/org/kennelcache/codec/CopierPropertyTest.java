package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.kennelcache.codec.GraphRecipe.Kind;
import org.kennelcache.codec.GraphRecipe.Node;
import org.kennelcache.spi.SerializationException;

class CopierPropertyTest {

    private final Copier copier = Copier.byValue(getClass().getClassLoader());

    @Property(tries = 2000)
    void copy_anyGraph_isWhatJavaSerialisationMakesOfIt(@ForAll("graphs") GraphRecipe recipe) {
        Object[] graph = recipe.build();

        Optional<Object[]> expected = roundTrip(graph);

        if (expected.isPresent()) {
            assertThat(SameShape.of(copier.copy(graph), expected.get())).isTrue();
        } else {
            assertThatThrownBy(() -> copier.copy(graph)).isInstanceOf(SerializationException.class);
        }
    }

    @Property(tries = 500)
    void copy_anyGraph_leavesItAsItWas(@ForAll("serializableGraphs") GraphRecipe recipe) {
        Object[] graph = recipe.build();
        Optional<Object[]> before = roundTrip(graph);

        copier.copy(graph);

        assertThat(SameShape.of(roundTrip(graph).orElseThrow(), before.orElseThrow()))
                .isTrue();
    }

    /** Empty where Java serialisation fails: it can't read back some cycles through immutable collections. */
    private static Optional<Object[]> roundTrip(Object[] graph) {
        try {
            return Optional.of(JavaRoundTrip.of(graph));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<GraphRecipe> graphs() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 11);
        Arbitrary<Node> node = Combinators.combine(kinds(), number, number).as(Node::new);
        return node.list().ofMinSize(1).ofMaxSize(12).map(GraphRecipe::new);
    }

    @Provide
    Arbitrary<GraphRecipe> serializableGraphs() {
        return graphs().filter(recipe -> roundTrip(recipe.build()).isPresent());
    }

    /** Few of those that make the whole graph go through serialisation. */
    private static Arbitrary<Kind> kinds() {
        Arbitrary<Kind> direct = Arbitraries.of(Kind.class).filter(kind -> kind.compareTo(Kind.UNMODIFIABLE_LIST) < 0);
        return Arbitraries.frequencyOf(Tuple.of(40, direct), Tuple.of(1, Arbitraries.of(Kind.class)));
    }
}
