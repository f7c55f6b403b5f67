package io.kirolinter.analytics.evolution;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.run.PlannedStep;
import io.kirolinter.core.source.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A version of a template. It is named by its content, so that a name never means another content.
 *
 * @param template the template that it is a version of
 * @param origin where it comes from, for people: {@link #BASE}, or the hypothesis behind it
 */
public record TemplateVersion(
    String template, List<PlannedStep> steps, Scope scope, String origin) {

  /** The origin of a template as it is defined. */
  public static final String BASE = "the template as it is defined";

  public TemplateVersion {
    requireNonNull(template, "template");
    requireNonNull(scope, "scope");
    requireNonNull(origin, "origin");
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a version of '" + template + "' has no steps");
    }
  }

  /** {@return its template and a part of the hash of its content, such as full_review-0a1b2c3d} */
  @JsonIgnore
  public String name() {
    return "%s-%08x".formatted(template, number());
  }

  /** {@return the number that stands for its content, over 0} */
  @JsonIgnore
  public int number() {
    String content = Json.write(new Content(steps, scope));
    String hash = ContentHash.of(content.getBytes(StandardCharsets.UTF_8)).value();
    int number = Integer.parseUnsignedInt(hash.substring(0, 8), 16);
    return Math.max(1, number & Integer.MAX_VALUE);
  }

  @JsonIgnore
  public boolean isBase() {
    return origin.equals(BASE);
  }

  @JsonIgnore
  public List<String> stepNames() {
    return steps.stream().map(PlannedStep::name).toList();
  }

  /** What makes a difference to a run. */
  private record Content(List<PlannedStep> steps, Scope scope) {}
}
