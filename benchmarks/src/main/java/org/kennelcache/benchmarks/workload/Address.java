package org.kennelcache.benchmarks.workload;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a {@link Customer} lives. */
public class Address implements Serializable {

    private static final long serialVersionUID = 1;

    private String street;
    private String city;
    private int zip;

    public Address(String street, String city, int zip) {
        this.street = street;
        this.city = city;
        this.zip = zip;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Address that && street.equals(that.street) && city.equals(that.city) && zip == that.zip;
    }

    @Override
    public int hashCode() {
        return Objects.hash(street, city, zip);
    }
}
