package io.kirolinter.agents.testkit.forge;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kirolinter.agents.testkit.TestRepository;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.AcceptAllPublickeyAuthenticator;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellCommandFactory;

/** Real git over ssh, on this machine, for whoever has a key. */
public final class SshGitServer implements AutoCloseable {

  private final SshServer server;
  private final Path root;
  private final Path key;

  private SshGitServer(SshServer server, Path root, Path key) {
    this.server = server;
    this.root = root;
    this.key = key;
  }

  /**
   * Starts a server; a test is left out where there is no client.
   *
   * @param root the folder of all repositories
   * @param keys an empty folder
   */
  public static SshGitServer start(Path root, Path keys) throws Exception {
    assumeTrue(isOnThePath("ssh") && isOnThePath("ssh-keygen"), "no ssh client here");
    Path key = Files.createDirectories(keys).resolve("key");
    new ProcessBuilder("ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", key.toString())
        .start()
        .waitFor();
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(keys.resolve("host.ser")));
    server.setPublickeyAuthenticator(AcceptAllPublickeyAuthenticator.INSTANCE);
    server.setCommandFactory(
        (channel, command) ->
            ProcessShellCommandFactory.INSTANCE.createCommand(
                channel, command.replace("'/", "'" + root + "/")));
    server.start();
    return new SshGitServer(server, root, key);
  }

  /** {@return the address of a repository below the root} */
  public String url(Path repository) {
    return "ssh://tester@127.0.0.1:%d/%s".formatted(server.getPort(), root.relativize(repository));
  }

  /** Lets a repository use the key. */
  public void letIn(TestRepository repository) {
    repository.git("config", "core.sshCommand", command());
  }

  /** {@return how git is to call ssh} */
  public String command() {
    return "ssh -F /dev/null -i %s -o IdentitiesOnly=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR"
        .formatted(key);
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
    server.close();
  }

  private static boolean isOnThePath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
  }
}
