package io.kirolinter.agents.syntax;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.source.SourcePath;

/** A Java file to be parsed. */
public record JavaSource(SourcePath path, String text) {

  public JavaSource {
    requireNonNull(path, "path");
    requireNonNull(text, "text");
  }
}
