package io.kirolinter.core.store.privacy;

import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.run.Claim;
import io.kirolinter.core.run.Dialogue;
import io.kirolinter.core.run.Lease;
import io.kirolinter.core.run.ModeSwitch;
import io.kirolinter.core.run.OpenQuestion;
import io.kirolinter.core.run.Run;
import io.kirolinter.core.run.RunAnswer;
import io.kirolinter.core.run.RunId;
import io.kirolinter.core.run.RunJournal;
import io.kirolinter.core.run.RunQuery;
import io.kirolinter.core.run.RunState;
import io.kirolinter.core.run.StepRecord;
import io.kirolinter.core.run.StoredArtifact;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Masks what steps say and produce; refuses a run whose options hold a secret. */
record PrivateJournal(RunJournal journal) implements RunJournal {

  @Override
  public Claim create(Run run, String owner, Duration length) {
    OpenOptions.require(run.plan().options(), "run", run.id().value());
    return journal.create(run.withState(redacted(run.state())), owner, length);
  }

  @Override
  public Claim claim(RunId id, String owner, Duration length) {
    return journal.claim(id, owner, length);
  }

  @Override
  public Lease renew(Lease lease, Duration length) {
    return journal.renew(lease, length);
  }

  @Override
  public void release(Lease lease) {
    journal.release(lease);
  }

  @Override
  public void checkpoint(Lease lease, RunState state, Optional<StoredArtifact> artifact) {
    journal.checkpoint(lease, redacted(state), artifact.map(PrivateJournal::redacted));
  }

  @Override
  public boolean checkpoint(
      Lease lease, RunState state, Optional<StoredArtifact> artifact, WhenCancelled cancelled) {
    return journal.checkpoint(
        lease, redacted(state), artifact.map(PrivateJournal::redacted), cancelled);
  }

  @Override
  public Optional<Run> find(RunId id) {
    return journal.find(id);
  }

  @Override
  public List<Run> list(RunQuery query) {
    return journal.list(query);
  }

  @Override
  public void visit(RunQuery query, Consumer<Run> visitor) {
    journal.visit(query, visitor);
  }

  @Override
  public Optional<Lease> holder(RunId id) {
    return journal.holder(id);
  }

  @Override
  public List<StoredArtifact> artifacts(RunId id) {
    return journal.artifacts(id);
  }

  @Override
  public boolean requestCancel(RunId id) {
    return journal.requestCancel(id);
  }

  @Override
  public boolean isCancelRequested(RunId id) {
    return journal.isCancelRequested(id);
  }

  @Override
  public boolean endUnbegun(RunId id, RunState end) {
    return journal.endUnbegun(id, redacted(end));
  }

  @Override
  public boolean delete(RunId id) {
    return journal.delete(id);
  }

  @Override
  public int deleteAll(Collection<RunId> ids) {
    return journal.deleteAll(ids);
  }

  @Override
  public boolean add(Run run, List<StoredArtifact> artifacts) {
    OpenOptions.require(run.plan().options(), "run", run.id().value());
    return journal.add(
        run.withState(redacted(run.state())),
        artifacts.stream().map(PrivateJournal::redacted).toList());
  }

  /** Most steps tell no secret, and each is written again with every checkpoint after it. */
  private static RunState redacted(RunState state) {
    RunState told = isOpen(state) ? state : withRedactedSteps(state);
    Dialogue said = state.dialogue();
    return said.equals(Dialogue.none()) ? told : told.withDialogue(redacted(said));
  }

  private static boolean isOpen(RunState state) {
    for (StepRecord step : state.steps()) {
      if (isChanged(step.summary()) || step.error().filter(PrivateJournal::isChanged).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isChanged(String text) {
    return !Redaction.of(text).equals(text);
  }

  private static RunState withRedactedSteps(RunState state) {
    return state.withSteps(state.steps().stream().map(PrivateJournal::redacted).toList());
  }

  private static Dialogue redacted(Dialogue dialogue) {
    return new Dialogue(
        dialogue.answers().stream().map(PrivateJournal::redacted).toList(),
        dialogue.open().map(PrivateJournal::redacted),
        dialogue.switches().stream().map(PrivateJournal::redacted).toList());
  }

  private static RunAnswer redacted(RunAnswer answer) {
    return new RunAnswer(
        answer.step(),
        answer.answer(),
        answer.fix(),
        answer.at(),
        Redaction.of(answer.person()),
        answer.why().map(Redaction::of));
  }

  private static OpenQuestion redacted(OpenQuestion question) {
    return new OpenQuestion(question.step(), Redaction.of(question.text()), question.askedAt());
  }

  private static ModeSwitch redacted(ModeSwitch change) {
    return new ModeSwitch(
        change.from(),
        change.to(),
        change.at(),
        Redaction.of(change.person()),
        change.answersBefore());
  }

  private static StepRecord redacted(StepRecord step) {
    return new StepRecord(
        step.name(),
        step.outcome(),
        step.attempts(),
        step.startedAt(),
        step.endedAt(),
        Redaction.of(step.summary()),
        step.error().map(Redaction::of));
  }

  private static StoredArtifact redacted(StoredArtifact artifact) {
    return new StoredArtifact(artifact.step(), artifact.type(), Redaction.ofJson(artifact.json()));
  }
}
