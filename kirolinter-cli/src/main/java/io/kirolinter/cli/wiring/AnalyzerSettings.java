package io.kirolinter.cli.wiring;

import io.kirolinter.agents.pmd.PmdAnalyzer;
import io.kirolinter.agents.review.AnalyzerChoice;
import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.finding.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Which analyzers a command uses.
 *
 * @param names those wanted; empty for all that are quick
 * @param pmdRuleSets the rule sets of PMD, as PMD names them; empty for ours
 */
public record AnalyzerSettings(List<String> names, List<String> pmdRuleSets) {

  public AnalyzerSettings {
    names = List.copyOf(names);
    pmdRuleSets = List.copyOf(pmdRuleSets);
  }

  /** {@return nothing chosen} */
  public static AnalyzerSettings standard() {
    return new AnalyzerSettings(List.of(), List.of());
  }

  /**
   * {@return the names, checked, in which files are absolute}
   *
   * @throws io.kirolinter.core.error.InvalidRequestException if there is no such analyzer or file
   */
  public List<String> pinned(Path folder) {
    return names.isEmpty() ? names : AnalyzerChoice.of(names, folder, known()).names();
  }

  /**
   * {@return the rules of an analyzer}
   *
   * @throws io.kirolinter.core.error.InvalidRequestException if there is none with this name
   */
  public List<Rule> rulesOf(String name) {
    List<Analyzer> known = known();
    return AnalyzerChoice.of(List.of(name), Path.of(""), known)
        .analyzers(known, Path.of(""))
        .stream()
        .flatMap(analyzer -> analyzer.rules().stream())
        .toList();
  }

  /** {@return all analyzers that have names: built in, or found by the service loader} */
  List<Analyzer> known() {
    int workers = Runtime.getRuntime().availableProcessors();
    List<Analyzer> all = new ArrayList<>();
    all.add(JavaAnalyzer.withAllRules(workers));
    all.add(
        pmdRuleSets.isEmpty()
            ? PmdAnalyzer.withBundledRules(workers)
            : PmdAnalyzer.with(pmdRuleSets, workers));
    ServiceLoader.load(Analyzer.class).forEach(all::add);
    return all;
  }

  /** {@return those wanted; to name a rule set of PMD is to want PMD} */
  List<Analyzer> analyzers(Path folder, Path repository) {
    List<Analyzer> known = known();
    if (names.isEmpty() && pmdRuleSets.isEmpty()) {
      return known.stream().filter(one -> one.effort() == Scope.Effort.QUICK).toList();
    }
    List<String> wanted = new ArrayList<>(names.isEmpty() ? List.of("java") : names);
    if (!pmdRuleSets.isEmpty()) {
      wanted.add("pmd");
    }
    List<Analyzer> chosen = AnalyzerChoice.of(wanted, folder, known).analyzers(known, repository);
    if (!pmdRuleSets.isEmpty()) {
      chosen.forEach(Analyzer::rules); // a wrong name is told before the work begins
    }
    return chosen;
  }
}
