package io.kirolinter.core.settings;

import io.kirolinter.core.analysis.Scope.SourceSets;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.settings.Yaml.Entry;
import io.kirolinter.core.source.PathGlob;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.template.TemplateDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads settings. Whatever a file has that is not understood is an error with line and column:
 * nothing is passed over. Safe for use by many threads.
 */
public final class SettingsReader {

  private static final List<String> SUPPRESSION_KEYS = List.of("rules", "categories", "paths");

  /** The rules of foreign analyzers are known only once those run. */
  private static final Pattern FOREIGN_RULE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*/\\S+");

  private final Vocabulary names;

  private SettingsReader(Vocabulary names) {
    this.names = names;
  }

  /** {@return a reader that accepts these names of analyzers and rules} */
  public static SettingsReader knowing(Vocabulary names) {
    return new SettingsReader(names);
  }

  /**
   * {@return the settings of a repository; none if it has no such file}
   *
   * @throws InvalidRequestException if the file is wrong
   */
  public Settings ofRepository(Snapshot snapshot) {
    return snapshot
        .file(Settings.REPOSITORY_FILE)
        .map(
            file ->
                read(
                    file.path().value(),
                    snapshot.read(file),
                    EnumSet.of(SettingsKey.BACKGROUND, SettingsKey.LEARN)))
        .map(SettingsReader::withoutForges)
        .orElse(Settings.none());
  }

  /** Whoever may say where a forge is gets the user's token. */
  private static Settings withoutForges(Settings settings) {
    if (settings.proposals().forges().isEmpty()) {
      return settings;
    }
    throw new InvalidRequestException(
        ErrorMessage.cannot("read", "settings", Settings.REPOSITORY_FILE.value())
            .found("its proposals name forges")
            .expected("forges in the user's " + Settings.USER_FILE + " only, as tokens go there")
            .remedy("Move them there."));
  }

  /**
   * {@return the settings of a user; none if there is no such file}
   *
   * @param home the data folder
   * @throws InvalidRequestException if the file is wrong, or cannot be read
   */
  public Settings ofUser(Path home) {
    Path file = home.resolve(Settings.USER_FILE);
    if (!Files.isDirectory(home) || Files.notExists(file)) {
      return Settings.none();
    }
    try {
      return read(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new InvalidRequestException(
          ErrorMessage.cannot("read", "settings", file.toString())
              .found(String.valueOf(e))
              .expected("a file that can be read")
              .remedy("Check its permissions."),
          e);
    }
  }

  /**
   * {@return what a file says}
   *
   * @param name how people know the file; shown in errors
   * @throws InvalidRequestException if it is no YAML, or says what is not understood
   */
  public Settings read(String name, byte[] content) {
    return read(name, content, EnumSet.noneOf(SettingsKey.class));
  }

  /**
   * Reads a file of which somebody else decides what it may settle.
   *
   * @param ofUserOnly keys that the user's own file alone may have
   */
  private Settings read(String name, byte[] content, Set<SettingsKey> ofUserOnly) {
    YamlValues values = new YamlValues(name);
    Settings settings = Settings.none();
    for (Entry entry : values.entries(YamlFile.read(name, content))) {
      SettingsKey key =
          SettingsKey.of(entry.key())
              .orElseThrow(() -> values.unknownKey(entry, SettingsKey.allWritten()));
      if (ofUserOnly.contains(key)) {
        throw values.ofUserOnly(entry);
      }
      settings = with(settings, key, entry.value(), values);
    }
    return settings;
  }

  /**
   * {@return the template that a file of its own defines}
   *
   * @param name how people know the file; shown in errors
   * @throws InvalidRequestException if it is no YAML, or says what is not understood
   */
  public TemplateDefinition readTemplate(String name, byte[] content) {
    YamlValues values = new YamlValues(name);
    return new TemplateReader(values, this::rule, this::analyzer)
        .single(YamlFile.read(name, content));
  }

  private Settings with(Settings settings, SettingsKey key, Yaml value, YamlValues values) {
    return switch (key) {
      case ANALYZERS -> settings.withAnalyzers(values.items(value, this::analyzer));
      case PMD -> settings.withPmdRulesets(rulesets(value, values));
      case EXCLUDE -> settings.withExclude(globs(value, values));
      case SUPPRESS -> settings.withSuppress(values.items(value, this::suppression));
      case BASELINE -> settings.withBaseline(path(value, values));
      case VERIFY -> settings.withVerify(values.text(value));
      case GENERATED -> settings.withGenerated(globs(value, values));
      case INCLUDE_TESTS ->
          settings.withSources(values.truth(value) ? SourceSets.MAIN_AND_TEST : SourceSets.MAIN);
      case NOTIFY -> settings.withNotices(values.items(value, NotifyReader::entry));
      case BACKGROUND -> settings.withBackground(BackgroundReader.limits(values, value));
      case LEARN -> settings.withShared(LearnReader.sharing(values, value));
      case TEMPLATES ->
          settings.withTemplates(new TemplateReader(values, this::rule, this::analyzer).all(value));
      case PROPOSALS -> settings.withProposals(ProposalReader.read(values, value));
    };
  }

  private String analyzer(YamlValues values, Yaml item) {
    String text = values.text(item);
    String name = text.startsWith("sarif=") ? "sarif" : text;
    if (!names.analyzers().contains(name)) {
      throw values.unknownName(item, "analyzer", name, names.analyzers());
    }
    return text;
  }

  private static List<String> rulesets(Yaml value, YamlValues values) {
    List<String> rulesets = List.of();
    for (Entry entry : values.entries(value)) {
      if (!entry.key().equals("rulesets")) {
        throw values.unknownKey(entry, List.of("rulesets"));
      }
      rulesets = values.items(entry.value(), YamlValues::text);
    }
    return rulesets;
  }

  private Suppression suppression(YamlValues values, Yaml item) {
    Set<RuleId> rules = Set.of();
    Set<Category> categories = Set.of();
    List<PathGlob> paths = List.of();
    for (Entry entry : values.entries(item)) {
      switch (entry.key()) {
        case "rules" -> rules = Set.copyOf(values.items(entry.value(), this::rule));
        case "categories" ->
            categories = Set.copyOf(values.items(entry.value(), SettingsReader::category));
        case "paths" -> paths = globs(entry.value(), values);
        default -> throw values.unknownKey(entry, SUPPRESSION_KEYS);
      }
    }
    if (rules.isEmpty() && categories.isEmpty() && paths.isEmpty()) {
      throw values.wrong(item, "it names nothing", "rules, categories or paths to suppress");
    }
    return new Suppression(rules, categories, paths);
  }

  private RuleId rule(YamlValues values, Yaml item) {
    String id = values.text(item);
    boolean foreign = FOREIGN_RULE.matcher(id).matches();
    if (!foreign && !names.rules().contains(id)) {
      throw values.unknownName(item, "rule", id, names.rules());
    }
    return RuleId.of(id);
  }

  static Category category(YamlValues values, Yaml item) {
    String label = values.text(item);
    return Arrays.stream(Category.values())
        .filter(category -> category.label().equals(label))
        .findFirst()
        .orElseThrow(() -> values.unknownName(item, "category", label, categories()));
  }

  static List<String> categories() {
    return Arrays.stream(Category.values()).map(Category::label).toList();
  }

  private static List<PathGlob> globs(Yaml value, YamlValues values) {
    return values.items(value, SettingsReader::glob);
  }

  static PathGlob glob(YamlValues values, Yaml item) {
    String text = values.text(item);
    String trouble = PathGlob.troubleWith(text);
    if (!trouble.isEmpty()) {
      throw values.wrong(item, "'" + text + "' " + trouble, "a path with *, ** and ? at most");
    }
    return PathGlob.of(text);
  }

  private static SourcePath path(Yaml value, YamlValues values) {
    String text = values.text(value);
    try {
      return SourcePath.of(text);
    } catch (IllegalArgumentException e) {
      throw values.wrong(value, "'" + text + "'", "a path inside the repository");
    }
  }
}
