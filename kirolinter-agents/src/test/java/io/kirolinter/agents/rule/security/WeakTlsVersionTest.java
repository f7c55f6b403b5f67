package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class WeakTlsVersionTest {

  private final RuleHarness rule = RuleHarness.of(new WeakTlsVersion());

  @Test
  void asksForTheNewestVersion() {
    rule.fixes(
        """
        import javax.net.ssl.SSLContext;

        class Sample {
          Object[] run() throws Exception {
            return new Object[] {SSLContext.getInstance("TLSv1"), SSLContext.getInstance("SSL")};
          }
        }
        """,
        """
        import javax.net.ssl.SSLContext;

        class Sample {
          Object[] run() throws Exception {
            return new Object[] {SSLContext.getInstance("TLS"), SSLContext.getInstance("TLS")};
          }
        }
        """);
  }

  @Test
  void reportsOldVersionsThatAreEnabled() {
    rule.reportsWithoutFix(
        """
        class Sample {
          void run(javax.net.ssl.SSLSocket socket, javax.net.ssl.SSLParameters parameters) {
            socket.setEnabledProtocols(new String[] {"SSLv3", "TLSv1.2"}); // finding: broken
            parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.1"}); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsNewVersionsAndUnknownOnes() {
    rule.isSilentOn(
        """
        class Sample {
          void run(javax.net.ssl.SSLSocket socket, String version, String[] versions) throws Exception {
            javax.net.ssl.SSLContext.getInstance("TLSv1.3");
            javax.net.ssl.SSLContext.getInstance(version);
            javax.net.ssl.SSLContext.getDefault();
            socket.setEnabledProtocols(versions);
            socket.setEnabledProtocols(new String[2]);
            socket.setNames(new String[] {"SSLv3"});
          }
        }
        """);
  }

  @Test
  void survivesAMissingVersion() {
    rule.survives(
        """
        class Sample { void run() { SSLContext.getInstance("SSL; socket.setProtocols(new String[] {, }); } }
        """);
  }
}
