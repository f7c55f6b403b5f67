package io.kirolinter.core.artifact;

/**
 * What a step hands to later steps: a record that can be written as JSON and read back equal.
 * Extensions bring their own.
 */
public interface Artifact {}
