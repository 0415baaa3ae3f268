package org.kennelcache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionRuleTest {

    private static final List<Class<? extends Throwable>> NONE = List.of();
    private static final List<Class<? extends Throwable>> IO = List.of(IOException.class);
    private static final List<Class<? extends Throwable>> NOT_FOUND = List.of(FileNotFoundException.class);

    @Test
    void includes_noLists_asByDefault() {
        assertThat(new ExceptionRule(NONE, NONE, true).includes(new IOException()))
                .isTrue();
        assertThat(new ExceptionRule(NONE, NONE, false).includes(new IOException()))
                .isFalse();
    }

    @Test
    void includes_includedOnly_thoseAndSubclasses() {
        ExceptionRule rule = new ExceptionRule(IO, NONE, true);

        assertThat(rule.includes(new IOException())).isTrue();
        assertThat(rule.includes(new FileNotFoundException())).isTrue();
        assertThat(rule.includes(new IllegalStateException())).isFalse();
    }

    @Test
    void includes_excludedOnly_allOthers() {
        ExceptionRule rule = new ExceptionRule(NONE, IO, false);

        assertThat(rule.includes(new FileNotFoundException())).isFalse();
        assertThat(rule.includes(new IllegalStateException())).isTrue();
    }

    @Test
    void includes_both_includedAndNotExcluded() {
        ExceptionRule rule = new ExceptionRule(IO, NOT_FOUND, true);

        assertThat(rule.includes(new IOException())).isTrue();
        assertThat(rule.includes(new FileNotFoundException())).isFalse();
        assertThat(rule.includes(new IllegalStateException())).isFalse();
    }
}
