package io.kirolinter.agents.git.refs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.repository.CommitId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real repositories of every kind, changed by git. */
class RefWatchTest {

  @TempDir Path temp;
  private final RefWatch watch = new RefWatch();
  private final AtomicInteger heard = new AtomicInteger();
  private TestRepository repository;

  @BeforeEach
  void make() {
    repository = TestRepository.init(temp.resolve("repository"));
    commit();
  }

  @AfterEach
  void close() {
    watch.close();
  }

  private Optional<CommitId> current(Path location) {
    return watch.current(location);
  }

  private String git(String... command) {
    return repository.git(command);
  }

  private CommitId commit() {
    git("commit", "-q", "--allow-empty", "-m", "one more");
    return head();
  }

  private CommitId head() {
    return CommitId.of(git("rev-parse", "HEAD").strip());
  }

  @Test
  void seesTheCommitOfABranchLooseOrPackedAndOfNoBranch() {
    assertThat(current(repository.folder())).contains(head());

    git("pack-refs", "--all");
    assertThat(current(repository.folder())).contains(head());
    CommitId packed = head();
    assertThat(commit()).isNotEqualTo(packed);
    assertThat(current(repository.folder())).contains(head());

    git("checkout", "-q", "--detach", packed.value());
    assertThat(current(repository.folder())).contains(packed);
    git("checkout", "-q", "-b", "deep/er/branch");
    CommitId deep = commit();
    assertThat(current(repository.folder())).contains(deep);
  }

  @Test
  void seesLinkedWorktreesAndBareRepositories() {
    Path linked = temp.resolve("linked");
    git("worktree", "add", "-q", "-b", "other", linked.toString());
    CommitId there = head();
    CommitId here = commit();
    Path bare = temp.resolve("bare.git");
    git("clone", "-q", "--bare", repository.folder().toString(), bare.toString());

    assertThat(current(repository.folder())).contains(here);
    assertThat(current(linked)).contains(there);
    assertThat(current(bare)).contains(here);
  }

  @Test
  void seesNothingWhereNothingIs() throws Exception {
    TestRepository empty = TestRepository.init(temp.resolve("empty"));
    Path plain = Files.createDirectories(temp.resolve("plain"));
    Path damaged = TestRepository.init(temp.resolve("damaged")).folder();
    Files.writeString(damaged.resolve(".git/HEAD"), "ref: ../../../../etc/passwd\n");

    assertThat(current(empty.folder())).isEmpty();
    assertThat(current(plain)).isEmpty();
    assertThat(current(temp.resolve("absent"))).isEmpty();
    assertThat(current(damaged)).isEmpty();
  }

  @Test
  void hearsCommitsCheckoutsAndPushes() throws Exception {
    Path linked = temp.resolve("linked");
    Path bare = temp.resolve("bare.git");
    git("worktree", "add", "-q", "-b", "other", linked.toString());
    git("clone", "-q", "--bare", repository.folder().toString(), bare.toString());
    watch.watch(Set.of(repository.folder(), linked, bare, temp.resolve("absent")));
    watch.start(heard::incrementAndGet);

    requireHeard(this::commit);
    requireHeard(() -> git("checkout", "-q", "-b", "a/new/branch"));
    requireHeard(this::commit);
    requireHeard(() -> git("-C", linked.toString(), "commit", "-q", "--allow-empty", "-m", "x"));
    requireHeard(() -> git("push", "-q", bare.toString(), "HEAD:" + branchOf(bare)));
    requireHeard(() -> git("checkout", "-q", "--detach", "HEAD~1"));

    watch.watch(Set.of());
    watch.watch(Set.of(linked));
    requireHeard(() -> git("-C", linked.toString(), "commit", "-q", "--allow-empty", "-m", "y"));
  }

  private String branchOf(Path bare) {
    return git("-C", bare.toString(), "symbolic-ref", "HEAD").strip();
  }

  private void requireHeard(Runnable change) {
    int before = heard.get();
    change.run();
    await().atMost(Duration.ofSeconds(60)).until(() -> heard.get() > before);
  }

  @Test
  void closingTwiceOrBeforeTheStartDoesNoHarm() {
    watch.close();
    watch.start(heard::incrementAndGet);
    watch.close();
    watch.close();
    watch.watch(Set.of(repository.folder()));

    assertThat(current(repository.folder())).contains(head());
  }
}
