package io.kirolinter.agents.report;

import static java.util.Objects.requireNonNull;

import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.RepositoryId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where the analysed code comes from, as far as is known. It never names a place on this machine,
 * nor a user or a password.
 *
 * @param repository such as {@code github.com/apache/commons-lang}
 * @param revision the commit that was checked out; the files on disk may differ from it
 */
public record Origin(Optional<RepositoryId> repository, Optional<CommitId> revision) {

  private static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty());

  public Origin {
    requireNonNull(repository, "repository");
    requireNonNull(revision, "revision");
  }

  /** {@return the origin of code of which nothing is known} */
  public static Origin unknown() {
    return UNKNOWN;
  }

  /** {@return the origin of what a repository has checked out} */
  public static Origin of(Repository repository) {
    Optional<RepositoryId> remote = Optional.of(repository.id()).filter(Origin::isRemote);
    return new Origin(remote, repository.head());
  }

  /** {@return the address of the repository; empty if it has no server, or no sound address} */
  public Optional<URI> address() {
    return repository.filter(Origin::isRemote).flatMap(id -> addressOf(id.value()));
  }

  private static Optional<URI> addressOf(String id) {
    int slash = id.indexOf('/');
    try {
      URI address = new URI("https", id.substring(0, slash), id.substring(slash), null, null);
      return Optional.of(URI.create(address.toASCIIString()));
    } catch (URISyntaxException e) {
      return Optional.empty(); // some name that only this server understands
    }
  }

  private static boolean isRemote(RepositoryId id) {
    return !id.value().startsWith("path:")
        && !id.value().startsWith("root:")
        && id.value().indexOf('/') > 0;
  }
}
