package samples;

import java.io.File;
import java.io.ObjectInputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Random;
import java.util.zip.ZipEntry;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import javax.naming.directory.DirContext;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509TrustManager;
import javax.script.ScriptEngine;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;

/** Breaks every rule about security at least once. */
abstract class Security implements X509TrustManager {
  private static final String MODE = "AES/" + "ECB/NoPadding";
  private String password = "hunter42";
  private final HostnameVerifier anyone = (host, session) -> true;

  @interface Login {
    String password() default "hunter42";
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {}

  void ciphers(byte[] key, SSLEngine engine) throws Exception {
    Cipher.getInstance(MODE).doFinal(key);
    Cipher.getInstance("AES");
    new SecretKeySpec(key, "DES");
    MessageDigest.getInstance("MD5");
    SSLContext.getInstance("TLSv1");
    engine.setEnabledProtocols(new String[] {"SSLv3", "TLSv1.2"});
  }

  void queries(Connection db, DirContext tree, XPath path, ScriptEngine engine, String who)
      throws Exception {
    String sql = "select * from t where name = '" + who + "'";
    Statement statement = db.createStatement();
    statement.executeQuery(sql);
    statement.execute(String.format("delete from %s where id = %d", who, 7));
    tree.search("ou=people", "(uid=" + who + ")", null);
    path.evaluate("//user[@name='" + who + "']", null);
    engine.eval("print(" + who + ")");
    Runtime.getRuntime().exec("ping " + who);
    new ProcessBuilder("sh", "-c", "ping " + who).start();
    DriverManager.getConnection("jdbc:x", "sa", "hunter42".concat(""));
    this.password = "hunter42";
    char[] secret = "hunter42".toCharArray();
    System.setProperty("password", "hunter42");
  }

  void random(SecureRandom secure, byte[] salt) {
    secure.setSeed(42);
    new SecureRandom(new byte[] {1, 2, 3});
    new Random().nextBytes(salt);
    String token = "t" + Math.random();
  }

  Object files(File folder, ZipEntry entry, Path out, ObjectInputStream given) throws Exception {
    ObjectInputStream in = new ObjectInputStream(null);
    File target = new File(folder, entry.getName());
    Path other = out.resolve(entry.getName());
    File shared = new File(System.getProperty("java.io.tmpdir"), "state");
    File fixed = new File("/tmp/state");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.newDocumentBuilder().parse(target);
    return in.readObject();
  }

  static class DigestComparison {
    boolean isValid(byte[] mac, byte[] expected) {
      return java.util.Arrays.equals(mac, expected);
    }
  }

  static class DisabledCsrf {
    void configure(HttpSecurity http) throws Exception {
      http.csrf().disable();
    }
  }

  static class HardCodedKey {
    Object key() {
      return new javax.crypto.spec.SecretKeySpec("0123456789abcdef".getBytes(), "AES");
    }
  }

  static class InsecureCookie {
    void keep(javax.servlet.http.Cookie cookie) {
      cookie.setSecure(false);
    }
  }

  static class OpenRedirect {
    void next(javax.servlet.http.HttpServletRequest request, javax.servlet.http.HttpServletResponse response)
        throws Exception {
      response.sendRedirect(request.getParameter("next"));
    }
  }

  static class PathTraversal {
    java.io.File load(javax.servlet.http.HttpServletRequest request) {
      return new java.io.File("/data/" + request.getParameter("name"));
    }
  }

  static class ReflectedInput {
    void hello(javax.servlet.http.HttpServletRequest request, javax.servlet.http.HttpServletResponse response)
        throws Exception {
      response.getWriter().println("Hello " + request.getParameter("name"));
    }
  }

  static class SmallKey {
    void pair() throws Exception {
      java.security.KeyPairGenerator pairs = java.security.KeyPairGenerator.getInstance("RSA");
      pairs.initialize(1024);
    }
  }

  static class StaticIv {
    Object vector() {
      return new javax.crypto.spec.IvParameterSpec(new byte[16]);
    }
  }

  static class UnsignedToken {
    Object read(JwtParser parser, String token) {
      return parser.parseClaimsJwt(token);
    }
  }

  static class WorldWritableFile {
    void share(java.io.File file) {
      file.setWritable(true, false);
    }
  }
}
