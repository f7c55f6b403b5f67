package io.kirolinter.cli.wiring;

import io.kirolinter.agents.git.LinkedWorktrees;
import io.kirolinter.agents.git.LinkedWorktrees.Detached;
import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.integrate.ClosedProposals;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.schedule.Job;
import io.kirolinter.core.store.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What runs have left in the repositories of this machine: branches of proposals that are closed,
 * and worktrees of runs that were killed.
 *
 * @param runs the folder below which each run has its own
 */
public record Leftovers(Stores stores, Path runs) {

  private static final int RUNS_LOOKED_AT = 1_000;

  /** What was deleted, and where that was not possible. */
  public record Tidied(List<String> branches, List<String> worktrees, List<String> troubles) {}

  Tidied delete() {
    Tidied tidied = new Tidied(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Path place : places()) {
      try {
        delete(Repositories.open(place), tidied);
      } catch (InvalidRequestException | WorkFailedException e) {
        tidied.troubles().add(String.valueOf(e.getMessage()));
      }
    }
    return tidied;
  }

  /** Repositories of jobs, and of the newest runs, as far as they are here. */
  private Set<Path> places() {
    Set<Path> places = new TreeSet<>();
    stores.jobs().list().stream().map(Job::location).map(Path::of).forEach(places::add);
    stores.journal().list(RunQuery.newest(RUNS_LOOKED_AT)).stream()
        .map(run -> Path.of(run.plan().location()))
        .forEach(places::add);
    places.removeIf(place -> !Files.isDirectory(place));
    return places;
  }

  private void delete(Repository repository, Tidied tidied) {
    if (repository.kind() == RepositoryKind.PLAIN_FOLDER) {
      return;
    }
    tidied.branches().addAll(ClosedProposals.delete(repository));
    LinkedWorktrees worktrees = LinkedWorktrees.of(repository);
    for (Detached left : worktrees.detachedIn(runs)) {
      if (isOver(left)) {
        worktrees.remove(left);
        tidied.worktrees().add(left.folder().toString());
      }
    }
    worktrees.prune();
  }

  /** A person who went into it and committed has moved it from the commit of the run. */
  private boolean isOver(Detached left) {
    return runOf(left)
        .filter(run -> run.state().status().isFinal())
        .flatMap(run -> run.plan().baseCommit())
        .filter(left.commit()::equals)
        .isPresent();
  }

  private Optional<Run> runOf(Detached left) {
    String name = runs.relativize(left.folder()).getName(0).toString();
    try {
      return stores.journal().find(RunId.of(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // somebody else has put it there
    }
  }
}
