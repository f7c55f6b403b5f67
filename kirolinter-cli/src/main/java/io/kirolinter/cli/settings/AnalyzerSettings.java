package io.kirolinter.cli.settings;

import io.kirolinter.agents.pmd.PmdAnalyzer;
import io.kirolinter.agents.pmd.RuleSetNames;
import io.kirolinter.agents.review.AnalyzerChoice;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.finding.Rule;
import io.kirolinter.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which analyzers a command uses.
 *
 * @param names those wanted, in which files are absolute; empty for those that suit the effort
 */
public record AnalyzerSettings(List<String> names) {

  private static final String SARIF = "sarif=";

  /**
   * What the command line says.
   *
   * @param names the analyzers; empty for those of the settings
   * @param pmdRuleSets rule sets as PMD names them, to name one is to want PMD; empty for those of
   *     the settings
   * @param folder what relative files are relative to
   */
  public record Asked(List<String> names, List<String> pmdRuleSets, Path folder) {

    public Asked {
      names = List.copyOf(names);
      pmdRuleSets = List.copyOf(pmdRuleSets);
    }

    private List<String> wanted() {
      if (pmdRuleSets.isEmpty()) {
        return names;
      }
      List<String> usual = names.isEmpty() ? List.of("java") : names;
      return Stream.concat(usual.stream(), Stream.of("pmd")).distinct().toList();
    }
  }

  public AnalyzerSettings {
    names = List.copyOf(names);
  }

  /** {@return nothing chosen} */
  public static AnalyzerSettings standard() {
    return new AnalyzerSettings(List.of());
  }

  /**
   * {@return the choice of the command line, completed by the settings: those of the repository, in
   * which files are relative to its top folder and must lie in it, then those of the user, in which
   * they are relative to the data folder}
   *
   * @param known the analyzers that have names
   * @param repository the top folder of the repository
   * @param effort that of the work: any but a quick one uses all analyzers if none are chosen
   * @throws InvalidRequestException if there is no such analyzer, file or rule set, or the
   *     repository names one that it must not
   */
  public static AnalyzerSettings of(
      Asked asked,
      EffectiveSettings settings,
      List<Analyzer> known,
      Path repository,
      Scope.Effort effort) {
    List<String> ruleSets = ruleSets(asked, settings, repository);
    List<String> chosen = chosen(asked, settings, repository, known);
    if (chosen.isEmpty() && effort != Scope.Effort.QUICK && !ruleSets.isEmpty()) {
      chosen = known.stream().map(Analyzer::name).toList();
    }
    AnalyzerChoice choice = AnalyzerChoice.of(chosen, asked.folder(), known).withRuleSets(ruleSets);
    if (!ruleSets.isEmpty() && chosen.contains("pmd")) {
      PmdAnalyzer.with(ruleSets, 1).rules(); // a wrong one is told before the work begins
    }
    return new AnalyzerSettings(choice.names());
  }

  private static List<String> chosen(
      Asked asked, EffectiveSettings settings, Path repository, List<Analyzer> known) {
    if (!asked.wanted().isEmpty()) {
      return asked.wanted();
    }
    List<String> own = settings.ofRepository().analyzers();
    List<String> names =
        own.isEmpty()
            ? AnalyzerChoice.of(settings.ofUser().analyzers(), settings.home(), known).names()
            : AnalyzerChoice.of(own, repository, known).names();
    if (!own.isEmpty()) {
      names.forEach(name -> requireInside(repository, name));
    }
    return names;
  }

  private static List<String> ruleSets(Asked asked, EffectiveSettings settings, Path repository) {
    if (!asked.pmdRuleSets().isEmpty()) {
      return RuleSetNames.ofUser(asked.pmdRuleSets(), asked.folder());
    }
    List<String> own = settings.ofRepository().pmdRulesets();
    return own.isEmpty()
        ? RuleSetNames.ofUser(settings.ofUser().pmdRulesets(), settings.home())
        : RuleSetNames.ofRepository(own, repository);
  }

  private static void requireInside(Path repository, String name) {
    if (!name.startsWith(SARIF)) {
      return;
    }
    Path file = Path.of(name.substring(SARIF.length()));
    try {
      if (file.toRealPath().startsWith(repository.toRealPath())) {
        return;
      }
      throw refused(file, "it lies outside of the repository");
    } catch (IOException e) {
      throw refused(file, String.valueOf(e));
    }
  }

  private static InvalidRequestException refused(Path file, String found) {
    return new InvalidRequestException(
        ErrorMessage.cannot("read", "SARIF file", file.toString())
            .found(found)
            .expected(
                "a file inside the repository whose " + Settings.REPOSITORY_FILE + " names it")
            .remedy("Name it by --analyzer, or in the settings of the user."));
  }

  /**
   * {@return the rules of an analyzer}
   *
   * @param known the analyzers that have names
   * @throws InvalidRequestException if there is none with this name
   */
  public static List<Rule> rulesOf(String name, List<Analyzer> known) {
    return AnalyzerChoice.of(List.of(name), Path.of(""), known)
        .analyzers(known, Path.of(""))
        .stream()
        .flatMap(analyzer -> analyzer.rules().stream())
        .toList();
  }

  /** {@return those wanted; if none are chosen, the quick ones} */
  public List<Analyzer> analyzers(List<Analyzer> known, Path repository) {
    return names.isEmpty()
        ? known.stream().filter(one -> one.effort() == Scope.Effort.QUICK).toList()
        : AnalyzerChoice.analyzers(names, known, repository);
  }
}
