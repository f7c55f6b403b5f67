package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class LdapInjectionTest {

  private final RuleHarness rule = RuleHarness.of(new LdapInjection());

  @Test
  void reportsFiltersThatArePutTogether() {
    rule.reportsWithoutFix(
        """
        class Sample {
          void run(javax.naming.directory.DirContext tree, String who) throws Exception {
            tree.search("ou=people", "(uid=" + who + ")", null); // finding: search filter
            tree.search("ou=people", String.format("(&(a=b)(uid=%s))", who), null); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsFiltersWithArgumentsAndOtherSearches() {
    rule.isSilentOn(
        """
        class Sample {
          void run(javax.naming.directory.DirContext tree, String who, Object[] all) throws Exception {
            tree.search("ou=people", "(uid={0})", all, null);
            tree.search("ou=" + who, "(uid=x)", null);
            search("(" + who + ")");
            find("(uid=" + who + ")");
          }
        }
        """);
  }

  @Test
  void survivesAMissingPart() {
    rule.survives(
        """
        class Sample { void run() { search("(uid=" + ); search(, "(uid=" + who } }
        """);
  }
}
