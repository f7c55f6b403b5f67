package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.agents.testkit.forge.GitBackend;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.StoreException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryKind;
import io.kirolinter.core.secret.Secret;
import io.kirolinter.core.source.SourcePath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorsTest {

  @TempDir Path temp;
  private TestRepository origin;
  private Mirrors mirrors;

  @BeforeEach
  void makeOrigin() {
    origin = TestRepository.init(temp.resolve("origin"));
    origin.write("A.java", "class A {}\n").commit("first");
    mirrors = Mirrors.in(temp.resolve("mirrors"), address -> Optional.empty());
  }

  private String address() {
    return "file://" + origin.folder();
  }

  @Test
  void opensWhatIsThereWithAllItsHistory() {
    CommitId second = origin.write("A.java", "class A { }\n").commit("second");

    Repository mirror = mirrors.open(address());

    assertThat(mirror.kind()).isEqualTo(RepositoryKind.GIT_BARE);
    assertThat(mirror.head()).contains(second);
    assertThat(
            GitHistory.of(mirror, second)
                .read(commit -> {}, io.kirolinter.core.progress.Cancellation.create()))
        .isEqualTo(2);
  }

  @Test
  void isTheSameRepositoryAsAnyOtherCloneOfTheOrigin() {
    TestRepository clone = origin.cloneTo(temp.resolve("clone"));

    assertThat(mirrors.open(address()).id()).isEqualTo(clone.open().id());
  }

  @Test
  void fetchesOnlyWhatIsNewAndKeepsWhatRunsHaveWritten() {
    Repository first = mirrors.open(address());
    CommitId base = first.head().orElseThrow();
    List<CommitId> written =
        BranchWriter.of(first)
            .write(
                "kirolinter/x",
                new CommitPlan(
                    base,
                    new Identity("Bot", "bot@localhost"),
                    java.time.Instant.EPOCH,
                    List.of(
                        new CommitDraft(
                            "Fix",
                            List.of(
                                CommitDraft.NewContent.of(
                                    SourcePath.of("A.java"),
                                    io.kirolinter.core.repository.SnapshotFile.FileMode.REGULAR,
                                    new byte[] {1}))))));
    CommitId second = origin.write("B.java", "class B {}\n").commit("second");

    Repository again = mirrors.open(address());

    assertThat(again.location()).isEqualTo(first.location());
    assertThat(again.head()).contains(second);
    assertThat(BranchWriter.of(again).head("kirolinter/x")).contains(written.get(0));
  }

  @Test
  void followsTheUsualBranchWhenItGetsAnotherName() {
    mirrors.open(address());
    origin.git("branch", "--quiet", "-m", "main", "trunk");
    CommitId second = origin.write("B.java", "x").commit("on trunk");

    assertThat(mirrors.open(address()).head()).contains(second);
  }

  @Test
  void leavesNothingHalfDoneWhereThereIsNoRepository() throws IOException {
    assertThatThrownBy(() -> mirrors.open("file://" + temp.resolve("nowhere")))
        .isInstanceOf(WorkFailedException.class)
        .hasMessageContaining("nowhere");

    try (Stream<Path> left = Files.list(temp.resolve("mirrors"))) {
      assertThat(left).allMatch(path -> path.toString().endsWith(".lock"));
    }
  }

  @Test
  void beginsAnewWhereAProcessWasKilled() throws IOException {
    mirrors.open(address());
    Path mirror;
    try (Stream<Path> all = Files.list(temp.resolve("mirrors"))) {
      mirror = all.filter(Files::isDirectory).findFirst().orElseThrow();
    }
    Files.move(mirror, mirror.resolveSibling(mirror.getFileName() + ".part"));

    assertThat(mirrors.open(address()).head()).contains(origin.head());
  }

  @Test
  void manyCanOpenOneAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Repository>> all =
          IntStream.range(0, 4)
              .mapToObj(i -> threads.submit(() -> mirrors.open(address())))
              .toList();
      for (Future<Repository> one : all) {
        assertThat(one.get().head()).contains(origin.head());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void isLetInOverHttpByALoginThatNoFileHolds() throws IOException {
    String token = "pl4nted-t0ken-0123456789";
    HttpServer server = server(token);
    String address = "http://127.0.0.1:%d/origin/.git".formatted(server.getAddress().getPort());
    try {
      HttpLogin login =
          new HttpLogin(
              URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
              "any",
              Secret.of(token));
      Mirrors let = Mirrors.in(temp.resolve("mirrors"), any -> Optional.of(login));

      assertThat(let.open(address).head()).contains(origin.head());

      assertThatThrownBy(() -> mirrors.open(address)).isInstanceOf(WorkFailedException.class);
      try (Stream<Path> files = Files.walk(temp.resolve("mirrors"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
              .doesNotContain(token);
        }
      }
    } finally {
      server.stop(0);
    }
    assertThatThrownBy(() -> mirrors.open(address))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("a server that answers");
  }

  private HttpServer server(String token) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    GitBackend git = new GitBackend(temp);
    String wanted =
        "Basic "
            + Base64.getEncoder().encodeToString(("any:" + token).getBytes(StandardCharsets.UTF_8));
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            if (wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
              git.answer(exchange);
            } else {
              exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"x\"");
              exchange.sendResponseHeaders(401, -1);
            }
          }
        });
    server.start();
    return server;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://u:secretpw@host/a/b",
        "https://secretpw@host/a/b",
        "ssh://u:secretpw@host/a"
      })
  void refusesAnAddressThatHoldsALogin(String address) {
    assertThatThrownBy(() -> mirrors.open(address))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("secretpw");
    assertThat(temp.resolve("mirrors")).doesNotExist();
  }

  @Test
  void tellsAddressesFromPaths() {
    assertThat(
            Stream.of(
                "https://github.com/a/b",
                "ssh://git@h:22/a",
                "file:///a",
                "git@github.com:a/b.git"))
        .allMatch(Mirrors::isAddress);
    assertThat(Stream.of(".", "/a/b", "a:b", "C:\\a", "../x", "ext::sh -c x", "user@host"))
        .noneMatch(Mirrors::isAddress);
  }
}
