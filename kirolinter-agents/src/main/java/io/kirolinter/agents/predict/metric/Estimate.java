package io.kirolinter.agents.predict.metric;

/**
 * A mean, and the interval that holds it with 95 % confidence.
 *
 * @param mean of all windows
 */
public record Estimate(double mean, double low, double high) {}
