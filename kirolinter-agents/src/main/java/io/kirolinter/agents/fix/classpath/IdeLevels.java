package io.kirolinter.agents.fix.classpath;

import io.kirolinter.core.finding.JavaLevel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The level of Java that the project files of Eclipse and IntelliJ name, for code that no build
 * file speaks of.
 *
 * @param checkout the top folder, real
 */
record IdeLevels(Path checkout) {

  private static final Pattern ECLIPSE =
      Pattern.compile("(?m)^org\\.eclipse\\.jdt\\.core\\.compiler\\.source=([0-9.]+)\\s*$");

  private static final Pattern INTELLIJ = Pattern.compile("JDK_(?:1_)?([0-9]+)(?:_PREVIEW)?");

  Optional<JavaLevel> level() {
    try {
      Optional<JavaLevel> eclipse = eclipse();
      return eclipse.isPresent() ? eclipse : intelliJ();
    } catch (IOException e) {
      return Optional.empty(); // as without the file: nothing is known
    }
  }

  private Optional<JavaLevel> eclipse() throws IOException {
    Optional<byte[]> prefs = read(".settings/org.eclipse.jdt.core.prefs");
    Matcher source =
        ECLIPSE.matcher(new String(prefs.orElse(new byte[0]), StandardCharsets.ISO_8859_1));
    return source.find() ? JavaLevel.in(source.group(1)) : Optional.empty();
  }

  private Optional<JavaLevel> intelliJ() throws IOException {
    Optional<byte[]> misc = read(".idea/misc.xml");
    return misc.isEmpty()
        ? Optional.empty()
        : SmallXml.elements(misc.get()).stream()
            .filter(one -> "ProjectRootManager".equals(one.attributes().get("name")))
            .map(one -> INTELLIJ.matcher(one.attributes().getOrDefault("languageLevel", "")))
            .filter(Matcher::matches)
            .findFirst()
            .flatMap(level -> JavaLevel.in(level.group(1)));
  }

  private Optional<byte[]> read(String name) throws IOException {
    Path file = checkout.resolve(name);
    return Files.isRegularFile(file) && file.toRealPath().startsWith(checkout.toRealPath())
        ? Optional.of(SmallXml.read(file))
        : Optional.empty();
  }
}
