package io.kirolinter.agents.fix.classpath;

import io.kirolinter.core.source.SourcePath;
import java.util.Set;

/** Code of a module by the libraries that it sees. */
enum CodeKind {
  MAIN(Set.of("compile", "provided"), Set.of("compile")),
  TEST(Set.of("compile", "provided", "runtime", "test"), Set.of("compile", "runtime"));

  private final Set<String> scopes;
  private final Set<String> inheritedScopes;

  CodeKind(Set<String> scopes, Set<String> inheritedScopes) {
    this.scopes = scopes;
    this.inheritedScopes = inheritedScopes;
  }

  static CodeKind of(SourcePath file) {
    String place = "/" + file.folder() + "/";
    boolean isTest = place.contains("/test/") || place.matches(".*/src/[a-zA-Z]*[tT]est/.*");
    return isTest ? TEST : MAIN;
  }

  /** {@return the scopes of the module's own dependencies that it sees} */
  Set<String> scopes() {
    return scopes;
  }

  /** {@return the scopes that it sees of the dependencies of others} */
  Set<String> inheritedScopes() {
    return inheritedScopes;
  }
}
