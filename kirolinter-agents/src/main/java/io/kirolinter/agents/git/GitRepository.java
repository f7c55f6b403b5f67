package io.kirolinter.agents.git;

import io.kirolinter.core.repository.ChangeBase;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryId;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.repository.Snapshot;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A repository that git knows. */
final class GitRepository implements Repository {

  private final RepositoryKind kind;
  private final Path location;
  private final Path common;
  private final Git git;
  private final Once<RepositoryId> id = new Once<>(this::readId);

  /**
   * Takes what is known of the repository.
   *
   * @param common git's folder, which all linked worktrees share
   */
  GitRepository(RepositoryKind kind, Path location, Path common) {
    this.kind = kind;
    this.location = location;
    this.common = common;
    git = Git.in(location);
  }

  @Override
  public RepositoryId id() {
    return id.get();
  }

  @Override
  public Path location() {
    return location;
  }

  @Override
  public RepositoryKind kind() {
    return kind;
  }

  @Override
  public Optional<CommitId> head() {
    Git.Outcome head = git.attempt("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
    return head.ok() ? Optional.of(CommitId.of(head.output().strip())) : Optional.empty();
  }

  @Override
  public Snapshot snapshot(Optional<CommitId> commit) {
    if (commit.isPresent()) {
      return CommitSnapshot.of(git, commit.get());
    }
    return kind == RepositoryKind.GIT_CHECKOUT
        ? FolderSnapshot.ofCheckout(location)
        : new EmptySnapshot();
  }

  @Override
  public ChangeBase found(ChangeBase base, CommitId from) {
    if (base.commit().isPresent()) {
      return base;
    }
    DiffBase found = DiffBase.of(base.name(), git, from.value());
    return ChangeBase.at(found.name(), CommitId.of(found.tree()));
  }

  private RepositoryId readId() {
    Git.Outcome origin = git.attempt("config", "--get", "remote.origin.url");
    return origin.ok() && !origin.output().isBlank()
        ? ofOrigin(origin.output().strip())
        : withoutOrigin();
  }

  /** An origin on this machine is named by its real path, however it was written. */
  private RepositoryId ofOrigin(String url) {
    try {
      return RepositoryId.ofOrigin(
          Repositories.existing(location, url).map(Path::toString).orElse(url));
    } catch (InvalidPathException e) {
      return RepositoryId.ofOrigin(url);
    }
  }

  private RepositoryId withoutOrigin() {
    Git.Outcome roots = git.attempt("rev-list", "--max-parents=0", "HEAD");
    Optional<String> smallest =
        roots.output().lines().filter(l -> !l.isBlank()).sorted().findFirst();
    return roots.ok() && smallest.isPresent()
        ? RepositoryId.ofRootCommit(CommitId.of(smallest.get()))
        : RepositoryId.ofPath(kind == RepositoryKind.GIT_CHECKOUT ? location : common);
  }

  @Override
  public String toString() {
    return location.toString();
  }
}
