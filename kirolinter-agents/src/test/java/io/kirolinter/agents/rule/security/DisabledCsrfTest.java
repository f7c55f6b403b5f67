package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class DisabledCsrfTest {

  private final RuleHarness rule = RuleHarness.of(new DisabledCsrf());

  @Test
  void reportsTheSwitch() {
    rule.reportsWithoutFix(
        """
        class Sample {
          void run(HttpSecurity http) throws Exception {
            http.csrf().disable(); // finding: forge
            http.csrf(csrf -> csrf.disable()); // finding:
            http.csrf(AbstractHttpConfigurer::disable); // finding:
            http.cors()
                .csrf(csrf -> csrf.disable()); // finding:
          }
        }
        """);
  }

  @Test
  void acceptsOtherSettingsAndServicesWithoutSession() {
    rule.isSilentOn(
        """
        class Sample {
          void run(HttpSecurity http) throws Exception {
            http.csrf();
            http.csrf(csrf -> csrf.ignoringRequestMatchers("/a"));
            http.csrf(Customizer.withDefaults());
            http.csrf(Customizer::withDefaults);
            http.csrf(csrf -> { });
            http.cors().disable();
            http.disable();
            disable();
          }
          void api(HttpSecurity http) throws Exception {
            http.csrf().disable().sessionManagement().sessionCreationPolicy(SessionCreationPolicy.STATELESS);
          }
        }
        """);
  }

  @Test
  void survivesAMissingParenthesis() {
    rule.survives(
        """
        class Sample { void run(HttpSecurity http) { http.csrf().disable( ; } }
        """);
  }
}
