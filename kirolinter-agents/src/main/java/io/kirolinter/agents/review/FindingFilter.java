package io.kirolinter.agents.review;

import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.settings.SettingsReader;
import io.kirolinter.core.settings.Vocabulary;
import io.kirolinter.core.source.SourcePath;

/** What settings leave of an analysis: which files are looked at, which findings are shown. */
final class FindingFilter {

  private final Settings settings;
  private final GeneratedMarks generated;

  private FindingFilter(Settings settings, GeneratedMarks generated) {
    this.settings = settings;
    this.generated = generated;
  }

  /**
   * {@return the filter for a snapshot, by its own settings and others}
   *
   * @param above settings that win over those of the snapshot
   * @param below settings that those of the snapshot win over
   * @param names those that its settings may use
   * @throws io.kirolinter.core.error.InvalidRequestException if the snapshot's settings are wrong
   */
  static FindingFilter of(Snapshot snapshot, Settings above, Settings below, Vocabulary names) {
    Settings own = SettingsReader.knowing(names).ofRepository(snapshot);
    return new FindingFilter(above.over(own).over(below), GeneratedMarks.in(snapshot));
  }

  Settings settings() {
    return settings;
  }

  boolean analyses(SourcePath path) {
    return settings.exclude().stream().noneMatch(glob -> glob.matches(path))
        && settings.generated().stream().noneMatch(glob -> glob.matches(path))
        && !generated.cover(path);
  }

  boolean shows(Finding finding) {
    return settings.suppress().stream().noneMatch(one -> one.covers(finding));
  }

  /** {@return the scope, with test code if the settings want it} */
  Scope widened(Scope scope) {
    return scope.sources() == Scope.SourceSets.MAIN
        ? scope.withSources(settings.sources().orElse(Scope.SourceSets.MAIN))
        : scope;
  }
}
