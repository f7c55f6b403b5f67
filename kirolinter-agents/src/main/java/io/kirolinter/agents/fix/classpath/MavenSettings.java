package io.kirolinter.agents.fix.classpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What the settings of a Maven user say about the place of libraries. */
final class MavenSettings {

  private MavenSettings() {}

  static Path localRepository(Path userHome) {
    Path standard = userHome.resolve(".m2/repository");
    Path file = userHome.resolve(".m2/settings.xml");
    try {
      return Files.isRegularFile(file)
          ? SmallXml.textsOf(SmallXml.read(file), "settings/localRepository").stream()
              .findFirst()
              .map(text -> resolved(userHome, text.strip()))
              .orElse(standard)
          : standard;
    } catch (IOException | InvalidPathException e) {
      return standard; // as Maven would with settings that it cannot read: no libraries elsewhere
    }
  }

  private static Path resolved(Path userHome, String text) {
    return userHome.resolve(text.replace("${user.home}", userHome.toString()));
  }
}
