package io.kirolinter.core.memory;

import java.time.Instant;

/**
 * What many observations of one kind on one subject come to.
 *
 * @param count how many there are
 * @param weight the sum of their weights, each halved for every half-life of its age
 * @param lastSeen when the newest was made
 */
public record Pattern(String kind, String subject, int count, double weight, Instant lastSeen) {}
