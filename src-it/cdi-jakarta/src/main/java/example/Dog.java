package example;

import java.io.Serializable;

public record Dog(long id, String name) implements Serializable {}
