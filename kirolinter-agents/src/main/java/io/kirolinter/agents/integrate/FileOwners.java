package io.kirolinter.agents.integrate;

import io.kirolinter.agents.notify.people.CodeOwners;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.SourcePath;
import java.util.List;

/** Who has to review which file: its owners, or else those of the module that it is in. */
final class FileOwners {

  private final CodeOwners owners;

  FileOwners(Snapshot snapshot) {
    owners = CodeOwners.in(snapshot);
  }

  /** {@return owners as CODEOWNERS has them, or the folder at the top; empty for a file there} */
  String of(SourcePath path) {
    List<String> named = owners.of(path);
    int end = path.value().indexOf('/');
    return named.isEmpty() ? path.value().substring(0, Math.max(0, end)) : String.join(" ", named);
  }
}
