package io.kirolinter.agents.testkit;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A real git repository for tests, driven by the git binary and by none of the code under test. */
public final class TestRepository {

  private static final Instant FIRST_COMMIT = Instant.parse("2026-01-01T12:00:00Z");

  private final Path folder;

  private TestRepository(Path folder) {
    this.folder = folder;
  }

  /** Makes a repository without commits. */
  public static TestRepository init(Path folder) {
    TestRepository repository = new TestRepository(folder);
    create(folder);
    repository.git("init", "--quiet", "--initial-branch=main");
    return repository;
  }

  public TestRepository cloneTo(Path place) {
    git("clone", "--quiet", folder.toString(), place.toString());
    return new TestRepository(place);
  }

  public Path folder() {
    return folder;
  }

  public Repository open() {
    return Repositories.open(folder);
  }

  public TestRepository write(String path, String content) {
    return write(path, content.getBytes(StandardCharsets.UTF_8));
  }

  public TestRepository write(String path, byte[] content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public CommitId commit(String message) {
    return commit(message, FIRST_COMMIT);
  }

  /** Commits all that lies in the checkout. */
  public CommitId commit(String message, Instant at) {
    git("add", "--all");
    run(at, "commit", "--quiet", "--allow-empty", "-m", message);
    return head();
  }

  public CommitId head() {
    return CommitId.of(git("rev-parse", "HEAD").strip());
  }

  /** {@return what git writes} */
  public String git(String... arguments) {
    return run(FIRST_COMMIT, arguments);
  }

  /** {@return the content of a file at a commit or branch} */
  public byte[] content(String revision, SourcePath path) {
    return bytes(FIRST_COMMIT, "cat-file", "blob", revision + ":" + path);
  }

  /** {@return everything a person would miss: files, index, HEAD, branches and stash} */
  public String state() {
    StringBuilder state = new StringBuilder();
    for (String[] command :
        new String[][] {
          {"rev-parse", "HEAD"},
          {"symbolic-ref", "--quiet", "HEAD"},
          {"ls-files", "--stage", "-z"},
          {"stash", "list"},
          {"diff"},
          {"for-each-ref", "refs/heads/main", "refs/stash"}
        }) {
      state.append(git(command)).append('\n');
    }
    return state + files();
  }

  private String files() {
    try (var paths = Files.walk(folder)) {
      StringBuilder files = new StringBuilder();
      for (Path path : paths.sorted().filter(p -> !p.startsWith(folder.resolve(".git"))).toList()) {
        files.append(path).append(Files.isRegularFile(path) ? Files.readString(path) : "");
        files.append(Files.getLastModifiedTime(path)).append('\n');
      }
      return files + hex(folder.resolve(".git/index"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hex(Path file) throws IOException {
    return Files.exists(file) ? java.util.HexFormat.of().formatHex(Files.readAllBytes(file)) : "";
  }

  private String run(Instant at, String... arguments) {
    return new String(bytes(at, arguments), StandardCharsets.UTF_8);
  }

  private byte[] bytes(Instant at, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true);
    var environment = builder.environment();
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + role + "_NAME", "Ada");
      environment.put("GIT_" + role + "_EMAIL", "ada@example.org");
      environment.put("GIT_" + role + "_DATE", at.getEpochSecond() + " +0000");
    }
    environment.put("GIT_OPTIONAL_LOCKS", "0");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      boolean quiet = command.contains("symbolic-ref");
      if (process.waitFor() != 0 && !quiet) {
        throw new IllegalStateException(
            command + ": " + new String(output, StandardCharsets.UTF_8));
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
