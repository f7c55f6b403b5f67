package io.kirolinter.agents.habit;

import io.kirolinter.core.finding.RuleId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done in several ways. A way may be one that a rule finds fault with. */
enum Topic {
  INDENTATION,
  LINE_ENDS,
  OPENING_BRACE,
  IMPORTS,
  STATIC_IMPORTS,
  CONSTANT_NAMES,
  LOGGER_NAMES,
  TEST_CLASS_NAMES,
  FINAL_LOCALS,
  LOCAL_TYPES,
  FIELD_ACCESS,
  NULL_CHECKS,
  ABSENT_VALUES,
  JAVADOC_OF_PUBLIC_METHODS,
  ASSERTIONS,
  GENERIC_CREATION(Topic.TYPE_ARGUMENTS, "explicit-type-argument"),
  STRING_BUILDING(Topic.STRING_BUFFER, "local-string-buffer"),
  RETURNED_EXPRESSIONS(Topic.PARENTHESES, "unnecessary-parentheses"),
  INTERFACE_METHODS(Topic.PUBLIC_WRITTEN, "redundant-modifier"),
  FIELD_DEFAULTS(Topic.DEFAULT_WRITTEN, "redundant-field-initializer"),
  ARRAY_BRACKETS(Topic.BEHIND_NAME, "c-style-array");

  static final String TYPE_ARGUMENTS = "type arguments written";
  static final String STRING_BUFFER = "StringBuffer";
  static final String PARENTHESES = "in parentheses";
  static final String PUBLIC_WRITTEN = "public written";
  static final String DEFAULT_WRITTEN = "default written";
  static final String BEHIND_NAME = "behind the name";

  private final String faultyWay;
  private final String rule;

  Topic() {
    this("", "");
  }

  Topic(String faultyWay, String rule) {
    this.faultyWay = faultyWay;
    this.rule = rule;
  }

  /** {@return the name that is stored and shown, in kebab-case} */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return the rule that finds fault with one of the ways, if there is one} */
  Optional<RuleId> rule() {
    return rule.isEmpty() ? Optional.empty() : Optional.of(RuleId.of(rule));
  }

  /** {@return the rule that finds fault with a way, if there is one} */
  static Optional<RuleId> ruleAgainst(String label, String way) {
    return Arrays.stream(values())
        .filter(topic -> topic.label().equals(label) && topic.faultyWay.equals(way))
        .findFirst()
        .flatMap(Topic::rule);
  }
}
