package org.kennelcache.benchmarks.workload;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An ordinary mutable, serializable object with nothing that would help a cache to copy it. */
public class Customer implements Serializable {

    private static final long serialVersionUID = 1;

    private String name;
    private int age;
    private long id;
    private double score;
    private Address address;

    @SuppressWarnings("serial") // always an ArrayList
    private List<String> tags;

    private LocalDate born;

    public Customer(String name, int age, long id, double score, Address address, List<String> tags, LocalDate born) {
        this.name = name;
        this.age = age;
        this.id = id;
        this.score = score;
        this.address = address;
        this.tags = new ArrayList<>(tags);
        this.born = born;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Customer that
                && name.equals(that.name)
                && age == that.age
                && id == that.id
                && Double.compare(score, that.score) == 0
                && address.equals(that.address)
                && tags.equals(that.tags)
                && born.equals(that.born);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, age, id, score, address, tags, born);
    }
}
