package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class TrustAllCertificatesTest {

  private final RuleHarness rule = RuleHarness.of(new TrustAllCertificates());

  @Test
  void reportsChecksThatLetEverybodyThrough() {
    rule.reportsWithoutFix(
        """
        import java.security.cert.X509Certificate;
        import javax.net.ssl.X509TrustManager;
        class Trusting implements X509TrustManager {
          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type) {} // finding: certificates

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type) { // finding: certificates
            return;
          }

          @Override
          public X509Certificate[] getAcceptedIssuers() {
            return null;
          }
        }
        """);
  }

  @Test
  void reportsVerifiersThatAcceptEveryName() {
    rule.reports(
        """
        import javax.net.ssl.*;
        class Anyone implements HostnameVerifier {
          HostnameVerifier any = (host, session) -> true; // finding: every host name
          Object cast = (HostnameVerifier) (host, session) -> { return (true); }; // finding:

          @Override
          public boolean verify(String host, SSLSession session) { // finding:
            return true;
          }

          void run(HttpsURLConnection connection) {
            connection.setHostnameVerifier((host, session) -> true); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsChecksThatCheck() {
    rule.isSilentOn(
        """
        import java.security.cert.X509Certificate;
        import javax.net.ssl.*;
        abstract class Checking extends X509ExtendedTrustManager implements HostnameVerifier {
          HostnameVerifier named = (host, session) -> host.equals("localhost");
          java.util.function.BiPredicate<String, SSLSession> other = (host, session) -> true;
          java.util.function.Predicate<String> one = host -> true;
          HostnameVerifier blocks = (host, session) -> { log(host); return true; };

          public void checkServerTrusted(X509Certificate[] chain, String type) {
            parent.checkServerTrusted(chain, type);
          }

          public abstract void checkClientTrusted(X509Certificate[] chain, String type);

          public boolean verify(String host, SSLSession session) {
            return host.equals("localhost");
          }

          boolean verify(String name, String other) {
            return true;
          }

          boolean verify(String name) {
            return true;
          }
        }
        """);
  }

  @Test
  void survivesAMissingBody() {
    rule.survives(
        """
        class Sample { checkServerTrusted(X[] a, String b) {} void checkClientTrusted( {} boolean verify(String a, SSLSession s) { return ; } Object o = (a, b) -> ; }
        """);
  }
}
