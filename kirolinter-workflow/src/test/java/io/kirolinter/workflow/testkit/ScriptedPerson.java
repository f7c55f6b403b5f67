package io.kirolinter.workflow.testkit;

import io.kirolinter.workflow.question.Confirmation;
import io.kirolinter.workflow.question.FixAnswer;
import io.kirolinter.workflow.question.FixQuestion;
import io.kirolinter.workflow.question.StepQuestion;
import io.kirolinter.workflow.question.StepReply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ada, who knows beforehand what she answers: to steps that she was told nothing of she says yes,
 * and to fixes when she was told no more, later. Keeps what she was asked.
 */
public final class ScriptedPerson implements Confirmation {

  private final Map<String, StepReply> replies = new HashMap<>();
  private final Deque<FixAnswer> fixes = new ArrayDeque<>();
  private final List<StepQuestion> asked = new ArrayList<>();
  private final List<FixQuestion> askedFixes = new ArrayList<>();

  public ScriptedPerson to(String step, StepReply reply) {
    replies.put(step, reply);
    return this;
  }

  public ScriptedPerson to(String step, Answer answer) {
    return to(step, StepReply.of(answer));
  }

  public ScriptedPerson toFixes(FixAnswer... answers) {
    fixes.addAll(List.of(answers));
    return this;
  }

  public List<StepQuestion> asked() {
    return asked;
  }

  public List<String> askedSteps() {
    return asked.stream().map(question -> question.step().name()).toList();
  }

  public StepQuestion asked(String step) {
    return asked.stream().filter(q -> q.step().name().equals(step)).findFirst().orElseThrow();
  }

  public List<FixQuestion> askedFixes() {
    return askedFixes;
  }

  @Override
  public StepReply ask(StepQuestion question) {
    asked.add(question);
    return replies.getOrDefault(question.step().name(), StepReply.yes());
  }

  @Override
  public FixAnswer askFix(FixQuestion question) {
    askedFixes.add(question);
    return fixes.isEmpty() ? FixAnswer.LATER : fixes.poll();
  }

  @Override
  public String person() {
    return "Ada";
  }
}
