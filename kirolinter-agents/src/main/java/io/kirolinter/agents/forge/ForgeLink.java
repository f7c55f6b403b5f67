package io.kirolinter.agents.forge;

import io.kirolinter.agents.git.HttpLogin;
import io.kirolinter.agents.git.Remote;
import io.kirolinter.core.forge.Forge;
import java.util.Optional;

/**
 * The two ways to a repository's project: the forge's interface, and git.
 *
 * @param login with what git is let in over HTTP; empty where git has what it needs by itself
 */
public record ForgeLink(Forge forge, Remote remote, Optional<HttpLogin> login) {

  public ForgeLink {
    remote = remote.with(login);
  }
}
