package io.kirolinter.agents.review;

import io.kirolinter.agents.pmd.PmdAnalyzer;
import io.kirolinter.agents.sarif.SarifAnalyzer;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.NearestName;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Which analyzers a user wants: by name, or {@code sarif=FILE} for what another tool wrote. */
public final class AnalyzerChoice {

  private static final String SARIF = "sarif=";
  private static final String PMD = "pmd";
  private static final String RULE_SET = PMD + "=";

  private final List<String> names;

  private AnalyzerChoice(List<String> names) {
    this.names = names;
  }

  /**
   * {@return the choice that these names make}
   *
   * @param names such as {@code java}, {@code pmd}, {@code sarif=report.sarif}; none twice
   * @param folder what relative files are relative to
   * @param known the analyzers that have names
   * @throws InvalidRequestException if there is no analyzer of a name, or no such file
   */
  public static AnalyzerChoice of(
      Collection<String> names, Path folder, Collection<Analyzer> known) {
    List<String> all = known.stream().map(Analyzer::name).toList();
    return new AnalyzerChoice(
        names.stream().distinct().map(name -> checked(name, folder, all)).toList());
  }

  /**
   * {@return the same, in which PMD, if it is chosen, has these rule sets instead of ours}
   *
   * @param ruleSets as PMD names them; none changes nothing
   */
  public AnalyzerChoice withRuleSets(List<String> ruleSets) {
    if (ruleSets.isEmpty()) {
      return this;
    }
    return new AnalyzerChoice(
        names.stream()
            .flatMap(
                name ->
                    name.equals(PMD) ? ruleSets.stream().map(RULE_SET::concat) : Stream.of(name))
            .toList());
  }

  /** {@return the names, in which files are absolute, so that they mean the same everywhere} */
  public List<String> names() {
    return names;
  }

  /** {@return the analyzers, for a repository whose top folder this is} */
  public List<Analyzer> analyzers(Collection<Analyzer> known, Path repository) {
    return analyzers(names, known, repository);
  }

  /** {@return the analyzers of names that were checked before} */
  public static List<Analyzer> analyzers(
      List<String> names, Collection<Analyzer> known, Path repository) {
    List<String> ruleSets =
        names.stream()
            .filter(name -> name.startsWith(RULE_SET))
            .map(name -> name.substring(RULE_SET.length()))
            .toList();
    return names.stream()
        .map(name -> name.startsWith(RULE_SET) ? RULE_SET : name)
        .distinct()
        .flatMap(
            name ->
                name.equals(RULE_SET)
                    ? Stream.of(PmdAnalyzer.with(ruleSets, workers()))
                    : analyzers(name, known, repository))
        .toList();
  }

  private static int workers() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static Stream<Analyzer> analyzers(
      String name, Collection<Analyzer> known, Path repository) {
    if (name.startsWith(SARIF)) {
      return Stream.of(SarifAnalyzer.of(Path.of(name.substring(SARIF.length())), repository));
    }
    List<String> all = known.stream().map(Analyzer::name).toList();
    return known.stream()
        .filter(analyzer -> analyzer.name().equals(name))
        .findFirst()
        .or(
            () -> {
              throw unknown(name, all);
            })
        .stream();
  }

  private static String checked(String name, Path folder, List<String> known) {
    if (name.startsWith(SARIF)) {
      return SARIF + existing(name.substring(SARIF.length()), folder);
    }
    if (!known.contains(name)) {
      throw unknown(name, known);
    }
    return name;
  }

  private static Path existing(String file, Path folder) {
    try {
      Path path = folder.resolve(file).toAbsolutePath().normalize();
      if (!file.isBlank() && Files.isRegularFile(path)) {
        return path;
      }
      throw noFile(file, file.isBlank() ? "no file is named" : "there is no such file");
    } catch (InvalidPathException e) {
      throw noFile(file, "it is no path");
    }
  }

  private static InvalidRequestException noFile(String file, String found) {
    return new InvalidRequestException(
        ErrorMessage.cannot("read", "SARIF file", file)
            .found(found)
            .expected("a file that a tool wrote as SARIF 2.1.0")
            .remedy("Let the tool write it first, or correct the name after 'sarif='."));
  }

  private static InvalidRequestException unknown(String name, List<String> known) {
    return new InvalidRequestException(
        ErrorMessage.cannot("use", "analyzer", name)
            .found("there is no such analyzer")
            .expected(String.join(", ", known) + " or sarif=FILE")
            .remedy(
                name.equals("sarif")
                    ? "Name the file: 'sarif=FILE'."
                    : NearestName.hint(name, known)));
  }
}
