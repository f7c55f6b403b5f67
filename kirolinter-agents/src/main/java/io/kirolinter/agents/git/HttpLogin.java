package io.kirolinter.agents.git;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.secret.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * With what git says over HTTP who it is. It reaches git by the environment of the one process that
 * needs it: it stands on no command line and in no file.
 *
 * @param site the server that it is for; no other gets it
 */
public record HttpLogin(URI site, String user, Secret password) {

  public HttpLogin {
    requireNonNull(site, "site");
    requireNonNull(user, "user");
    requireNonNull(password, "password");
  }

  /** Adds what tells git, besides settings that the environment has already. */
  void addTo(Map<String, String> environment) {
    int count = count(environment.getOrDefault("GIT_CONFIG_COUNT", "0"));
    byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
    environment.put("GIT_CONFIG_COUNT", String.valueOf(count + 1));
    environment.put("GIT_CONFIG_KEY_" + count, "http." + site + "/.extraHeader");
    environment.put(
        "GIT_CONFIG_VALUE_" + count,
        "Authorization: Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private static int count(String text) {
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
  }
}
