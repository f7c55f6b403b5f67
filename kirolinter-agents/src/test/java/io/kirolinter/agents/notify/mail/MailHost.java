package io.kirolinter.agents.notify.mail;

import io.kirolinter.core.settings.MailServer;
import io.kirolinter.core.settings.MailServer.Encryption;
import io.kirolinter.core.settings.SecretPlace;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on this machine with a certificate of its own, which keeps what comes. */
public final class MailHost implements AutoCloseable {

  public static final String PASSWORD = "pa55-Word-9";

  /** A mail that was taken. */
  public record Taken(String from, String to, String content) {}

  private final List<Taken> taken = Collections.synchronizedList(new ArrayList<>());
  private final Queue<RejectException> rejections = new ArrayDeque<>();
  private final Optional<SSLContext> certificate;
  private final SMTPServer server;
  private final Encryption encryption;

  private MailHost(Optional<SSLContext> certificate, Encryption encryption) {
    this.certificate = certificate;
    this.encryption = encryption;
    this.server = server();
  }

  public static MailHost start(Path folder, Encryption encryption) {
    return start(folder, encryption, "localhost");
  }

  /** One whose certificate is for a host. */
  static MailHost start(Path folder, Encryption encryption, String host) {
    return started(new MailHost(Optional.of(certificate(folder, host)), encryption));
  }

  /** One that knows no encryption. */
  static MailHost clear() {
    return started(new MailHost(Optional.empty(), Encryption.STARTTLS));
  }

  private static MailHost started(MailHost host) {
    host.server.start();
    return host;
  }

  private SMTPServer server() {
    SMTPServer.Builder builder =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .messageHandlerFactory(Handler::new)
            .authenticationHandlerFactory(
                new EasyAuthenticationHandlerFactory(
                    (user, password, context) -> {
                      if (!password.equals(PASSWORD)) {
                        throw new LoginFailedException("not " + password);
                      }
                    }));
    if (certificate.isEmpty()) {
      return builder.build();
    }
    return encryption == Encryption.TLS
        ? builder.serverSocketFactory(certificate.get()).build()
        : builder.enableTLS().requireTLS().startTlsSocketFactory(certificate.get()).build();
  }

  /** Answers the next addressees so. */
  public MailHost rejecting(RejectException... next) {
    rejections.addAll(List.of(next));
    return this;
  }

  public MailTrust trust() {
    return new MailTrust(certificate);
  }

  public MailServer settings() {
    return new MailServer(
        "localhost",
        server.getPortAllocated(),
        encryption,
        Optional.of("robot"),
        Optional.of(SecretPlace.variable("MAIL_PASSWORD")),
        "robot@example.org");
  }

  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  @Override
  public void close() {
    server.stop();
  }

  private final class Handler implements MessageHandler {

    private String from = "";
    private String to = "";

    Handler(MessageContext context) {}

    @Override
    public void from(String address) {
      from = address;
    }

    @Override
    public void recipient(String address) throws RejectException {
      RejectException rejection = rejections.poll();
      if (rejection != null) {
        throw rejection;
      }
      to = address;
    }

    @Override
    public String data(InputStream in) throws IOException {
      taken.add(new Taken(from, to, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      return "taken";
    }

    @Override
    public void done() {}
  }

  /** {@return a context that shows a new certificate, and trusts it and no other} */
  static SSLContext certificate(Path folder, String host) {
    try {
      Path file = folder.resolve(host + ".p12");
      if (Files.notExists(file)) {
        keytool(file, host);
      }
      KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD.toCharArray());
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("host", store.getCertificate("host"));
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(Path file, String host) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "host",
            "-keyalg",
            "EC",
            "-dname",
            "CN=" + host,
            "-ext",
            "san=dns:" + host,
            "-validity",
            "30",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream out = process.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
