package io.kirolinter.agents.git;

import com.google.common.base.Splitter;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who changed which files lately, by name and address as {@code .mailmap} has them. Immutable.
 *
 * @param byPath the authors of each file, who changed it last first; merges do not count
 */
public record RecentAuthors(Map<String, Set<Author>> byPath) {

  /** A person as git knows them; the address may be one that takes no mail. */
  public record Author(String name, String address) {}

  private static final int MOST_COMMITS = 20_000;
  private static final String COMMIT = "\2";
  private static final String FIELD = "\u001f";

  public RecentAuthors {
    byPath = Map.copyOf(byPath);
  }

  /**
   * {@return who changed files since a moment, in the 20,000 newest commits at most}
   *
   * @throws io.kirolinter.core.error.WorkFailedException if the commit is not there
   */
  public static RecentAuthors of(
      Repository repository, CommitId newest, Instant since, Cancellation cancellation) {
    byte[] log =
        Git.in(repository.location())
            .stoppedBy(cancellation)
            .bytes(
                "log",
                "--max-count=" + MOST_COMMITS,
                "--since=" + since,
                "--no-merges",
                "--use-mailmap",
                "--name-only",
                "-z",
                "--no-renames",
                "--no-ext-diff",
                "--ignore-submodules=all",
                "--encoding=UTF-8",
                "--format=tformat:%x02%aN%x1f%aE",
                newest.value(),
                "--");
    return new RecentAuthors(parsed(log));
  }

  /** {@return who changed a file, who did it last first; empty if nobody did lately} */
  public List<Author> of(String path) {
    return List.copyOf(byPath.getOrDefault(path, Set.of()));
  }

  /** A line break stands between the head of a commit and its first file, and nowhere else. */
  private static Map<String, Set<Author>> parsed(byte[] log) {
    Map<String, Set<Author>> authors = new HashMap<>();
    for (String commit : Splitter.on(COMMIT).split(new String(log, StandardCharsets.UTF_8))) {
      List<String> parts =
          new ArrayList<>(Splitter.on('\0').omitEmptyStrings().splitToList(commit));
      String[] person = parts.isEmpty() ? new String[0] : parts.remove(0).split(FIELD, 2);
      if (person.length == 2) {
        Author author = new Author(person[0], person[1]);
        parts.stream()
            .map(path -> path.startsWith("\n") ? path.substring(1) : path)
            .forEach(path -> authors.computeIfAbsent(path, p -> new LinkedHashSet<>()).add(author));
      }
    }
    return authors;
  }
}
