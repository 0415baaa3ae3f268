package example;

import java.io.Serializable;
import java.util.List;

/** A dog and its parents. */
public record Pedigree(String dog, List<String> parents) implements Serializable {}
