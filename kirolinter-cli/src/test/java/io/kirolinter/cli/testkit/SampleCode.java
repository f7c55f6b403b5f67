package io.kirolinter.cli.testkit;

import io.kirolinter.agents.testkit.TestRepository;
import java.nio.file.Path;

/** Repositories with code that breaks rules. */
public final class SampleCode {

  public static final String GREETING = "src/main/java/a/Greeting.java";
  public static final String LOGIN = "src/main/java/a/Login.java";

  private SampleCode() {}

  /** {@return a repository with a smell that can be fixed, and a grave weakness that cannot} */
  public static TestRepository repository(Path folder) {
    TestRepository repository = TestRepository.init(folder);
    repository
        .write(
            GREETING,
            """
            package a;

            import java.util.List;

            class Greeting {
              String text() {
                return "hello";
              }
            }
            """)
        .write(
            LOGIN,
            """
            package a;

            class Login {
              byte[] hash(byte[] password) throws Exception {
                return java.security.MessageDigest.getInstance("MD5").digest(password);
              }
            }
            """)
        .commit("first");
    return repository;
  }
}
