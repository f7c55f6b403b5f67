package io.kirolinter.cli.example;

import io.kirolinter.core.artifact.Artifact;

/** How many comments promise work, as an artifact of an extension. */
public record TodoCount(long todos) implements Artifact {}
