package io.kirolinter.cli.output;

import io.kirolinter.core.analysis.Scope.SourceSets;
import io.kirolinter.core.experience.Experience.Sharing;
import io.kirolinter.core.finding.Category;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.run.Publication;
import io.kirolinter.core.settings.BackgroundLimits;
import io.kirolinter.core.settings.NotifyEntry;
import io.kirolinter.core.settings.ProposalSettings;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.settings.Suppression;
import io.kirolinter.core.source.PathGlob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One effective setting.
 *
 * @param key as in a settings file
 * @param value for people
 * @param from the file that it comes from, or {@code default}
 */
public record SettingRow(String key, String value, String from) {

  private static final String DEFAULT = "default";

  /**
   * {@return all settings, in the order of the keys of a file}
   *
   * @param userFile how the user's file is named
   */
  public static List<SettingRow> of(Settings repository, Settings user, String userFile) {
    Rows rows = new Rows(repository, user, userFile);
    rows.one("analyzers", settings -> joined(settings.analyzers()), "java");
    rows.one("pmd.rulesets", settings -> joined(settings.pmdRulesets()), "bundled");
    rows.sum("exclude", settings -> globs(settings.exclude()));
    rows.sum("suppress", settings -> suppressions(settings.suppress()));
    rows.one("baseline", settings -> settings.baseline().map(Object::toString), "none");
    rows.one("verify", Settings::verify, "none");
    rows.sum("generated", settings -> globs(settings.generated()));
    rows.one("include-tests", settings -> settings.sources().map(SettingRow::truth), "false");
    rows.sum("notify", settings -> notices(settings.notices()));
    rows.one(
        "proposals", settings -> proposals(settings.proposals()), "drafts, 2 an hour, 10 open");
    rows.one("background", settings -> settings.background().map(BackgroundLimits::text), "none");
    rows.one("learn.share", settings -> settings.shared().map(Sharing::label), "nothing");
    return rows.all;
  }

  /** {@return a table for people} */
  public static String table(List<SettingRow> rows) {
    StringBuilder text = new StringBuilder();
    for (SettingRow row : rows) {
      text.append(String.format(Locale.ROOT, "%-14s %-40s %s%n", row.key, row.value, row.from));
    }
    return text.toString();
  }

  private static final class Rows {
    private final Settings repository;
    private final Settings user;
    private final String userFile;
    private final List<SettingRow> all = new ArrayList<>();

    Rows(Settings repository, Settings user, String userFile) {
      this.repository = repository;
      this.user = user;
      this.userFile = userFile;
    }

    void one(String key, Function<Settings, Optional<String>> value, String usual) {
      Optional<String> own = value.apply(repository);
      Optional<String> users = value.apply(user);
      if (own.isPresent()) {
        add(key, own.get(), Settings.REPOSITORY_FILE.value());
      } else {
        add(key, users.orElse(usual), users.isPresent() ? userFile : DEFAULT);
      }
    }

    void sum(String key, Function<Settings, Optional<String>> value) {
      int before = all.size();
      value.apply(repository).ifPresent(v -> add(key, v, Settings.REPOSITORY_FILE.value()));
      value.apply(user).ifPresent(v -> add(key, v, userFile));
      if (all.size() == before) {
        add(key, "none", DEFAULT);
      }
    }

    private void add(String key, String value, String from) {
      all.add(new SettingRow(key, value, from));
    }
  }

  private static Optional<String> joined(Collection<String> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  private static Optional<String> globs(List<PathGlob> globs) {
    return joined(globs.stream().map(PathGlob::value).toList());
  }

  private static Optional<String> suppressions(List<Suppression> suppressions) {
    return suppressions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            suppressions.stream().map(SettingRow::text).collect(Collectors.joining("; ")));
  }

  private static Optional<String> proposals(ProposalSettings settings) {
    return settings.equals(ProposalSettings.none())
        ? Optional.empty()
        : Optional.of(
            "%s, %d an hour, %d open"
                .formatted(
                    settings.opened() == Publication.DRAFT ? "drafts" : "ready for review",
                    settings.mostPerHour(),
                    settings.mostAtOnce()));
  }

  private static Optional<String> notices(List<NotifyEntry> entries) {
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(entries.stream().map(NotifyEntry::text).collect(Collectors.joining("; ")));
  }

  private static String text(Suppression one) {
    List<String> what = new ArrayList<>();
    one.rules().stream().map(RuleId::value).sorted().forEach(what::add);
    one.categories().stream().map(Category::label).sorted().forEach(what::add);
    String in = globs(one.paths()).map(paths -> " in " + paths).orElse("");
    return (what.isEmpty() ? "everything" : String.join(", ", what)) + in;
  }

  private static String truth(SourceSets sources) {
    return String.valueOf(sources == SourceSets.MAIN_AND_TEST);
  }
}
