package io.kirolinter.agents.fix;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * How much may be fixed at once. A fix counts as a whole or not at all.
 *
 * @param fixes the most fixes to apply; empty for no limit
 * @param lines the most lines to change, removed and added ones together, as {@code git diff
 *     --shortstat} counts them; empty for no limit
 * @param files the most files to change; empty for no limit
 */
public record FixLimits(OptionalInt fixes, OptionalInt lines, OptionalInt files) {

  private static final FixLimits NONE =
      new FixLimits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

  public FixLimits {
    requireNonNull(fixes, "fixes");
    requireNonNull(lines, "lines");
    requireNonNull(files, "files");
  }

  public static FixLimits none() {
    return NONE;
  }

  public FixLimits withFixes(OptionalInt most) {
    return new FixLimits(most, lines, files);
  }

  public FixLimits withLines(OptionalInt most) {
    return new FixLimits(fixes, most, files);
  }

  public FixLimits withFiles(OptionalInt most) {
    return new FixLimits(fixes, lines, most);
  }

  /** {@return whether there is any limit} */
  boolean areSet() {
    return !equals(NONE);
  }

  int mostFixes() {
    return fixes.orElse(Integer.MAX_VALUE);
  }

  int mostLines() {
    return lines.orElse(Integer.MAX_VALUE);
  }

  int mostFiles() {
    return files.orElse(Integer.MAX_VALUE);
  }
}
