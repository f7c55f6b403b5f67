package io.kirolinter.cli.output;

/** How a result is printed. */
public enum Format {
  TEXT,
  JSON
}
