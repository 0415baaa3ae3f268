package example;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** A show, and a place in it. */
@Embeddable
record MedalId(String show, int place) implements Serializable {}
