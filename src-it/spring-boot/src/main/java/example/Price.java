package example;

import java.io.Serializable;
import java.math.BigDecimal;

/** An amount of some currency. */
public record Price(BigDecimal amount, String currency) implements Serializable {}
