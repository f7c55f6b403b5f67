package io.kirolinter.core.run;

import io.kirolinter.core.artifact.ArtifactType;
import io.kirolinter.core.json.ForeignJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads documents of runs, and believes nothing that they say. */
final class RunDocumentReader {

  private static final String KIND = "run";

  private final String name;

  RunDocumentReader(String name) {
    this.name = name;
  }

  RunDocument read(String json) {
    requireVersion(ForeignJson.read(KIND, name, json));
    ForeignJson document = ForeignJson.read(KIND, name, RunDocument.redacted(json));
    ForeignJson part = document.field("run");
    part.firstText(RunDocumentReader::hasControlCharacters)
        .ifPresent(
            place -> {
              throw document.wrong(
                  "'%s' has a control character".formatted(place), "readable text");
            });
    Run run = part.as(Run.class);
    requireSound(run, document);
    return new RunDocument(run, artifacts(document, run));
  }

  private static void requireVersion(ForeignJson document) {
    boolean isDocument =
        document.field("document").firstText(RunDocumentWriter.KIND::equals).isPresent();
    if (!isDocument) {
      throw document.wrong(
          "it is another kind of document",
          "\"document\" to be \"%s\"".formatted(RunDocumentWriter.KIND));
    }
    int version = document.field("version").as(Integer.class);
    if (version < 1) {
      throw document.wrong("its version is '%d'".formatted(version), "a number from 1 on");
    }
    if (version > RunDocument.VERSION) {
      throw document.wrong(
          "it was written by a newer release, in version " + version,
          "version %d or older; use the newer release".formatted(RunDocument.VERSION));
    }
  }

  private static void requireSound(Run run, ForeignJson document) {
    Set<String> planned = new HashSet<>();
    for (PlannedStep step : run.plan().steps()) {
      requireNew(planned.add(step.name()), "run.plan.steps", step.name(), document);
    }
    Set<String> begun = new HashSet<>();
    for (StepRecord step : run.state().steps()) {
      requirePlanned(planned, step.name(), "run.state.steps", document);
      requireNew(begun.add(step.name()), "run.state.steps", step.name(), document);
    }
    for (RunAnswer answer : run.state().dialogue().answers()) {
      requirePlanned(planned, answer.step(), "run.state.dialogue.answers", document);
    }
  }

  private static List<StoredArtifact> artifacts(ForeignJson document, Run run) {
    Set<String> planned = new HashSet<>();
    run.plan().steps().forEach(step -> planned.add(step.name()));
    Set<List<String>> places = new HashSet<>();
    List<StoredArtifact> artifacts = new ArrayList<>();
    for (ForeignJson item : document.field("artifacts").items()) {
      StoredArtifact artifact = artifact(item);
      requirePlanned(planned, artifact.step(), item.place(), document);
      boolean isNew = places.add(List.of(artifact.step(), artifact.type()));
      requireNew(isNew, "artifacts", artifact.type(), document);
      artifacts.add(artifact);
    }
    return artifacts;
  }

  private static StoredArtifact artifact(ForeignJson item) {
    String step = item.field("step").as(String.class);
    String type = item.field("type").as(String.class);
    ForeignJson content = item.field("content");
    if (!type.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw item.wrong(
          "'%s.type' is no name of a type".formatted(item.place()), "a kebab-case name");
    }
    if (!content.isThere()) {
      throw item.wrong("there is no '%s'".formatted(content.place()), "the artifact");
    }
    ArtifactType.builtIn().stream()
        .filter(known -> known.name().equals(type))
        .forEach(k -> content.as(k.type()));
    return new StoredArtifact(step, type, content.json());
  }

  private static void requirePlanned(
      Set<String> planned, String step, String place, ForeignJson document) {
    if (!planned.contains(step)) {
      throw document.wrong(
          "'%s' has a step '%s'".formatted(place, step), "steps of the plan of the run");
    }
  }

  private static void requireNew(boolean isNew, String place, String what, ForeignJson document) {
    if (!isNew) {
      throw document.wrong("'%s' has '%s' twice".formatted(place, what), "each of them once");
    }
  }

  /** Terminals take some of these as commands, and what a plan says is printed as it is. */
  private static boolean hasControlCharacters(String text) {
    return text.chars()
        .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r');
  }
}
