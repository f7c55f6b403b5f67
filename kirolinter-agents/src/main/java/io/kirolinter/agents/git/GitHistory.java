package io.kirolinter.agents.git;

import com.google.common.base.Suppliers;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
  private final Supplier<Instant> newestAt = Suppliers.memoize(this::askNewestAt);
  private final Supplier<Boolean> shallow = Suppliers.memoize(this::askShallow);

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
    return newestAt.get();
  }

  private Instant askNewestAt() {
    String seconds =
        Git.in(repository.location())
            .line("log", "--no-walk", "--format=tformat:%ct", newest.value(), "--");
    return Instant.ofEpochSecond(Math.min(HistoryParser.LATEST, Long.parseLong(seconds)));
  }

  /** {@return whether the history was cut off when the repository was cloned} */
  public boolean isShallow() {
    return shallow.get();
  }

  private boolean askShallow() {
    return Git.in(repository.location())
        .line("rev-parse", "--is-shallow-repository")
        .equals("true");
  }

  /** {@return whether contents may be missing here, and are fetched one by one when asked for} */
  public boolean isPartial() {
    return Git.in(repository.location()).attempt("config", "--get", "extensions.partialClone").ok();
  }

  /** A commit, and when it was made. */
  public record Dated(CommitId commit, Instant at) {}

  /** {@return the newest commit on the line of first parents that is not later; if there is one} */
  public Optional<Dated> mainLineAt(Instant moment) {
    return mainLine("--max-count=1", "--before=" + moment.truncatedTo(ChronoUnit.SECONDS)).stream()
        .findFirst();
  }

  /** {@return the line of first parents as far back as a moment, the newest commit first} */
  public List<Dated> mainLineSince(Instant moment) {
    return mainLine("--since=" + moment.truncatedTo(ChronoUnit.SECONDS));
  }

  private List<Dated> mainLine(String... limits) {
    List<String> command = new ArrayList<>(List.of("rev-list", "--first-parent", "--timestamp"));
    command.addAll(List.of(limits));
    command.addAll(List.of(newest.value(), "--"));
    return Git.in(repository.location())
        .line(command.toArray(String[]::new))
        .lines()
        .map(GitHistory::dated)
        .toList();
  }

  private static Dated dated(String written) {
    int space = written.indexOf(' ');
    long second = Math.min(HistoryParser.LATEST, Long.parseLong(written.substring(0, space)));
    return new Dated(CommitId.of(written.substring(space + 1)), Instant.ofEpochSecond(second));
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

  /** Reads a history stop by stop. */
  public interface StageReader {

    /** Hears of a commit, and of the first stop that it leads to; its parents came before it. */
    void read(HistoryEntry entry, Dated stop);

    /** Hears that all is read that leads to a stop. */
    void reached(Dated stop);
  }

  /**
   * Reads the commits in one pass, stop by stop: each counts for the first stop that it leads to.
   *
   * @param stops each part of the history of the next one, the last one the newest commit
   * @param reader called for one commit after the other, on another thread than the caller's
   * @throws io.kirolinter.core.error.WorkFailedException if a commit is not there, or a content
   *     that has to be compared is missing
   * @throws java.util.concurrent.CancellationException if that was requested
   */
  public void read(List<Dated> stops, StageReader reader, Cancellation cancellation) {
    Git git = Git.in(repository.location()).stoppedBy(cancellation);
    CommitStages stages =
        git.reading(
            stdout -> CommitStages.read(stdout, stops.stream().map(Dated::commit).toList()),
            "rev-list",
            "--parents",
            "--date-order",
            "--max-count=" + reading.limit,
            newest.value(),
            "--");
    List<String> command = new ArrayList<>(List.of("diff-tree", "--stdin", "--root", "-r"));
    command.addAll(told());
    command.add("--");
    reading.files.ifPresent(command::add);
    git.readingFed(
        stages::writeTo,
        stdout -> stages.follow(stdout, stops, reader),
        command.toArray(String[]::new));
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(List.of("log", "--no-merges", "--no-follow"));
    command.add("--max-count=" + reading.limit);
    command.addAll(told());
    if (reading.oldestFirst) {
      command.addAll(List.of("--reverse", "--date-order"));
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

  /** What is written of each commit. */
  private List<String> told() {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--raw",
                "-z",
                reading.renames.option,
                MOST_COMPARED,
                "--no-abbrev",
                "--no-ext-diff",
                "--no-textconv",
                "--ignore-submodules=all",
                "--encoding=UTF-8",
                FORMAT));
    if (reading.detail == Detail.LINES) {
      options.add("--numstat");
    }
    return options;
  }

  private GitHistory with(Reading other) {
    return new GitHistory(repository, newest, other);
  }
}
