package io.kirolinter.core.store.embedded;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much a cache may keep.
 *
 * @param bytes what its entries may take on the disk; when they take more, those that were not used
 *     for the longest time are deleted, an eighth at a time
 * @param age entries that were not used for this long are deleted; counted in whole days
 */
public record CacheLimits(long bytes, Duration age) {

  private static final CacheLimits STANDARD = new CacheLimits(256L << 20, Duration.ofDays(30));

  public CacheLimits {
    requireNonNull(age, "age");
    if (bytes < 1 || age.toDays() < 1) {
      throw new IllegalArgumentException(
          "limits must be >= 1 byte and >= 1 day, was " + bytes + " and " + age);
    }
  }

  /** {@return 256 MiB and 30 days} */
  public static CacheLimits standard() {
    return STANDARD;
  }
}
