package io.kirolinter.cli.dialogue;

import io.kirolinter.cli.environment.Environment;
import java.util.stream.Stream;

/** The name of the person in front, as it is written into runs. */
public final class Person {

  private Person() {}

  /** {@return the name of the account; {@code the user} if the environment has none} */
  public static String at(Environment environment) {
    return Stream.of("USER", "LOGNAME", "USERNAME")
        .map(name -> environment.variables().getOrDefault(name, "").strip())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("the user");
  }
}
