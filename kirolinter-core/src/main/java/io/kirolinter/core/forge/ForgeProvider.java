package io.kirolinter.core.forge;

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

  /** {@return a project of the forge; nothing is asked of it yet} */
  Forge connect(ForgeConnection connection);
}
