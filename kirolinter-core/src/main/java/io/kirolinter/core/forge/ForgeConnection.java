package io.kirolinter.core.forge;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.secret.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * How to reach a project.
 *
 * @param api where the interface for programs is; empty for the usual place at the site
 * @param token to be sent to the forge of the project, and to nobody else
 */
public record ForgeConnection(ForgeProject project, Optional<URI> api, Secret token) {

  public ForgeConnection {
    requireNonNull(project, "project");
    requireNonNull(api, "api");
    requireNonNull(token, "token");
  }
}
