package org.kennelcache.benchmarks.workload;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The kinds of values that are stored. */
public enum ValueKind {
    /** A String of 12 characters. */
    STRING(String.class) {
        @Override
        public Object value(int number) {
            return String.format(Locale.ROOT, "value-%06d", number);
        }
    },

    /** A String of 1,000 characters. */
    TEXT(String.class) {
        @Override
        public Object value(int number) {
            return String.format(Locale.ROOT, "%09d ", number).repeat(100);
        }
    },

    /** A Long. */
    COUNTER(Long.class) {
        @Override
        public Object value(int number) {
            return (long) number;
        }
    },

    /** A {@link Customer}: three objects of ours, a list of three Strings and a date. */
    POJO(Customer.class) {
        @Override
        public Object value(int number) {
            Address address = new Address(number + " Kennel Lane", "Barkingside", 10_000 + number);
            List<String> tags = List.of("tag-a" + number, "tag-b" + number, "tag-c" + number);
            LocalDate born = LocalDate.of(1950, 1, 1).plusDays(number);
            return new Customer("Customer " + number, 18 + number % 80, number, number / 7.0, address, tags, born);
        }
    };

    private final Class<?> type;

    ValueKind(Class<?> type) {
        this.type = type;
    }

    public Class<?> type() {
        return type;
    }

    /** Returns a new value that equals another one only if that has the same number. */
    public abstract Object value(int number);
}
