package org.kennelcache.benchmarks.harness;

/**
 * One measurement.
 *
 * @param round counts from 1; samples of a row with the same round were taken one right after the other
 */
public record Sample(Row row, Contender contender, int round, Outcome outcome) {}
