package io.kirolinter.agents.fix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.agents.fix.apply.DirtyFiles;
import io.kirolinter.agents.fix.apply.FixHistory;
import io.kirolinter.agents.fix.apply.FixRecord;
import io.kirolinter.agents.git.Repositories;
import io.kirolinter.agents.review.CodeReview;
import io.kirolinter.agents.review.JavaAnalyzer;
import io.kirolinter.agents.review.JavaRules;
import io.kirolinter.agents.review.QuarantineKey;
import io.kirolinter.agents.review.RefusedRules;
import io.kirolinter.agents.testkit.TestRepository;
import io.kirolinter.core.analysis.Scope;
import io.kirolinter.core.artifact.FixSet.DroppedFix;
import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.error.WorkFailedException;
import io.kirolinter.core.finding.Finding;
import io.kirolinter.core.finding.FixLevel;
import io.kirolinter.core.finding.RuleId;
import io.kirolinter.core.memory.Observation;
import io.kirolinter.core.repository.Repository;
import io.kirolinter.core.repository.Snapshot;
import io.kirolinter.core.source.ContentHash;
import io.kirolinter.core.source.SourcePath;
import io.kirolinter.core.store.Stores;
import io.kirolinter.core.store.embedded.EmbeddedStores;
import io.kirolinter.core.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeFixTest {

  private static final String A = "src/A.java";
  private static final String B = "src/B.java";
  private static final String IMPORT = "import java.util.List;\r\n";
  private static final String REST = "class A {\r\n  long size = 1l;\r\n}";
  private static final String BEFORE_A = "\uFEFF" + IMPORT + REST;
  private static final String AFTER_A = "\uFEFF" + REST.replace("1l", "1L");
  private static final String BEFORE_B = "import java.util.Map;\nclass B {}\n";
  private static final CodeFixRequest SAFE = CodeFixRequest.safe(Scope.everything());

  @TempDir Path temp;
  private final SettableClock clock = SettableClock.at("2026-11-22T18:15:30Z");
  private TestRepository made;
  private Stores stores;

  @BeforeEach
  void makeRepository() {
    made = TestRepository.init(temp.resolve("repo"));
    made.write(A, BEFORE_A).write(B, BEFORE_B).commit("first");
    stores = EmbeddedStores.open(temp.resolve("home"), clock);
  }

  @AfterEach
  void closeStores() {
    stores.close();
  }

  @Test
  void writesFixesAndTakesThemBackByteForByte() throws IOException {
    PreparedFixes done = fix(SAFE);

    assertThat(done.fixes().applied()).isEqualTo(3);
    assertThat(done.left()).isEmpty();
    assertThat(content(A)).isEqualTo(AFTER_A);
    assertThat(content(B)).isEqualTo("class B {}\n");
    assertThat(fix(SAFE).fixes().applied()).isZero();

    try (FixHistory history = FixHistory.open(temp.resolve("home"), location())) {
      assertThat(history.undo(Optional.empty())).hasSize(2);
    }
    assertThat(content(A)).isEqualTo(BEFORE_A);
    assertThat(made.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void showsTheFixesAsAPatchAndWritesNothing() throws IOException {
    PreparedFixes prepared = prepare(SAFE);
    assertThat(content(A)).isEqualTo(BEFORE_A);

    Path patch = Files.write(temp.resolve("patch"), prepared.diff().getBytes(UTF_8));
    made.git("apply", patch.toString());

    assertThat(content(A)).isEqualTo(AFTER_A);
    assertThat(content(B)).isEqualTo("class B {}\n");
  }

  @Test
  void makesOnlyWhatWasChosen() throws IOException {
    try (Snapshot snapshot = snapshot()) {
      FixOffer offer = offer(snapshot, SAFE);
      assertThat(offer.fixable()).hasSize(3);
      Finding chosen = of("lower-case-long-suffix", offer);

      PreparedFixes prepared = codeFix().prepare(offer, List.of(chosen), SAFE, temp);

      assertThat(prepared.fixes().applied()).isEqualTo(1);
      assertThat(prepared.left()).hasSize(2);
      assertThat(offer.diffOf(chosen).orElseThrow())
          .contains("+  long size = 1L;\r\n")
          .doesNotContain("-\uFEFF");
    }
  }

  @Test
  void leavesFilesAloneThatSomebodyHasChanged() throws IOException {
    made.write(B, BEFORE_B + "// mine\n");
    made.write("src/New.java", BEFORE_B.replace("class B", "class New"));

    PreparedFixes done = fix(SAFE);

    assertThat(done.fixes().applied()).isEqualTo(2);
    assertThat(done.leftAlone())
        .containsOnlyKeys(SourcePath.of(B), SourcePath.of("src/New.java"))
        .containsValue("it has changes that are not committed");
    assertThat(content(B)).endsWith("// mine\n").startsWith("import");
  }

  @Test
  void fixesChangedFilesTooWhereThatIsAllowed() throws IOException {
    made.write(B, BEFORE_B + "// mine\n");

    PreparedFixes done = fix(SAFE.withDirty(DirtyFiles.FIX));

    assertThat(done.fixes().applied()).isEqualTo(3);
    assertThat(content(B)).isEqualTo("class B {}\n// mine\n");
  }

  @Test
  void leavesAFileAloneThatIsEditedAfterItWasAnalysed() throws IOException {
    PreparedFixes done;
    try (Snapshot snapshot = snapshot()) {
      FixOffer offer = offer(snapshot, SAFE);
      PreparedFixes prepared = codeFix().prepare(offer, offer.fixable(), SAFE, temp.resolve("f"));
      made.write(B, "class B { int mine; }\n");
      done = codeFix().write(prepared, SAFE, next());
    }

    assertThat(done.fixes().applied()).isEqualTo(2);
    assertThat(done.leftAlone()).containsOnlyKeys(SourcePath.of(B));
    assertThat(content(B)).isEqualTo("class B { int mine; }\n");
  }

  @Test
  void leavesAFileAloneThatIsEditedBeforeItsFixIsMade() {
    try (Snapshot snapshot = snapshot()) {
      FixOffer offer = offer(snapshot, SAFE);
      made.write(B, "class B { int mine; }\n");

      PreparedFixes prepared = codeFix().prepare(offer, offer.fixable(), SAFE, temp.resolve("f"));

      assertThat(offer.diffOf(of("unused-import", offer))).isPresent();
      assertThat(offer.diffOf(offer.fixable().get(2))).isEmpty();
      assertThat(prepared.fixes().applied()).isEqualTo(2);
      assertThat(prepared.leftAlone())
          .containsEntry(SourcePath.of(B), "it has changed since it was analysed");
    }
  }

  @Test
  void leavesReadOnlyFilesAlone() throws IOException {
    Files.setPosixFilePermissions(file(B), PosixFilePermissions.fromString("r--r--r--"));

    PreparedFixes done = fix(SAFE);

    assertThat(done.leftAlone()).containsEntry(SourcePath.of(B), "the file is read-only");
    assertThat(content(B)).isEqualTo(BEFORE_B);
    assertThat(content(A)).isEqualTo(AFTER_A);
  }

  @Test
  void neverTouchesBrokenFilesNorWhatLinksLeadTo() throws IOException {
    Path outside = Files.writeString(temp.resolve("Outside.java"), BEFORE_B);
    Files.createSymbolicLink(file("src/Link.java"), outside);
    byte[] latin = "import java.util.Map;\nclass L { String s = \"\u00e4\"; }\n".getBytes("latin1");
    made.write("src/L.java", latin);
    made.write("src/Broken.java", "import java.util.Map;\nclass Broken { int x = 1l }\n")
        .commit("c");

    PreparedFixes done = fix(SAFE);

    assertThat(done.fixes().applied()).isEqualTo(3);
    assertThat(done.offer().report().problems()).hasSize(2);
    assertThat(outside).hasContent(BEFORE_B);
    assertThat(Files.readAllBytes(file("src/L.java"))).isEqualTo(latin);
    assertThat(made.git("status", "--porcelain").lines()).hasSize(2);
  }

  @Test
  void restoresAllWhenOneFileCannotBeWritten() throws IOException {
    try (Snapshot snapshot = snapshot()) {
      FixOffer offer = offer(snapshot, SAFE);
      PreparedFixes prepared = codeFix().prepare(offer, offer.fixable(), SAFE, temp.resolve("f"));
      // A folder where the new content of the second file would be put together.
      Path inTheWay = Files.createDirectories(file("src/.B.java.kirolinter"));
      Files.writeString(inTheWay.resolve("full"), "");

      assertThatThrownBy(() -> codeFix().write(prepared, SAFE, next()))
          .isInstanceOf(WorkFailedException.class)
          .hasMessageContaining("Make room or correct the permissions");
    }
    assertThat(content(A)).isEqualTo(BEFORE_A);
    assertThat(content(B)).isEqualTo(BEFORE_B);
  }

  @Test
  void offersNoFixOfARuleThatWasRefusedUnlessItIsNamed() {
    RuleId refused = RuleId.of("unused-import");
    RefusedRules.refuse(stores.memory(), made.open().id(), Set.of(refused), clock.instant());

    PreparedFixes prepared = prepare(SAFE);
    assertThat(prepared.fixes().applied()).isEqualTo(1);
    assertThat(prepared.offer().refused()).containsExactly(refused);
    assertThat(prepared.left()).extracting(Finding::fixLevel).containsOnly(FixLevel.SUGGESTION);

    Scope named = Scope.everything().withRules(Set.of(refused));
    assertThat(prepare(CodeFixRequest.safe(named)).fixes().applied()).isEqualTo(2);
  }

  @Test
  void dropsWhatFailsTheCommandAndDoesNotTryItAgain() {
    CodeFixRequest verified = SAFE.withVerifyCommand(Optional.of("grep -q Map src/B.java"));

    PreparedFixes prepared = prepare(verified);
    assertThat(prepared.fixes().applied()).isEqualTo(2);
    assertThat(prepared.fixes().dropped()).hasSize(1);
    codeFix().rememberDropped(prepared, "once", clock.instant());
    codeFix().rememberDropped(prepared, "once", clock.instant());

    PreparedFixes again = prepare(verified);
    assertThat(again.fixes().applied()).isEqualTo(2);
    assertThat(again.fixes().dropped()).isEmpty();
    assertThat(made.git("worktree", "list").lines()).hasSize(1);
  }

  @Test
  void sharesTheQuarantineOfRunsUntilItsConditionsAreOthers() {
    CodeFixRequest verified = SAFE.withVerifyCommand(Optional.of("grep -q Map src/B.java"));
    PreparedFixes prepared = prepare(verified);
    DroppedFix dropped = prepared.fixes().dropped().get(0);
    codeFix().rememberDropped(prepared, "once", clock.instant());

    try (Snapshot snapshot = snapshot()) {
      ContentHash content = snapshot.file(dropped.path()).orElseThrow().hash();
      String conditions = QuarantineKey.of("rules", content, verified.verifyCommand());
      assertThat(stores.memory().observations(made.open().id(), "fix-quarantined", 9))
          .extracting(Observation::subject)
          .containsExactly(QuarantineKey.subject(dropped.fingerprint(), conditions));
    }
    assertThat(prepare(SAFE).fixes().applied()).isEqualTo(3);
    Scope named = Scope.everything().withRules(Set.of(dropped.rule()));
    PreparedFixes asked =
        prepare(CodeFixRequest.safe(named).withVerifyCommand(verified.verifyCommand()));
    assertThat(asked.fixes().dropped()).extracting(DroppedFix::path).contains(dropped.path());
  }

  @Test
  void refusesACommandWhereItCannotBeRun() throws IOException {
    CodeFixRequest verified = SAFE.withVerifyCommand(Optional.of("true"));
    Path plain = Files.createDirectories(temp.resolve("plain"));

    assertThatThrownBy(() -> prepare(verified.withDirty(DirtyFiles.FIX)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("not committed");
    assertThatThrownBy(() -> prepare(Repositories.open(plain), verified))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("no commit");
  }

  @Test
  void refusesABareRepository() {
    made.git("clone", "--quiet", "--bare", ".", temp.resolve("bare").toString());
    Repository bare = Repositories.open(temp.resolve("bare"));

    assertThatThrownBy(() -> codeFix(bare))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("it is bare");
  }

  @Test
  void makesNoMoreThanTheLimit() {
    assertThat(prepare(SAFE.withMaxFixes(java.util.OptionalInt.of(2))).fixes().applied())
        .isEqualTo(2);
  }

  @Test
  void appliesNoSuggestions() {
    assertThatThrownBy(() -> SAFE.withLevel(FixLevel.SUGGESTION))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private PreparedFixes fix(CodeFixRequest request) {
    try (Snapshot snapshot = snapshot()) {
      FixOffer offer = offer(snapshot, request);
      FixRecord record = next();
      PreparedFixes prepared = codeFix().prepare(offer, offer.fixable(), request, record.folder());
      return codeFix().write(prepared, request, record);
    }
  }

  private PreparedFixes prepare(CodeFixRequest request) {
    return prepare(made.open(), request);
  }

  private PreparedFixes prepare(Repository repository, CodeFixRequest request) {
    try (Snapshot snapshot = repository.snapshot(Optional.empty())) {
      FixOffer offer = offer(repository, snapshot, request);
      return codeFix(repository).prepare(offer, offer.fixable(), request, temp.resolve("work"));
    }
  }

  private CodeFix codeFix() {
    return codeFix(made.open());
  }

  private CodeFix codeFix(Repository repository) {
    return CodeFix.of(repository, FixEngine.of(JavaRules.all(), 1), "rules", stores.memory());
  }

  private FixOffer offer(Snapshot snapshot, CodeFixRequest request) {
    return offer(made.open(), snapshot, request);
  }

  private FixOffer offer(Repository repository, Snapshot snapshot, CodeFixRequest request) {
    CodeReview review =
        CodeReview.of(repository, repository.location(), List.of(JavaAnalyzer.withAllRules(1)));
    return codeFix(repository).offer(snapshot, review.report(snapshot, request.scope()), request);
  }

  private Snapshot snapshot() {
    return made.open().snapshot(Optional.empty());
  }

  private FixRecord next() {
    return FixHistory.next(temp.resolve("home"), location(), clock.instant(), new Random(7));
  }

  private static Finding of(String rule, FixOffer offer) {
    return offer.fixable().stream()
        .filter(one -> one.rule().value().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private Path location() {
    return made.open().location();
  }

  private Path file(String path) {
    return made.folder().resolve(path);
  }

  private String content(String path) throws IOException {
    return Files.readString(file(path));
  }
}
