package io.kirolinter.core.forge;

import java.util.List;

/**
 * A kind of forge. Found by {@link java.util.ServiceLoader}, or handed over. Safe for use by many
 * threads.
 */
public interface ForgeProvider {

  /** {@return the name by which users choose it: kebab-case, unique, never changed} */
  String kind();

  /**
   * {@return whether the forge at a host is of this kind, as far as its name tells}
   *
   * @param host in small letters, without a port
   */
  boolean isAt(String host);

  /** {@return the host of the service that everybody can use, such as {@code github.com}} */
  String home();

  /** {@return environment variables that may hold a token, the first of them first} */
  List<String> tokenVariables();

  /**
   * {@return environment variables that name a host, or hold an address at it, for which the tokens
   * are too; they are sent to no other host than these and the home}
   */
  List<String> hostVariables();

  /** {@return the user name that goes with a token where git asks for one} */
  String loginName();

  /** {@return a project of the forge; nothing is asked of it yet} */
  Forge connect(ForgeConnection connection);
}
