package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class UnsignedTokenTest {

  private final RuleHarness rule = RuleHarness.of(new UnsignedToken());

  @Test
  void reportsTokensThatAnybodyCanWrite() {
    rule.reportsWithoutFix(
        """
        class Sample {
          void run(JwtParser parser, String token, JwtConsumerBuilder builder) {
            parser.parseClaimsJwt(token); // finding: anybody can write it
            parser.parseUnsecuredClaims(token); // finding:
            JWT.require(Algorithm.none()); // finding:
            Object none = SignatureAlgorithm.NONE; // finding:
            builder.setSkipSignatureVerification(); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsSignedTokensAndOtherNames() {
    rule.isSilentOn(
        """
        class Sample {
          void run(JwtParser parser, String token) {
            parser.parseClaimsJws(token);
            JWT.require(Algorithm.HMAC256(token));
            Object one = SignatureAlgorithm.HS256;
            Object two = Kind.NONE;
            Algorithm.none(1);
            Optional.none();
            parseClaimsJwt(token);
          }
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        class Sample { void run(JwtParser p) { p.parseClaimsJwt( ; SignatureAlgorithm. ; } }
        """);
  }
}
