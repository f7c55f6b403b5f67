package io.kirolinter.agents.git;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.repository.CommitId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Signs commits as the user's git is configured to ({@code commit.gpgsign}, {@code gpg.format},
 * {@code user.signingkey}). Nobody is asked for a passphrase: a key that does not sign by itself is
 * an error, and no commit goes without its signature then.
 */
final class CommitSigning {

  /** A key that waits for somebody to touch or unlock it waits no longer. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final List<String> PLACES_TO_ASK =
      List.of("GPG_TTY", "DISPLAY", "WAYLAND_DISPLAY");
  private static final String SIGNATURE = "gpgsig";

  private final Git git;
  private final Duration longest;

  private CommitSigning(Git git, Duration longest) {
    this.git = git;
    this.longest = longest;
  }

  /** {@return how commits are signed; empty if they are not to be} */
  static Optional<CommitSigning> of(Git git) {
    return of(git, LONGEST);
  }

  static Optional<CommitSigning> of(Git git, Duration longest) {
    return config(git, "--type=bool", "commit.gpgsign").filter("true"::equals).isPresent()
        ? Optional.of(new CommitSigning(git, longest))
        : Optional.empty();
  }

  /**
   * Writes a chain of commits again, with signatures.
   *
   * @param plain the chain, the oldest first
   * @return the signed ones, to which no reference leads yet
   * @throws WorkFailedException if one cannot be signed
   */
  List<CommitId> signed(List<CommitId> plain) {
    String option = "-S" + key().orElse("");
    List<CommitId> signed = new ArrayList<>();
    for (CommitId one : plain) {
      signed.add(signed(raw(one), option, signed.isEmpty() ? raw(one).parent() : last(signed)));
    }
    return signed;
  }

  /** {@return whether commits are signed, and else the same as those of a plain chain} */
  boolean isSame(List<CommitId> plain, List<CommitId> there) {
    boolean same = plain.size() == there.size();
    for (int i = 0; same && i < plain.size(); i++) {
      RawCommit wanted = raw(plain.get(i));
      RawCommit found = raw(there.get(i));
      String parent = i == 0 ? wanted.parent() : there.get(i - 1).value();
      same =
          found.isSigned()
              && found.content().equals(wanted.content())
              && found.parent().equals(parent);
    }
    return same;
  }

  private static String last(List<CommitId> signed) {
    return signed.get(signed.size() - 1).value();
  }

  private CommitId signed(RawCommit plain, String option, String parent) {
    Git.Outcome outcome =
        git.within(longest)
            .with(environment -> prepare(environment, plain))
            .feeding(
                out -> out.write(plain.message().getBytes(StandardCharsets.UTF_8)),
                "-c",
                "i18n.commitEncoding=UTF-8",
                "commit-tree",
                option,
                "-p",
                parent,
                plain.field("tree"));
    if (!outcome.ok()) {
      throw notSigned(outcome.errors());
    }
    return CommitId.of(outcome.output().strip());
  }

  private static void prepare(Map<String, String> environment, RawCommit plain) {
    PLACES_TO_ASK.forEach(environment::remove);
    environment.put("SSH_ASKPASS", "false");
    environment.put("SSH_ASKPASS_REQUIRE", "force");
    plain.identity("author").addTo(environment, "AUTHOR");
    plain.identity("committer").addTo(environment, "COMMITTER");
  }

  /** Git would look for a key of the committer, which is the product: that of the user it is. */
  private Optional<String> key() {
    boolean named = config(git, "user.signingkey").isPresent();
    boolean byAddress = !config(git, "gpg.format").filter("ssh"::equals).isPresent();
    Git.Outcome user = git.attempt("var", "GIT_COMMITTER_IDENT");
    return !named && byAddress && user.ok()
        ? Optional.of(user.output().strip().replaceFirst(" \\d+ [+-]\\d+$", ""))
        : Optional.empty();
  }

  private static Optional<String> config(Git git, String... question) {
    List<String> command = new ArrayList<>(List.of("config", "--get"));
    command.addAll(command.size() - 1, List.of(question).subList(0, question.length - 1));
    command.add(question[question.length - 1]);
    Git.Outcome outcome = git.attempt(command.toArray(String[]::new));
    if (!outcome.ok() && !outcome.errors().isEmpty()) {
      throw git.failed(command, outcome.errors());
    }
    return Optional.of(outcome.output().strip()).filter(text -> outcome.ok() && !text.isEmpty());
  }

  private RawCommit raw(CommitId id) {
    return RawCommit.of(
        new String(git.bytes("cat-file", "commit", id.value()), StandardCharsets.UTF_8));
  }

  private static WorkFailedException notSigned(String said) {
    return new WorkFailedException(
        ErrorMessage.cannot("sign", "commits with", "git commit-tree -S")
            .found(Redaction.of(said).strip().replaceAll("\\s*\\R\\s*", "; "))
            .expected("a key that signs without asking, as commit.gpgsign is on")
            .remedy(
                "Unlock the key, or set user.signingkey ('git commit -S' by hand shows the same);"
                    + " then start the run again."));
  }

  /** Name, address and time, as a commit has them. */
  private record Stamp(String name, String email, String time) {

    void addTo(Map<String, String> environment, String role) {
      environment.put("GIT_" + role + "_NAME", name);
      environment.put("GIT_" + role + "_EMAIL", email);
      environment.put("GIT_" + role + "_DATE", "@" + time);
    }
  }

  /** What git stores of a commit. */
  private record RawCommit(List<String> headers, String message) {

    static RawCommit of(String raw) {
      int end = raw.indexOf("\n\n");
      return new RawCommit(raw.substring(0, end).lines().toList(), raw.substring(end + 2));
    }

    boolean isSigned() {
      return headers.stream().anyMatch(line -> line.startsWith(SIGNATURE));
    }

    String parent() {
      return field("parent");
    }

    String field(String name) {
      return headers.stream()
          .filter(line -> line.startsWith(name + " "))
          .map(line -> line.substring(name.length() + 1))
          .findFirst()
          .orElse("");
    }

    Stamp identity(String role) {
      String line = field(role);
      int start = line.lastIndexOf('<');
      int end = line.lastIndexOf('>');
      return new Stamp(
          line.substring(0, start).strip(),
          line.substring(start + 1, end),
          line.substring(end + 1).strip());
    }

    /** {@return all but the signature, and the commits before it} */
    String content() {
      return headers.stream()
          .filter(line -> !line.startsWith(SIGNATURE) && !line.startsWith(" "))
          .filter(line -> !line.startsWith("parent "))
          .collect(Collectors.joining("\n", "", "\n\n" + message));
    }
  }
}
