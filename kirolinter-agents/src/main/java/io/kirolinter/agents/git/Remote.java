package io.kirolinter.agents.git;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.progress.Cancellation;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Another repository that git talks to, over whatever protocol. It asks nobody for a password: who
 * cannot be known by a login, a key or git's credential helpers is refused. Immutable; safe for use
 * by many threads.
 *
 * <p>Every method that talks to it throws {@link StoreException} if it cannot be reached, and
 * {@link WorkFailedException} if it refuses.
 */
public final class Remote {

  private static final String HEADS = "refs/heads/";
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** What git and curl say of a server that is not there now. */
  private static final Pattern UNREACHABLE =
      Pattern.compile(
          "Could not resolve host|[Cc]onnection (refused|reset|timed out|closed)|Failed to connect"
              + "|[Tt]imed? ?out|unreachable|early EOF|unexpected disconnect|hung up unexpectedly"
              + "|Empty reply|HTTP 5\\d\\d|error: 5\\d\\d|curl (18|28|52|56)",
          Pattern.DOTALL);

  /** A refusal of a server that answers. */
  private static final Pattern REFUSED =
      Pattern.compile(
          "Authentication failed|could not read (Username|Password)|Permission denied|not found"
              + "|does not (exist|appear to be a git repository)|Host key verification",
          Pattern.CASE_INSENSITIVE);

  private final Git git;
  private final String name;

  private Remote(Git git, String name) {
    this.git = git;
    this.name = name;
  }

  /**
   * {@return a remote of a repository}
   *
   * @param name such as {@code origin}
   */
  public static Remote of(Repository repository, String name) {
    return new Remote(quiet(Git.in(repository.location()), Optional.empty()), name);
  }

  /** {@return the same remote, reached with a login} */
  public Remote with(Optional<HttpLogin> login) {
    return new Remote(quiet(git, login), name);
  }

  public Remote stoppedBy(Cancellation cancellation) {
    return new Remote(git.stoppedBy(cancellation), name);
  }

  /** {@return git that asks nobody, and gives up after five minutes} */
  static Git quiet(Git git, Optional<HttpLogin> login) {
    return git.within(LIMIT)
        .with(
            environment -> {
              login.ifPresent(one -> one.addTo(environment));
              if (!environment.containsKey("SSH_ASKPASS")) {
                environment.put("SSH_ASKPASS", "false");
                environment.put("SSH_ASKPASS_REQUIRE", "force");
              }
            });
  }

  /** {@return where it is, as git is configured; empty if there is no such remote} */
  public Optional<String> url() {
    Git.Outcome outcome = git.attempt("remote", "get-url", "--push", name);
    return outcome.ok() ? Optional.of(outcome.output().strip()) : Optional.empty();
  }

  /** {@return the branch there that the one checked out here follows, if it follows one} */
  public Optional<String> upstream() {
    Git.Outcome branch = git.attempt("symbolic-ref", "--quiet", "--short", "HEAD");
    Git.Outcome merge =
        branch.ok()
            ? git.attempt("config", "--get", "branch." + branch.output().strip() + ".merge")
            : branch;
    return Optional.of(merge.output().strip())
        .filter(ref -> merge.ok() && ref.startsWith(HEADS))
        .map(ref -> ref.substring(HEADS.length()));
  }

  /** {@return the newest commit of a branch there; empty if there is no such branch} */
  public Optional<CommitId> head(String branch) {
    return talk("ls-remote", "--heads", name, HEADS + branch)
        .lines()
        .map(line -> line.split("\t", 2))
        .filter(fields -> fields.length == 2 && fields[1].equals(HEADS + branch))
        .map(fields -> CommitId.of(fields[0]))
        .findFirst();
  }

  /** Brings the commits of a branch here, without any reference to them. */
  public void fetch(String branch) {
    talk(
        "fetch",
        "--quiet",
        "--no-tags",
        "--no-write-fetch-head",
        "--refmap=",
        name,
        HEADS + branch);
  }

  /** {@return whether a commit is here, and in the history of another that is here too} */
  public boolean isIn(CommitId commit, CommitId newest) {
    return git.attempt("merge-base", "--is-ancestor", commit.value(), newest.value()).ok();
  }

  /**
   * Pushes a commit as a branch; hooks of the repository are run.
   *
   * @param expected what the branch must be there; empty if it must not be there
   */
  public void push(String branch, CommitId commit, Optional<CommitId> expected) {
    pushed(branch, commit.value() + ":" + HEADS + branch, expected);
  }

  /** Deletes a branch there, if it is as expected. */
  public void delete(String branch, CommitId expected) {
    pushed(branch, ":" + HEADS + branch, Optional.of(expected));
  }

  private void pushed(String branch, String change, Optional<CommitId> expected) {
    String lease =
        "--force-with-lease=" + HEADS + branch + ":" + expected.map(CommitId::value).orElse("");
    List<String> command =
        List.of("push", "--quiet", "--porcelain", "--no-follow-tags", lease, name, change);
    Git.Outcome outcome = git.runningHooks().attempt(command.toArray(String[]::new));
    if (!outcome.ok()) {
      throw failure("push to", branch, said(outcome));
    }
  }

  private String talk(String... command) {
    Git.Outcome outcome = git.attempt(command);
    if (!outcome.ok()) {
      throw failure("talk to", url().map(Remote::plain).orElse(name), said(outcome));
    }
    return outcome.output();
  }

  /** What a server says of a rejected push stands in the output, what hooks say in the errors. */
  private static String said(Git.Outcome outcome) {
    List<String> lines = new ArrayList<>();
    outcome.output().lines().filter(line -> line.startsWith("!")).forEach(lines::add);
    outcome.errors().lines().filter(line -> !line.isBlank()).forEach(lines::add);
    return String.join("; ", lines).replaceAll("\\s+", " ");
  }

  static RuntimeException failure(String action, String subject, String said) {
    ErrorMessage message =
        ErrorMessage.cannot(action, "remote", subject).found(Redaction.of(plain(said)));
    boolean away = UNREACHABLE.matcher(said).find() && !REFUSED.matcher(said).find();
    return away
        ? new StoreException(
            message
                .expected("a server that answers")
                .remedy("Try again later, or check the network."))
        : new WorkFailedException(
            message
                .expected("git to be let in, and the branch to be as it was")
                .remedy("Do what git says; 'git push' by hand shows the same."));
  }

  /** {@return text without names and passwords in addresses} */
  static String plain(String text) {
    return text.replaceAll("(?<=://)[^@/\\s]*@", "");
  }
}
