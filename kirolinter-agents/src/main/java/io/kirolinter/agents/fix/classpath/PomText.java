package io.kirolinter.agents.fix.classpath;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Exclusion;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of properties into the dependencies of a pom, and into single texts. Properties
 * that double each other end after a few steps, not after all memory.
 */
final class PomText {

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^${}]{1,200})}");
  private static final int MOST_STEPS = 200;
  private static final int MOST_CHARS = 1_000;

  private final Map<String, String> values;
  private int stepsLeft;

  private PomText(Map<String, String> values) {
    this.values = values;
  }

  /** Changes the dependencies of a model in place. */
  static void fill(Model model) {
    PomText text = new PomText(valuesOf(model));
    DependencyManagement management = model.getDependencyManagement();
    List<Dependency> managed = management == null ? List.of() : management.getDependencies();
    Stream.concat(model.getDependencies().stream(), managed.stream()).forEach(text::fill);
  }

  /** {@return a text in which a model refers to its properties, with what is known of them} */
  static String filled(Model model, String text) {
    String filled = new PomText(valuesOf(model)).filled(text);
    return filled == null ? text : filled;
  }

  private static Map<String, String> valuesOf(Model model) {
    Map<String, String> values = new HashMap<>();
    for (String prefix : List.of("project.", "pom.", "")) {
      Parent parent = model.getParent();
      if (parent != null) {
        put(values, prefix + "parent.groupId", parent.getGroupId());
        put(values, prefix + "parent.version", parent.getVersion());
      }
      Coordinates own = Coordinates.of(model);
      put(values, prefix + "groupId", own.group());
      put(values, prefix + "artifactId", own.artifact());
      put(values, prefix + "version", own.version());
    }
    model.getProperties().forEach((name, value) -> values.put("" + name, "" + value));
    return values;
  }

  private static void put(Map<String, String> values, String name, @Nullable String value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  private void fill(Dependency dependency) {
    dependency.setGroupId(filled(dependency.getGroupId()));
    dependency.setArtifactId(filled(dependency.getArtifactId()));
    dependency.setVersion(filled(dependency.getVersion()));
    dependency.setType(filled(dependency.getType()));
    dependency.setClassifier(filled(dependency.getClassifier()));
    dependency.setScope(filled(dependency.getScope()));
    dependency.setOptional(filled(dependency.getOptional()));
    for (Exclusion exclusion : dependency.getExclusions()) {
      exclusion.setGroupId(filled(exclusion.getGroupId()));
      exclusion.setArtifactId(filled(exclusion.getArtifactId()));
    }
  }

  private @Nullable String filled(@Nullable String text) {
    stepsLeft = MOST_STEPS;
    return text == null || !text.contains("${") ? text : expanded(text);
  }

  /** {@return the text with what is known; what refers to itself stays as it is} */
  private String expanded(String text) {
    if (--stepsLeft < 0 || !text.contains("${")) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    Matcher reference = REFERENCE.matcher(text);
    while (reference.find()) {
      String value = values.get(reference.group(1));
      String known = value == null ? reference.group() : expanded(value);
      reference.appendReplacement(result, Matcher.quoteReplacement(known));
      if (result.length() > MOST_CHARS) {
        return text;
      }
    }
    return reference.appendTail(result).toString();
  }
}
