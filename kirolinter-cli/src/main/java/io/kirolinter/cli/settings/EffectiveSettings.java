package io.kirolinter.cli.settings;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.cli.environment.DataFolder;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.settings.Settings;
import io.kirolinter.core.settings.SettingsReader;
import io.kirolinter.core.trust.TrustedCommand;
import io.kirolinter.core.trust.TrustedCommands;
import io.kirolinter.core.trust.VerifyChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a repository and its user have settled.
 *
 * @param home the data folder
 * @param ofRepository as its file says
 * @param ofUser as the user's file says
 */
public record EffectiveSettings(
    Path home, RepositoryId repository, Settings ofRepository, Settings ofUser) {

  /**
   * {@return the settings as the files on disk are}
   *
   * @throws io.kirolinter.core.error.InvalidRequestException if a file is wrong
   */
  public static EffectiveSettings onDisk(Environment environment, Repository repository) {
    try (Snapshot snapshot = Repositories.settingsOf(repository)) {
      return in(snapshot, environment, repository);
    }
  }

  /**
   * {@return the settings as the last commit has them; where there is none, as they are on disk}
   *
   * @throws io.kirolinter.core.error.InvalidRequestException if a file is wrong
   */
  public static EffectiveSettings committed(Environment environment, Repository repository) {
    try (Snapshot snapshot = repository.snapshot(repository.head())) {
      return in(snapshot, environment, repository);
    }
  }

  /** {@return the settings with what a snapshot has in its file} */
  public static EffectiveSettings in(
      Snapshot snapshot, Environment environment, Repository repository) {
    SettingsReader reader = SettingsReader.knowing(environment.extensions().vocabulary());
    Path home = DataFolder.of(environment);
    return new EffectiveSettings(
        home, repository.id(), reader.ofRepository(snapshot), reader.ofUser(home));
  }

  /** {@return which command checks fixes, by what the user trusts now} */
  public VerifyChoice verify(Optional<String> asked) {
    TrustedCommands trusted = TrustedCommands.in(home);
    return VerifyChoice.of(
        asked, ofRepository, ofUser, command -> trusted.isTrusted(repository, command));
  }

  /** {@return the commands of this repository that the user trusts} */
  public List<TrustedCommand> trusted() {
    return TrustedCommands.in(home).all().stream()
        .filter(one -> one.repository().equals(repository))
        .toList();
  }
}
