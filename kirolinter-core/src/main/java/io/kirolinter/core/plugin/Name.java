package io.kirolinter.core.plugin;

import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.step.Agent;
import io.kirolinter.core.step.Step;
import java.util.ArrayList;
import java.util.List;

/** What an extension calls something by which people, settings or journals find it. */
record Name(Kind kind, String value) {

  /** What has a name. */
  enum Kind {
    AGENT("agent"),
    STEP("step"),
    ARTIFACT("artifact type"),
    ANALYZER("analyzer"),
    CHANNEL("channel");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  static Name of(Analyzer analyzer) {
    return analyzer(analyzer.name());
  }

  static Name analyzer(String name) {
    return new Name(Kind.ANALYZER, name);
  }

  static Name of(Channel channel) {
    return channel(channel.name());
  }

  static Name channel(String name) {
    return new Name(Kind.CHANNEL, name);
  }

  static Name of(ArtifactType<?> type) {
    return new Name(Kind.ARTIFACT, type.name());
  }

  /** {@return the names of an agent, its steps, and the artifacts that are theirs alone} */
  static List<Name> allOf(Agent agent) {
    List<Name> names = new ArrayList<>();
    names.add(new Name(Kind.AGENT, agent.name()));
    for (Step step : agent.steps()) {
      names.add(new Name(Kind.STEP, step.description().name()));
      step.description()
          .produces()
          .filter(type -> !ArtifactType.builtIn().contains(type))
          .map(Name::of)
          .ifPresent(names::add);
    }
    return names;
  }

  boolean isKebabCase() {
    return value.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  }

  @Override
  public String toString() {
    return "%s '%s'".formatted(kind.label, value);
  }
}
