package io.kirolinter.agents.fix.classpath;

import com.google.common.collect.ImmutableSet;
import io.kirolinter.core.source.SourcePath;

/** Code of a module by the libraries that it sees. */
enum CodeKind {
  MAIN(ImmutableSet.of("compile", "provided"), ImmutableSet.of("compile")),
  TEST(
      ImmutableSet.of("compile", "provided", "runtime", "test"),
      ImmutableSet.of("compile", "runtime"));

  private final ImmutableSet<String> scopes;
  private final ImmutableSet<String> inheritedScopes;

  CodeKind(ImmutableSet<String> scopes, ImmutableSet<String> inheritedScopes) {
    this.scopes = scopes;
    this.inheritedScopes = inheritedScopes;
  }

  static CodeKind of(SourcePath file) {
    String place = "/" + file.folder() + "/";
    boolean isTest = place.contains("/test/") || place.matches(".*/src/[a-zA-Z]*[tT]est/.*");
    return isTest ? TEST : MAIN;
  }

  /** {@return the scopes of the module's own dependencies that it sees} */
  ImmutableSet<String> scopes() {
    return scopes;
  }

  /** {@return the scopes that it sees of the dependencies of others} */
  ImmutableSet<String> inheritedScopes() {
    return inheritedScopes;
  }
}
