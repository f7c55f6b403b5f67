package io.kirolinter.agents.git;

import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The commits of a repository, without merges. Where nobody asks for more, only the names of
 * changed files are compared and never their lines, which would take many times longer.
 */
public final class GitHistory {

  /** How many commits are read where nobody says otherwise. */
  public static final int USUAL_LIMIT = 20_000;

  /** Pairs of files that one commit deletes and adds are compared up to this many each. */
  private static final String MOST_COMPARED = "-l1000";

  private static final String FORMAT = "--format=tformat:%x02%H%x1f%ct%x1f%ae%x1f%s%x1f%b";

  /** When a file that is gone and one that is new are the same file. */
  public enum Renames {
    /** Never: a rename is a deletion and an addition. */
    IGNORED("--no-renames"),
    /** If no byte differs; needs no content. */
    IDENTICAL("-M100%"),
    /** If at least half of it is the same. */
    SIMILAR("-M50%");

    private final String option;

    Renames(String option) {
      this.option = option;
    }
  }

  /** What is told of each change, besides the file. */
  public enum Detail {
    NAMES,
    /** How many lines came and went, too. */
    LINES
  }

  private final Repository repository;
  private final CommitId newest;
  private final Reading reading;

  /**
   * How the commits are read.
   *
   * @param after leaves out this commit and all before it
   * @param files leaves out files that do not fit, and commits that change none that does
   */
  private record Reading(
      int limit,
      boolean oldestFirst,
      Optional<CommitId> after,
      Renames renames,
      Detail detail,
      Optional<String> files) {

    static final Reading USUAL =
        new Reading(
            USUAL_LIMIT, false, Optional.empty(), Renames.IGNORED, Detail.NAMES, Optional.empty());
  }

  private GitHistory(Repository repository, CommitId newest, Reading reading) {
    this.repository = repository;
    this.newest = newest;
    this.reading = reading;
  }

  /** {@return the history that leads to {@code newest}, its 20,000 newest commits at most} */
  public static GitHistory of(Repository repository, CommitId newest) {
    return new GitHistory(repository, newest, Reading.USUAL);
  }

  /** {@return the same history, with at most so many commits, the newest; 1 or more} */
  public GitHistory limitedTo(int commits) {
    if (commits < 1) {
      throw new IllegalArgumentException("limit must be >= 1, was " + commits);
    }
    return with(
        new Reading(
            commits,
            reading.oldestFirst,
            reading.after,
            reading.renames,
            reading.detail,
            reading.files));
  }

  /** {@return the same history, told from its beginning; no commit comes before its parents} */
  public GitHistory oldestFirst() {
    return with(
        new Reading(
            reading.limit, true, reading.after, reading.renames, reading.detail, reading.files));
  }

  /** {@return the commits of this history that are not part of that of {@code known}} */
  public GitHistory after(CommitId known) {
    return with(
        new Reading(
            reading.limit,
            reading.oldestFirst,
            Optional.of(known),
            reading.renames,
            reading.detail,
            reading.files));
  }

  public GitHistory telling(Renames renames, Detail detail) {
    return with(
        new Reading(
            reading.limit, reading.oldestFirst, reading.after, renames, detail, reading.files));
  }

  /**
   * {@return the same history, of the files whose paths end so, without the commits that change
   * none of them}
   *
   * @param ending such as {@code .java}
   */
  public GitHistory ofFiles(String ending) {
    return with(
        new Reading(
            reading.limit,
            reading.oldestFirst,
            reading.after,
            reading.renames,
            reading.detail,
            Optional.of("*" + ending)));
  }

  /** {@return when its newest commit was made, merges included} */
  public Instant newestAt() {
    String seconds =
        Git.in(repository.location())
            .line("log", "--no-walk", "--format=tformat:%ct", newest.value(), "--");
    return Instant.ofEpochSecond(Math.min(HistoryParser.LATEST, Long.parseLong(seconds)));
  }

  /** {@return whether the history was cut off when the repository was cloned} */
  public boolean isShallow() {
    return Git.in(repository.location())
        .line("rev-parse", "--is-shallow-repository")
        .equals("true");
  }

  /** {@return whether contents may be missing here, and are fetched one by one when asked for} */
  public boolean isPartial() {
    return Git.in(repository.location()).attempt("config", "--get", "extensions.partialClone").ok();
  }

  /** {@return the newest commit on the line of first parents that is not later; if there is one} */
  public Optional<CommitId> mainLineAt(Instant moment) {
    String commit =
        Git.in(repository.location())
            .line(
                "rev-list",
                "--max-count=1",
                "--first-parent",
                "--before=" + moment.truncatedTo(ChronoUnit.SECONDS),
                newest.value(),
                "--");
    return commit.isEmpty() ? Optional.empty() : Optional.of(CommitId.of(commit));
  }

  /** {@return whether a commit is here, and is the newest one or comes before it} */
  public boolean contains(CommitId commit) {
    return Git.in(repository.location())
        .attempt("merge-base", "--is-ancestor", commit.value(), newest.value())
        .ok();
  }

  /**
   * Reads the commits in one pass, the newest first unless told otherwise.
   *
   * @param reader called for one commit after the other, on another thread than the caller's
   * @return how many there were
   * @throws io.kirolinter.core.error.WorkFailedException if the commit is not there, or a content
   *     that has to be compared is missing
   * @throws java.util.concurrent.CancellationException if that was requested
   */
  public int read(Consumer<HistoryEntry> reader, Cancellation cancellation) {
    return Git.in(repository.location())
        .stoppedBy(cancellation)
        .reading(
            stdout -> new HistoryParser(stdout).parse(reader), command().toArray(String[]::new));
  }

  private List<String> command() {
    List<String> command =
        new ArrayList<>(
            List.of(
                "log",
                "--max-count=" + reading.limit,
                "--no-merges",
                "--raw",
                "-z",
                reading.renames.option,
                MOST_COMPARED,
                "--no-abbrev",
                "--no-ext-diff",
                "--no-textconv",
                "--no-follow",
                "--ignore-submodules=all",
                "--encoding=UTF-8",
                FORMAT));
    if (reading.oldestFirst) {
      command.addAll(List.of("--reverse", "--date-order"));
    }
    if (reading.detail == Detail.LINES) {
      command.add("--numstat");
    }
    if (reading.files.isPresent()) {
      command.add("--full-history");
    }
    command.add(newest.value());
    reading.after.ifPresent(known -> command.add("^" + known.value()));
    command.add("--");
    reading.files.ifPresent(command::add);
    return command;
  }

  private GitHistory with(Reading other) {
    return new GitHistory(repository, newest, other);
  }
}
