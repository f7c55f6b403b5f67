package io.kirolinter.core.testkit.redis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for this machine that signs itself, made by the JDK's keytool.
 *
 * @param certificate as PEM
 * @param key the private key as PEM, not encrypted
 * @param trustStore a file by which clients know the certificate, in the form that is read quickest
 * @param trustStorePassword the password of that file
 */
public record TlsFiles(Path certificate, Path key, Path trustStore, String trustStorePassword) {

  private static final String PASSWORD = "changeit";
  private static final String ALIAS = "redis";

  /** Makes new files in a folder; takes about a second. */
  public static TlsFiles madeIn(Path folder) throws IOException, InterruptedException {
    Path both = folder.resolve("key-and-certificate.p12");
    keytool(both, folder.resolve("keytool.log"));
    try {
      KeyStore made = load(both);
      byte[] key = made.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
      byte[] certificate = made.getCertificate(ALIAS).getEncoded();
      return new TlsFiles(
          pem(folder.resolve("redis.crt"), "CERTIFICATE", certificate),
          pem(folder.resolve("redis.key"), "PRIVATE KEY", key),
          trustStore(folder.resolve("trust.jks"), made),
          PASSWORD);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("keytool made unusable files in " + folder, e);
    }
  }

  /** {@return what makes connections that trust this certificate alone} */
  SSLContext context() throws IOException {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(load(trustStore));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("unusable file " + trustStore, e);
    }
  }

  private static void keytool(Path into, Path log) throws IOException, InterruptedException {
    String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            program,
            "-J-XX:TieredStopAtLevel=1",
            "-genkeypair",
            "-alias",
            ALIAS,
            "-dname",
            "CN=localhost",
            "-ext",
            "san=ip:127.0.0.1,dns:localhost",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-validity",
            "30",
            "-storetype",
            "PKCS12",
            "-keystore",
            into.toString(),
            "-storepass",
            PASSWORD);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool failed: " + Files.readString(log));
    }
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }

  private static Path trustStore(Path file, KeyStore made)
      throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("JKS");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, made.getCertificate(ALIAS));
    try (var out = Files.newOutputStream(file)) {
      trusted.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  private static Path pem(Path file, String what, byte[] content) throws IOException {
    String text =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.UTF_8)).encodeToString(content);
    return Files.writeString(
        file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
  }
}
