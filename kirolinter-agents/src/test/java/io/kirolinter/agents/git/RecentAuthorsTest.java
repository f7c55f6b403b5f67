package io.kirolinter.agents.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.git.RecentAuthors.Author;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.progress.Cancellation;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentAuthorsTest {

  private static final Instant MAY = Instant.parse("2026-05-01T12:00:00Z");
  private static final Author ADA = new Author("Ada", "ada@example.org");
  private static final Author BOB = new Author("Bob", "bob@example.org");

  @TempDir Path temp;

  @Test
  void namesWhoChangedAFileTheLastOneFirst() {
    TestRepository repository = TestRepository.init(temp);
    repository.write("A.java", "1").write("with space\u00fc.java", "1").commit("one", MAY);
    repository.write("A.java", "2").git("add", "--all");
    repository.git("commit", "--quiet", "-m", "two", "--author", "Bob <bob@example.org>");

    RecentAuthors authors = authors(repository, Instant.parse("2025-12-31T00:00:00Z"));

    assertThat(authors.of("A.java")).containsExactly(BOB, ADA);
    assertThat(authors.of("with space\u00fc.java")).containsExactly(ADA);
    assertThat(authors.of("B.java")).isEmpty();
  }

  @Test
  void forgetsWhoChangedItLongAgo() {
    TestRepository repository = TestRepository.init(temp);
    repository.write("A.java", "1").commit("one", MAY);
    repository.write("B.java", "1").commit("two", MAY.plusSeconds(60));

    RecentAuthors authors = authors(repository, MAY.plusSeconds(30));

    assertThat(authors.of("A.java")).isEmpty();
    assertThat(authors.of("B.java")).containsExactly(ADA);
  }

  @Test
  void namesPeopleAsTheMailmapDoes() {
    TestRepository repository = TestRepository.init(temp);
    repository.write(".mailmap", "Augusta King <king@example.org> <ada@example.org>\n");
    repository.write("A.java", "1").commit("one", MAY);

    assertThat(authors(repository, MAY).of("A.java"))
        .containsExactly(new Author("Augusta King", "king@example.org"));
  }

  private static RecentAuthors authors(TestRepository repository, Instant since) {
    return RecentAuthors.of(repository.open(), repository.head(), since, Cancellation.create());
  }
}
