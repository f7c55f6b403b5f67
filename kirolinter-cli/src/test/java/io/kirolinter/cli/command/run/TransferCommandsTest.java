package io.kirolinter.cli.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.cli.testkit.Cli;
import io.kirolinter.cli.testkit.Outcome;
import io.kirolinter.cli.testkit.SampleCode;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go from one data folder to another. */
class TransferCommandsTest {

  @TempDir Path temp;
  private Cli here;
  private Cli there;

  @BeforeEach
  void makeRepository() {
    TestRepository repository = SampleCode.repository(temp.resolve("repository"));
    here = Cli.in(repository.folder(), temp.resolve("home"));
    there = Cli.in(temp, temp.resolve("other"));
  }

  @Test
  void aWholeReviewIsShownElsewhereAsItWasShownHere() {
    String id = fullReview();
    here.run("agent", "export", id, "--output", temp.resolve("run.json").toString()).exitedWith(0);

    Outcome imported = there.run("agent", "import", "run.json").exitedWith(0);

    assertThat(imported.out())
        .isEqualTo("Run %s imported. 'kirolinter agent status %s' shows it.\n".formatted(id, id));
    for (String format : new String[] {"text", "json"}) {
      assertThat(there.run("agent", "status", id, "--format", format).exitedWith(0).out())
          .isEqualTo(here.run("agent", "status", id, "--format", format).exitedWith(0).out());
    }
    assertThat(there.run("agent", "import", "run.json").exitedWith(0).out())
        .isEqualTo("Run %s was there already, the very same.\n".formatted(id));
    assertThat(there.run("agent", "export", id).out())
        .isEqualTo(here.run("agent", "export", id).out());
  }

  @Test
  void anExportGoesToStdoutAndNothingElseDoes() {
    String id = fullReview();

    Outcome exported = here.run("agent", "export", id, "--format", "json").exitedWith(0);

    assertThat(exported.json().get("document").textValue()).isEqualTo("kirolinter-run");
    assertThat(exported.json().at("/run/id").textValue()).isEqualTo(id);
    assertThat(exported.json().get("artifacts")).hasSizeGreaterThan(3);
  }

  @Test
  void anExportToAFileSaysSoAsJson() {
    String id = fullReview();

    Outcome exported = here.run("agent", "export", id, "--output", "r.json", "--format", "json");

    assertThat(exported.exitedWith(0).json().get("runId").textValue()).isEqualTo(id);
    assertThat(Path.of(exported.json().get("file").textValue())).isRegularFile();
  }

  @Test
  void aRunThatIsUnknownIsNotExported() {
    Path file = temp.resolve("run.json");

    assertThat(
            here.run("agent", "export", "20261122-181530-ffffff", "--output", file.toString())
                .exitedWith(2)
                .err())
        .contains("there is no such run");

    assertThat(file).doesNotExist();
  }

  @Test
  void aFileThatIsNoExportIsRefusedBeforeAnythingIsOpened() throws Exception {
    Files.writeString(temp.resolve("run.json"), "{\"document\":\"shopping-list\"}");
    Files.write(temp.resolve("latin1.json"), new byte[] {'"', (byte) 0xe4, '"'});

    assertThat(there.run("agent", "import", "run.json").exitedWith(2).err())
        .startsWith("Cannot read run 'run.json': it is another kind of document");
    assertThat(there.run("agent", "import", "latin1.json").exitedWith(2).err())
        .startsWith("Cannot read run 'latin1.json': ");
    assertThat(there.run("agent", "import", "none.json").exitedWith(2).err())
        .startsWith("Cannot read run 'none.json': NoSuchFileException");
    assertThat(temp.resolve("other")).doesNotExist();
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws Exception {
    try (var file = new RandomAccessFile(temp.resolve("run.json").toFile(), "rw")) {
      file.setLength(1L << 36);
    }

    assertThat(there.run("agent", "import", "run.json").exitedWith(2).err())
        .startsWith("Cannot read run 'run.json': it is too large");
  }

  private String fullReview() {
    return here.run("agent", "workflow", "--template", "full_review", "--format", "json")
        .exitedWith(0)
        .json()
        .get("runId")
        .textValue();
  }
}
