package io.kirolinter.workflow.retention;

/**
 * What was deleted.
 *
 * @param runs with their artifacts and folders
 * @param runsInUse runs that are kept beyond their time, since people may still need them
 * @param observations of all repositories
 * @param experiments with their results
 * @param bytes given back to the disk by the store
 */
public record Pruned(int runs, int runsInUse, int observations, int experiments, long bytes) {}
