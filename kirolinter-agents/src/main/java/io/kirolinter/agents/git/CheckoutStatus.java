package io.kirolinter.agents.git;

import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.source.SourcePath;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files of a checkout a person has worked on. Reading it writes nothing, and needs no lock.
 *
 * @param changed files that differ from HEAD or from the index, are in conflict, or are not
 *     tracked; ordered. Ignored files and submodules are not looked at
 */
public record CheckoutStatus(Set<SourcePath> changed) {

  public CheckoutStatus {
    changed = Set.copyOf(changed);
  }

  /**
   * {@return the status of the checkout at this moment; nothing is changed where there is none}
   *
   * @throws io.kirolinter.core.error.WorkFailedException if git cannot tell
   */
  public static CheckoutStatus of(Repository repository) {
    if (repository.kind() != RepositoryKind.GIT_CHECKOUT) {
      return new CheckoutStatus(Set.of());
    }
    byte[] status =
        Git.in(repository.location())
            .bytes(
                "status",
                "--porcelain=v2",
                "-z",
                "--no-renames",
                "--untracked-files=all",
                "--ignore-submodules=all");
    return new CheckoutStatus(parsed(NulSeparated.texts(status)));
  }

  /** {@return whether a tracked file is as HEAD has it} */
  public boolean isClean(SourcePath path) {
    return !changed.contains(path);
  }

  private static Set<SourcePath> parsed(List<String> entries) {
    List<String> paths = new ArrayList<>();
    Iterator<String> rest = entries.iterator();
    while (rest.hasNext()) {
      String entry = rest.next();
      paths.add(entry.split(" ", fieldsOf(entry))[fieldsOf(entry) - 1]);
    }
    Set<SourcePath> changed = new TreeSet<>();
    // A nested repository that is not tracked is listed as a folder.
    paths.stream().filter(path -> !path.endsWith("/")).map(SourcePath::of).forEach(changed::add);
    return changed;
  }

  /** The path is the last field; a changed entry has 9 fields, an unmerged one 11. */
  private static int fieldsOf(String entry) {
    return switch (entry.charAt(0)) {
      case '1' -> 9;
      case 'u' -> 11;
      default -> 2;
    };
  }
}
