package io.kirolinter.agents.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.repository.RepositoryId;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "https://ada:secret@example.org/team/it.git, https://example.org/team/it",
    "git@example.org:team/it.git,                https://example.org/team/it",
    "ssh://git@example.org:2222/team/ä b,        https://example.org/team/%C3%A4%20b"
  })
  void addressesARepositoryWithoutCredentials(String url, String address) {
    assertThat(origin(RepositoryId.ofOrigin(url)).address().orElseThrow()).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"path:/home/ada/it", "root:0123", "example.org", "/x"})
  void namesNoPlaceOnThisMachine(String id) {
    assertThat(origin(new RepositoryId(id)).address()).isEmpty();
  }

  @Test
  void takesWhatARepositoryHasCheckedOut() {
    CommitId head = TestRepository.init(folder).write("A.java", "class A {}\n").commit("first");

    Origin origin = Origin.of(Repositories.open(folder));

    assertThat(origin).isEqualTo(new Origin(Optional.empty(), Optional.of(head)));
  }

  private static Origin origin(RepositoryId id) {
    return new Origin(Optional.of(id), Optional.empty());
  }
}
