package io.kirolinter.agents.integrate.publish;

import io.kirolinter.core.error.InvalidRequestException;
import io.kirolinter.core.finding.Fingerprint;
import io.kirolinter.core.json.ForeignJson;
import io.kirolinter.core.json.Json;
import io.kirolinter.core.memory.Redaction;
import io.kirolinter.core.repository.CommitId;
import io.kirolinter.core.source.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a pull request's body that programs read: which findings it removes, and whether its
 * text is still as it was written.
 *
 * @param fingerprints of the findings that it removes
 * @param base the commit in which these findings were
 * @param text names the text that was written above
 */
public record FingerprintBlock(Set<Fingerprint> fingerprints, CommitId base, String text) {

  /** GitHub takes 65,536 characters, GitLab more. */
  private static final int LONGEST_BODY = 60_000;

  private static final int MOST_FINGERPRINTS = 1_000;
  private static final String CUT = "\n\n…\n";
  private static final String START = "<!-- kirolinter-fixes\n";
  private static final String END = "\n-->";
  private static final Pattern BLOCK =
      Pattern.compile("<!-- kirolinter-fixes\\r?\\n(\\{[^\\r\\n]*\\})\\r?\\n-->");

  public FingerprintBlock {
    fingerprints = Set.copyOf(fingerprints);
  }

  /** {@return the whole body of a pull request: the text without secrets, and the block} */
  static String bodyOf(Candidate candidate) {
    String text = shortened(Redaction.of(candidate.body()).strip());
    List<Map<String, String>> fixes =
        candidate.fixed().stream()
            .limit(MOST_FINGERPRINTS)
            .map(
                fix -> Map.of("rule", fix.rule().value(), "fingerprint", fix.fingerprint().value()))
            .toList();
    String json =
        Json.write(
            Map.of("version", 1, "base", candidate.base(), "fixes", fixes, "text", nameOf(text)));
    return text + "\n\n" + START + json.replace(">", "\\u003e") + END + "\n";
  }

  /** {@return the block of a body; empty if it has none, or one that makes no sense} */
  public static Optional<FingerprintBlock> in(String body) {
    Matcher found = BLOCK.matcher(body);
    if (!found.find()) {
      return Optional.empty();
    }
    try {
      ForeignJson json = ForeignJson.read("block of", "pull request", found.group(1));
      Set<Fingerprint> fingerprints = new LinkedHashSet<>();
      for (ForeignJson fix : json.field("fixes").items()) {
        fingerprints.add(new Fingerprint(fix.field("fingerprint").as(String.class)));
      }
      return Optional.of(
          new FingerprintBlock(
              fingerprints,
              json.field("base").as(CommitId.class),
              json.field("text").as(String.class)));
    } catch (InvalidRequestException | IllegalArgumentException e) {
      return Optional.empty(); // a person has edited it
    }
  }

  /** {@return whether nobody has edited the text above the block} */
  boolean isUntouched(String body) {
    Matcher found = BLOCK.matcher(body);
    return found.find() && nameOf(body.substring(0, found.start())).equals(text);
  }

  /** Forges may write line ends in their own way. */
  private static String nameOf(String text) {
    String plain = text.replace("\r\n", "\n").strip();
    return ContentHash.of(plain.getBytes(StandardCharsets.UTF_8)).value();
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_BODY ? text.substring(0, LONGEST_BODY) + CUT : text;
  }
}
