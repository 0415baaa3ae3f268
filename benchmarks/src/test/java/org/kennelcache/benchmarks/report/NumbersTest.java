package org.kennelcache.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({"0.8349, 0.83", "1, 1.00", "0.003149, 0.0031", "0.0000521, 0.000052", "34.6, 35", "123, 120"})
    void ratio_anyMagnitude_keepsTwoDigitsThatCount(double ratio, String text) {
        assertThat(Numbers.ratio(ratio)).isEqualTo(text);
    }

    @Test
    void ratio_severalRounds_hasTheLowestAndTheHighest() {
        assertThat(Numbers.ratio(new Spread(0.8, 0.7, 0.9))).isEqualTo("0.80 (0.70 to 0.90)");
    }

    @Test
    void ratio_oneRound_isOneNumber() {
        assertThat(Numbers.ratio(new Spread(0.8, 0.8, 0.8))).isEqualTo("0.80");
    }

    @ParameterizedTest
    @CsvSource({"17.25, ns, 17.3 ns", "26921.5, ns, '26,922 ns'", "154.6, B, 155 B"})
    void cost_anyMagnitude_isRounded(double cost, String unit, String text) {
        assertThat(Numbers.cost(cost, unit)).isEqualTo(text);
    }
}
