package io.kirolinter.cli.wiring;

import io.kirolinter.agents.notify.secret.SecretStore;
import io.kirolinter.analytics.insight.Insight;
import io.kirolinter.analytics.wording.AdviceWriter;
import io.kirolinter.analytics.wording.ModelEndpoint;
import io.kirolinter.cli.environment.Environment;
import io.kirolinter.core.error.KiroLinterException;
import io.kirolinter.core.settings.SecretPlace;
import java.util.Optional;

/**
 * The language model that the environment names: {@code KIROLINTER_AI_URL} and {@code
 * KIROLINTER_AI_MODEL}, and where it wants a key, {@code KIROLINTER_AI_KEY} or the file {@code
 * KIROLINTER_AI_KEY_FILE}, which only its owner may read.
 */
public final class LanguageModel {

  private static final String URL = "KIROLINTER_AI_URL";
  private static final String MODEL = "KIROLINTER_AI_MODEL";
  private static final String KEY = "KIROLINTER_AI_KEY";
  private static final String KEY_FILE = "KIROLINTER_AI_KEY_FILE";

  private LanguageModel() {}

  /**
   * {@return the same, with its recommendations in other words if a model is named and answers}
   * Where it does not, the environment is told why, and nothing else is lost.
   */
  public static Insight worded(Environment environment, Insight insight) {
    if (variable(environment, URL).isEmpty() || variable(environment, MODEL).isEmpty()) {
      return insight;
    }
    try {
      AdviceWriter writer = AdviceWriter.at(endpoint(environment));
      return insight.withWording(Optional.of(writer.words(insight.workflows().recommendations())));
    } catch (KiroLinterException e) {
      environment.err().println("Note: " + e.getMessage());
      environment.err().flush();
      return insight;
    }
  }

  private static ModelEndpoint endpoint(Environment environment) {
    return ModelEndpoint.of(
        variable(environment, URL).orElseThrow(),
        variable(environment, MODEL).orElseThrow(),
        key(environment));
  }

  private static Optional<String> key(Environment environment) {
    Optional<SecretPlace> file = variable(environment, KEY_FILE).map(SecretPlace::file);
    return file.or(() -> variable(environment, KEY).map(set -> SecretPlace.variable(KEY)))
        .map(SecretStore.of(environment.variables(), environment.folder())::read)
        .map(secret -> secret.reveal());
  }

  private static Optional<String> variable(Environment environment, String name) {
    return Optional.ofNullable(environment.variables().get(name)).filter(set -> !set.isBlank());
  }
}
