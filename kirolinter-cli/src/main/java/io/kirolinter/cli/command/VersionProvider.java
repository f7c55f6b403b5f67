package io.kirolinter.cli.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Reads the version from the jar. */
final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "kirolinter " + version(), "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }

  static String version() {
    return Optional.ofNullable(VersionProvider.class.getPackage().getImplementationVersion())
        .orElse("from classes");
  }
}
