package io.kirolinter.cli.wiring;

import static java.util.Objects.requireNonNull;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.review.CodeReview;
import io.kirolinter.agents.review.HeldFixes;
import io.kirolinter.cli.environment.DataFolder;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.environment.MemoryAddress;
import io.kirolinter.cli.settings.AnalyzerSettings;
import io.kirolinter.cli.settings.EffectiveSettings;
import io.kirolinter.core.analysis.Analyzer;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.CacheLimits;
import io.kirolinter.core.store.embedded.EmbeddedResultCache;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reviews of files on disk, outside any run, and what earlier ones know. */
public final class CodeReviews {

  private CodeReviews() {}

  /** {@return a review of the files on disk below a path by all quick analyzers} */
  public static CodeReview of(Environment environment, Path path) {
    return of(environment, path, AnalyzerSettings.standard());
  }

  /**
   * {@return a review of the files on disk below a path, outside any run}
   *
   * @throws InvalidRequestException if there is no such path, analyzer or rule set
   */
  public static CodeReview of(Environment environment, Path path, AnalyzerSettings settings) {
    Path place = place(environment, path);
    Repository repository = repositoryOf(place);
    List<Analyzer> known = environment.extensions().analyzers();
    return CodeReview.of(repository, place, settings.analyzers(known, repository.location()));
  }

  /**
   * {@return a review of the files on disk below a path by what the command line asks for, or else
   * the settings}
   *
   * @throws InvalidRequestException if there is no such path, analyzer or rule set
   */
  public static CodeReview of(Environment environment, Path path, AnalyzerSettings.Asked asked) {
    Repository repository = repositoryOf(place(environment, path));
    EffectiveSettings settings = EffectiveSettings.onDisk(environment, repository);
    return of(
        environment,
        path,
        AnalyzerSettings.of(
            asked,
            settings,
            environment.extensions().analyzers(),
            repository.location(),
            Scope.Effort.QUICK));
  }

  private static Path place(Environment environment, Path path) {
    return environment.folder().resolve(path).normalize();
  }

  private static Repository repositoryOf(Path place) {
    return Repositories.open(
        Files.isRegularFile(place) ? requireNonNull(place.getParent()) : place);
  }

  /** {@return what earlier reviews found; whoever takes it closes it} */
  public static EmbeddedResultCache cache(Environment environment) {
    return EmbeddedResultCache.in(
        DataFolder.of(environment),
        CacheLimits.standard(),
        environment.clock(),
        environment.err()::println);
  }

  /**
   * {@return the fixes that a person refused for a repository; none, with a note, if what is known
   * cannot be read}
   */
  public static HeldFixes refusedFixes(
      Environment environment, String memory, Repository repository) {
    if (MemoryAddress.isEmbedded(memory) && !EmbeddedStores.areIn(DataFolder.of(environment))) {
      return HeldFixes.none();
    }
    try (Stores stores = MemoryAddress.open(environment, memory)) {
      return HeldFixes.refusedOnly(stores.memory(), repository.id());
    } catch (StoreException e) {
      environment.err().println("Note: refused fixes are shown too. " + e.getMessage());
      return HeldFixes.none();
    }
  }
}
