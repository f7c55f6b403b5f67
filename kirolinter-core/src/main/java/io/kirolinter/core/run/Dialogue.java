package io.kirolinter.core.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was said between a run and its people.
 *
 * @param answers all of them, the oldest first; also those that were taken back
 * @param open the question that nobody has answered yet
 * @param switches to other modes, the oldest first
 */
public record Dialogue(
    @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(Include.NON_EMPTY) List<RunAnswer> answers,
    @JsonInclude(Include.NON_ABSENT) Optional<OpenQuestion> open,
    @JsonSetter(nulls = Nulls.AS_EMPTY) @JsonInclude(Include.NON_EMPTY) List<ModeSwitch> switches) {

  private static final Dialogue NONE = new Dialogue(List.of(), Optional.empty(), List.of());

  public Dialogue {
    requireNonNull(open, "open");
    answers = List.copyOf(answers);
    switches = List.copyOf(switches);
  }

  /** {@return nothing said} */
  public static Dialogue none() {
    return NONE;
  }

  /** {@return the same, with a question that is to be answered} */
  public Dialogue asking(OpenQuestion question) {
    return new Dialogue(answers, Optional.of(question), switches);
  }

  /** {@return the same, with an answer at the end, and no open question} */
  public Dialogue answered(RunAnswer answer) {
    return new Dialogue(appended(answers, answer), Optional.empty(), switches);
  }

  /** {@return the same, with no open question} */
  public Dialogue closed() {
    return new Dialogue(answers, Optional.empty(), switches);
  }

  /** {@return the same, going on in another mode: what was asked is not asked any more} */
  public Dialogue switched(RunMode from, RunMode to, Instant at, String person) {
    ModeSwitch change = new ModeSwitch(from, to, at, person, answers.size());
    return new Dialogue(answers, Optional.empty(), appended(switches, change));
  }

  /** {@return the mode that the run was switched to last, if it was} */
  @JsonIgnore
  public Optional<RunMode> mode() {
    return lastSwitch().map(ModeSwitch::to);
  }

  /** {@return the answers that count: those since the run was last switched to another mode} */
  public List<RunAnswer> standing() {
    int before = lastSwitch().map(ModeSwitch::answersBefore).orElse(0);
    return answers.subList(Math.min(before, answers.size()), answers.size());
  }

  private Optional<ModeSwitch> lastSwitch() {
    return switches.isEmpty() ? Optional.empty() : Optional.of(switches.get(switches.size() - 1));
  }

  private static <T> List<T> appended(List<T> list, T last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }

  /** Keeps what was never said out of the JSON, so that it is that of earlier releases. */
  static final class Silence {

    @Override
    public boolean equals(Object other) {
      return NONE.equals(other);
    }

    @Override
    public int hashCode() {
      return NONE.hashCode();
    }
  }
}
