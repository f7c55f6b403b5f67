package io.kirolinter.agents.rule.security;

import io.kirolinter.agents.rule.testkit.RuleHarness;
import org.junit.jupiter.api.Test;

class HardCodedCredentialTest {

  private final RuleHarness rule = RuleHarness.of(new HardCodedCredential());

  @Test
  void reportsWhatIsNamedACredential() {
    rule.reportsWithoutFix(
        """
        import java.util.Properties;

        class Sample {
          static final String DB_PASSWORD = "hunter42"; // finding: 'DB_PASSWORD' is written into the code
          char[] passphrase = "correcthorse".toCharArray(); // finding: 'passphrase'
          byte[] secret = "x7Gh2".getBytes(); // finding:

          void run(Properties properties, Account account) throws Exception {
            String pwd;
            pwd = "hunter42"; // finding: 'pwd'
            this.password = "hunter42"; // finding: 'password'
            account.setPassword("hunter42"); // finding: 'Password'
            properties.put("db.password", "hunter42"); // finding: 'db.password'
            java.sql.DriverManager.getConnection("jdbc:h2:mem", "sa", "hunter42"); // finding: 'password'
          }

          @interface Login {
            String password() default "hunter42"; // finding:
          }
        }
        """);
  }

  @Test
  void reportsATokenOnlyIfItLooksRandom() {
    rule.reports(
        """
        class Sample {
          String token = "q8Zr2LpX9vT4mK7sYw3N"; // finding: 'token'
          String apiKey = "7f3c9a1e5b8d2046af19"; // finding: 'apiKey'
          String separatorToken = "comma";
          String otherToken = "aaaaaaaaaaaaaaaaaaa1";
          String thirdToken = "0123456789abcdefghij";
          String fourthToken = "abcdefghijklmnopqrst";
        }
        """);
  }

  @Test
  void reportsSecretsByTheirForm() {
    rule.reports(
        """
        class Sample {
          String[] all = {
            "AKIA2E0A8F3B244C9986", // finding: an AWS access key
            "see ghp_16C7e42F292c6912E7710c838347Ae178B4a", // finding: a GitHub token
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJqb2huIn0.dBjftJeZ4CVPmB92K27uhbUJU1p1r", // finding: a JSON web token
            "jdbc:postgresql://admin:hunter42@db/x" // finding: a URL with a password
          };
          String key =
              "-----BEGIN RSA PRIVATE KEY-----\\n" // finding: a private key
                  + "MIIEpAIBAAKCAQEA1c7+9z5Pad7OejecsQ0buGpXdk\\n"
                  + "-----END RSA PRIVATE KEY-----";
        }
        """);
  }

  @Test
  void acceptsNamesPlacesAndPictures() {
    rule.isSilentOn(
        """
        class Sample {
          String password = "";
          String passwd = "password";
          String pwd = "${db.password}";
          String secret = "spring.datasource.password";
          String dbPassword = "DB_PASSWORD";
          String myPassword = "Enter your password:";
          String userPassword = "https://example.org/reset";
          String newPassword = "********";
          String oldPassword = "changeme";
          String adminPassword = "<password>";
          String passphrase = "/run/secrets/db";
          String keyPassword = null;
          String otherPassword = "pw";
        }
        """);
  }

  @Test
  void acceptsVariablesThatAreNotTheCredentialItself() {
    rule.isSilentOn(
        """
        class Sample {
          String passwordField = "hunter42";
          String PASSWORD_PROMPT = "hunter42";
          String tokenType = "q8Zr2LpX9vT4mK7sYw3N";
          String name = "hunter42";
          String $ = "hunter42x";
        }
        """);
  }

  @Test
  void acceptsCallsThatKeepNoCredential() {
    rule.isSilentOn(
        """
        class Sample {
          void run(java.util.Map<String, String> map, String key, String password) throws Exception {
            map.put("name", "hunter42");
            map.get("hunter42");
            setPassword("hunter42", "admin");
            check(password, "hunter42");
            log("hunter42").toString();
            "hunter42".equals(password);
            "hunter42".getBytes();
            password.indexOf("hunter42");
          }
        }
        """);
  }

  @Test
  void acceptsSecretsThatAreMadeUpAndMarkersOfKeys() {
    rule.isSilentOn(
        """
        class Sample {
          String[] all = {
            "AKIAIOSFODNN7EXAMPLE",
            "https://user:password@host",
            "https://${user}:${pass}@host",
            "-----BEGIN PRIVATE KEY-----",
            "-----BEGIN PRIVATE KEY-----" + body,
            "eyJhbGciOiJIUzI1NiJ9"
          };
        }
        """);
  }

  @Test
  void survivesAMissingValue() {
    rule.survives(
        """
        class Sample { String password = ; String secret = "hunter42" + ; void run() { setPassword("hunter42 } }
        """);
  }
}
