package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("JavaUtilDate")
class ArrayCopyTest {

    private final Copier copier = Copier.byValue(getClass().getClassLoader());

    static Stream<Arguments> arrays() {
        return Stream.<Object>of(
                        new boolean[] {true, false},
                        new byte[] {1, 2},
                        new char[] {'a', 'b'},
                        new short[] {1, 2},
                        new int[] {1, 2},
                        new long[] {1, 2},
                        new float[] {1, 2},
                        new double[] {1, 2},
                        new String[] {"a", null},
                        new Object[] {"a", 1, null},
                        new Date[] {new Date(1)},
                        new int[][] {{1}, {2, 3}, null},
                        new Runnable[] {null})
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void copy_array_givesAnEqualOneOfTheSameClass(Object array) {
        Object copy = copier.copy(array);

        assertThat(copy).isNotSameAs(array).hasSameClassAs(array).isEqualTo(array);
    }

    @Test
    void copy_elements_areCopied() {
        Date[] array = {new Date(1)};

        Date[] copy = copier.copy(array);
        array[0].setTime(2);

        assertThat(copy).containsExactly(new Date(1));
    }

    @Test
    void copy_innerArrays_areCopied() {
        int[][] array = {{1}};

        int[][] copy = copier.copy(array);
        array[0][0] = 2;

        assertThat(copy[0]).containsExactly(1);
    }

    @Test
    void copy_arrayThatHoldsItself_holdsTheCopy() {
        Object[] array = {null};
        array[0] = array;

        Object[] copy = copier.copy(array);

        assertThat(copy).isNotSameAs(array);
        assertThat(copy[0]).isSameAs(copy);
    }
}
