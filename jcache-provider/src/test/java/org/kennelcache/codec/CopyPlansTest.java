package org.kennelcache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("serial")
class CopyPlansTest {

    private final CopyPlans plans = new CopyPlans(getClass().getClassLoader());

    @ParameterizedTest
    @ValueSource(
            classes = {
                Chain.class,
                Wrapper.class,
                Price.class,
                ArrayList.class,
                HashMap.class,
                TreeSet.class,
                int[].class,
                String[].class,
                Object[].class
            })
    void of_classThatNeedsNoBytes_isNotSerialised(Class<?> type) {
        assertThat(plans.of(type)).isNotSameAs(CopyPlan.SERIALIZED).isNotSameAs(CopyPlan.REJECTED);
    }

    @Test
    void of_classWithASerialisedFormOfItsOwn_isSerialised() {
        assertThat(plans.of(Calendar.getInstance().getClass())).isSameAs(CopyPlan.SERIALIZED);
        assertThat(plans.of(Collections.unmodifiableList(List.of()).getClass())).isSameAs(CopyPlan.SERIALIZED);
    }

    @Test
    void of_classUnknownToTheLoader_isSerialised() {
        CopyPlans ofPlatform = new CopyPlans(ClassLoader.getPlatformClassLoader());

        assertThat(ofPlatform.of(Chain.class)).isSameAs(CopyPlan.SERIALIZED);
        assertThat(ofPlatform.of(Price.class)).isSameAs(CopyPlan.SERIALIZED);
    }

    @Test
    void of_sameClassTwice_isTheSamePlan() {
        assertThat(plans.of(Chain.class)).isSameAs(plans.of(Chain.class));
    }

    record Wrapper(List<String> list) implements Serializable {}

    record Price(BigDecimal amount) {}
}
