package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class DigestComparisonTest {

  private final RuleHarness rule = RuleHarness.of(new DigestComparison());

  @Test
  void comparesInConstantTime() {
    rule.fixes(
        """
        import java.security.MessageDigest;
        import java.util.Arrays;
        class Sample {
          boolean run(byte[] given, byte[] expectedMac, javax.crypto.Mac m) {
            return Arrays.equals(given, expectedMac) || Arrays.equals(m.doFinal(given), (given));
          }
        }
        """,
        """
        import java.security.MessageDigest;
        import java.util.Arrays;
        class Sample {
          boolean run(byte[] given, byte[] expectedMac, javax.crypto.Mac m) {
            return MessageDigest.isEqual(given, expectedMac) || MessageDigest.isEqual(m.doFinal(given), (given));
          }
        }
        """);
  }

  @Test
  void namesTheTypeInFullWhereItIsNotImported() {
    rule.fixes(
        "class Sample { boolean run(byte[] sig, byte[] b) { return java.util.Arrays.equals(sig, b); } }",
        "class Sample { boolean run(byte[] sig, byte[] b) { return java.security.MessageDigest.isEqual(sig, b); } }");
  }

  @Test
  void acceptsOtherArraysAndComparisons() {
    rule.isSilentOn(
        """
        import java.util.Arrays;
        class Sample {
          void run(byte[] mac, byte[] a, byte[] hash, String[] signature, Object[] all, byte[] machine) {
            Arrays.equals(a, hash);
            Arrays.equals(signature, all);
            Arrays.equals(machine, a);
            Arrays.equals(mac, load());
            Arrays.equals(mac, 0, 1, a, 0, 1);
            Arrays.fill(mac, a);
            Other.equals(mac, a);
            mac.equals(a);
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { boolean run(byte[] mac) { return Arrays.equals(mac, ; } }
        """);
  }
}
