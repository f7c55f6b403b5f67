package io.kirolinter.agents.forge.http;

import io.kirolinter.core.forge.PullRequest;
import io.kirolinter.core.json.ForeignJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What forges have in common in how they write. */
public final class ForgeJson {

  private ForgeJson() {}

  /** {@return a text; empty if there is none} */
  public static String text(ForeignJson json, String field) {
    return json.field(field).isThere() ? json.field(field).as(String.class) : "";
  }

  /** {@return a text as it stands in an address} */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * {@return the pull requests of a folder of branches, each once: what was closed between the two
   * questions, or slid onto another page, is told of twice, and the later word counts}
   *
   * @param open those that were open
   * @param newest in whatever state, asked for after that
   */
  public static List<PullRequest> each(
      String folder, List<PullRequest> open, List<PullRequest> newest) {
    Map<Long, PullRequest> each = new LinkedHashMap<>();
    open.forEach(one -> each.put(one.number(), one));
    newest.stream().filter(one -> !one.isOpen()).forEach(one -> each.put(one.number(), one));
    return each.values().stream().filter(one -> one.branch().startsWith(folder + "/")).toList();
  }
}
