package io.kirolinter.agents.git;

import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The linked worktrees of a repository. Safe for use by many threads. */
public final class LinkedWorktrees {

  private static final String PLACE = "worktree ";
  private static final String HEAD = "HEAD ";

  private final Git git;

  private LinkedWorktrees(Git git) {
    this.git = git;
  }

  /** A worktree on a commit; one on a branch has somebody who works in it. */
  public record Detached(Path folder, CommitId commit) {}

  /** {@return a view of a repository that git knows} */
  public static LinkedWorktrees of(Repository repository) {
    return new LinkedWorktrees(Git.in(repository.location()));
  }

  /** {@return those below a folder that are on no branch} */
  public List<Detached> detachedIn(Path top) {
    List<Detached> found = new ArrayList<>();
    for (String block : git.line("worktree", "list", "--porcelain").split("\n\n", -1)) {
      List<String> lines = block.lines().toList();
      Optional<Path> folder =
          value(lines, PLACE).map(Path::of).filter(path -> path.startsWith(top));
      Optional<CommitId> commit = value(lines, HEAD).map(CommitId::of);
      if (folder.isPresent() && commit.isPresent() && lines.contains("detached")) {
        found.add(new Detached(folder.get(), commit.get()));
      }
    }
    return found;
  }

  /** Removes one with all that is in it. */
  public void remove(Detached worktree) {
    git.line("worktree", "remove", "--force", worktree.folder().toString());
  }

  /** Forgets those whose folders have gone. */
  public void prune() {
    git.line("worktree", "prune");
  }

  private static Optional<String> value(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()))
        .findFirst();
  }
}
