package io.kirolinter.core.plugin;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.analysis.AnalysisReport;
import io.kirolinter.core.analysis.AnalysisRequest;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.finding.RuleId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An analyzer of a plugin, with the rules that it had when the plugin was loaded. Its rules carry
 * its name, so that it can have none of another one.
 */
record PluginAnalyzer(
    String name,
    List<Rule> rules,
    Scope.Effort effort,
    Optional<String> version,
    Analyzer analyzer,
    PluginCalls calls)
    implements Analyzer {

  PluginAnalyzer {
    rules = List.copyOf(rules);
  }

  /**
   * {@return the analyzer}
   *
   * @param jar a text that is another one for another content of the jar: its author may have
   *     forgotten to change the version
   */
  static PluginAnalyzer of(Analyzer analyzer, PluginCalls calls, String jar)
      throws BrokenPluginException {
    String name = requireNonNull(analyzer.name(), "name");
    List<Rule> rules = analyzer.rules();
    for (Rule rule : rules) {
      if (!rule.id().value().startsWith(name + "/")) {
        throw new BrokenPluginException(
            "rule '%s' of analyzer '%s' does not begin with '%s/'"
                .formatted(rule.id(), name, name));
      }
    }
    return new PluginAnalyzer(
        name,
        rules,
        requireNonNull(analyzer.effort(), "effort"),
        analyzer.version().map(version -> "%s/%s/%s".formatted(name, version, jar)),
        analyzer,
        calls);
  }

  @Override
  public AnalysisReport analyze(AnalysisRequest request) {
    return calls.run("analyzer", name, () -> checked(analyzer.analyze(request)));
  }

  private AnalysisReport checked(AnalysisReport report) {
    Set<RuleId> known = rules.stream().map(Rule::id).collect(Collectors.toSet());
    for (Finding finding : report.findings()) {
      if (!known.contains(finding.rule())) {
        throw new IllegalStateException(
            "it reports rule '%s', which is none of its own".formatted(finding.rule()));
      }
    }
    return report;
  }
}
