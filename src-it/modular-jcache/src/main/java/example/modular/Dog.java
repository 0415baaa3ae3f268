package example.modular;

import java.io.Serializable;
import java.util.Objects;

/** A mutable value of the application: stored by value it is copied, although its package is open to nobody. */
final class Dog implements Serializable {
    private static final long serialVersionUID = 1;

    private final String name;
    private int age;

    Dog(String name, int age) {
        this.name = Objects.requireNonNull(name);
        this.age = age;
    }

    void growOlder() {
        age++;
    }

    @Override
    public String toString() {
        return name + ", " + age;
    }
}
