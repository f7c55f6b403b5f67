package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class InsecureCookieTest {

  private final RuleHarness rule = RuleHarness.of(new InsecureCookie());

  @Test
  void switchesTheProtectionOn() {
    rule.fixes(
        """
        class Sample {
          interface Cookie { Cookie setSecure(boolean b); Cookie setHttpOnly(boolean b); Cookie secure(boolean b); Cookie httpOnly(boolean b); }
          static Cookie cookieBuilder() { return null; }
          void run(Cookie one) {
            one.setSecure(false);
            one.setHttpOnly(false);
            cookieBuilder().secure(false).httpOnly(false);
          }
        }
        """,
        """
        class Sample {
          interface Cookie { Cookie setSecure(boolean b); Cookie setHttpOnly(boolean b); Cookie secure(boolean b); Cookie httpOnly(boolean b); }
          static Cookie cookieBuilder() { return null; }
          void run(Cookie one) {
            one.setSecure(true);
            one.setHttpOnly(true);
            cookieBuilder().secure(true).httpOnly(true);
          }
        }
        """);
  }

  @Test
  void saysWhichProtectionIsOff() {
    rule.reports(
        """
        class Sample {
          void run(Config sessionCookieConfig) {
            sessionCookieConfig.setSecure(false); // finding: plain HTTP
            this.cookie.setHttpOnly(false); // finding: scripts
          }
        }
        """);
  }

  @Test
  void acceptsOtherFlagsAndReceivers() {
    rule.isSilentOn(
        """
        class Sample {
          void run(Cookie cookie, Connector connector, boolean secure) {
            cookie.setSecure(true);
            cookie.setSecure(secure);
            cookie.setSecure();
            cookie.setVersion(false);
            connector.setSecure(false);
            setSecure(false);
            builder().secure(false);
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { void run(Cookie c) { c.setSecure(false ; } }
        """);
  }
}
