package io.kirolinter.agents.rule.security;

import java.util.List;
import java.util.Set;

/** How surely the name of a variable says that it holds a credential. */
enum Secrecy {
  /** Such as {@code password}: whatever stands there is one. */
  CERTAIN,
  /** Such as {@code token}: may be a piece of a text just as well. */
  POSSIBLE,
  NONE;

  private static final Set<String> CERTAIN_WORDS =
      Set.of(
          "password", "passwd", "pwd", "passphrase", "passcode", "secret", "apikey", "apisecret");

  private static final Set<String> POSSIBLE_WORDS =
      Set.of("token", "credential", "credentials", "auth", "bearer", "jwt", "pass", "authtoken");

  private static final Set<String> KINDS_OF_KEY =
      Set.of(
          "api", "access", "secret", "private", "signing", "encryption", "hmac", "aes", "master");

  /** {@return what a name says by its last words; {@code passwordField} is a field, no password} */
  static Secrecy of(String name) {
    List<String> words = NameWords.of(name);
    if (words.isEmpty()) {
      return NONE;
    }
    String last = words.get(words.size() - 1);
    String before = words.size() > 1 ? words.get(words.size() - 2) : "";
    if (CERTAIN_WORDS.contains(last)) {
      return CERTAIN;
    }
    boolean key = last.equals("key") && KINDS_OF_KEY.contains(before);
    return key || POSSIBLE_WORDS.contains(last) ? POSSIBLE : NONE;
  }
}
