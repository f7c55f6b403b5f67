package io.kirolinter.agents.fix.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A safe fix leaves what other files can see of its file as it is. */
final class DeclarationsGate implements FileGate {

  @Override
  public String name() {
    return "declarations";
  }

  @Override
  public Optional<String> objection(Attempt attempt) {
    List<String> before = attempt.before().declarations();
    List<String> after = attempt.after().declarations();
    if (!attempt.isSafe() || before.equals(after)) {
      return Optional.empty();
    }
    return Optional.of(
        "a safe fix must not change what other files can see: %s became %s"
            .formatted(only(before, after), only(after, before)));
  }

  private static List<String> only(List<String> some, List<String> others) {
    List<String> rest = new ArrayList<>(some);
    others.forEach(rest::remove);
    return rest;
  }
}
