package io.kirolinter.cli.option;

import io.kirolinter.cli.environment.Environment;
import io.kirolinter.cli.output.ResultFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option for the file that a result goes to, in place of standard output. */
public final class OutputOption {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the result to this file, all of it or nothing.")
  Optional<Path> file = Optional.empty();

  public void print(Environment environment, String result) {
    if (file.isPresent()) {
      ResultFile.write(environment.folder().resolve(file.get()), result);
    } else {
      environment.out().print(result);
      environment.out().flush();
    }
  }
}
