package io.kirolinter.agents.rule.performance;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class BigNumberConstantTest {

  private final RuleHarness rule = RuleHarness.of(new BigNumberConstant());

  @Test
  void usesTheConstant() {
    rule.fixes(
        """
        import java.math.BigDecimal;
        import java.math.BigInteger;
        class A {
          BigInteger a = new BigInteger("0").add(BigInteger.valueOf(1)).add(BigInteger.valueOf(10L));
          BigDecimal b = new BigDecimal("1").add(new BigDecimal(10)).add(BigDecimal.valueOf(0));
        }
        """,
        """
        import java.math.BigDecimal;
        import java.math.BigInteger;
        class A {
          BigInteger a = BigInteger.ZERO.add(BigInteger.ONE).add(BigInteger.TEN);
          BigDecimal b = BigDecimal.ONE.add(BigDecimal.TEN).add(BigDecimal.ZERO);
        }
        """);
  }

  @Test
  void offersNoFixOverAComment() {
    rule.reportsWithoutFix(
        """
        import java.math.*;
        class A {
          BigInteger a = new BigInteger(/* none */ "0"); // finding: BigInteger.ZERO
        }
        """);
  }

  @Test
  void leavesOtherNumbersAlone() {
    rule.isSilentOn(
        """
        import java.math.BigDecimal;
        import java.math.BigInteger;
        import java.math.MathContext;
        class A {
          BigInteger a = new BigInteger("2").add(new BigInteger("10", 2)).add(BigInteger.valueOf(3));
          BigDecimal b = new BigDecimal("0.0").add(new BigDecimal("1.00")).add(BigDecimal.valueOf(1.0));
          BigDecimal c = new BigDecimal(1.0).add(BigDecimal.valueOf(1, 2)).add(new BigDecimal("01"));
          boolean d = b == new BigDecimal("1") || BigDecimal.valueOf(0) != c;
          Integer e = Integer.valueOf(1);
          String f = new String("0") + new BigInteger("1") {
            @Override public String toString() {
              return "one";
            }
          };
          BigInteger g(int x, String s) {
            valueOf(1);
            return new BigInteger(s).add(BigInteger.valueOf(x)).add(new BigInteger(new byte[1]));
          }
          void valueOf(int x) {}
        }
        """);
  }

  @Test
  void leavesATypeOfTheSameNameAlone() {
    rule.isSilentOn(
        """
        import org.acme.BigDecimal;
        class A {
          Object a = new BigDecimal("0");
        }
        """);
  }

  @Test
  void survivesAMissingArgument() {
    rule.survives(
        """
        import java.math.BigInteger;
        class A { Object a = new BigInteger(; Object b = BigInteger.valueOf(; }
        """);
  }
}
