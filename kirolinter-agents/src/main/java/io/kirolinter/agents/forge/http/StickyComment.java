package io.kirolinter.agents.forge.http;

import io.kirolinter.core.json.ForeignJson;
import io.kirolinter.core.json.Json;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** The one comment of this product below something on a forge. */
public final class StickyComment {

  private final ForgeHttp http;
  private final URI all;
  private final LongFunction<URI> one;
  private final String edit;

  /**
   * Looks among comments.
   *
   * @param all where they are listed, and new ones are made
   * @param one where that of a number is
   * @param edit the method by which one is edited
   */
  public StickyComment(ForgeHttp http, URI all, LongFunction<URI> one, String edit) {
    this.http = http;
    this.all = all;
    this.one = one;
    this.edit = edit;
  }

  /** Makes it say a text: writes it, edits it, or does nothing if it says so already. */
  public void say(String marker, String text) {
    String wanted = marker + "\n" + text;
    http.retrying(
        () -> {
          Optional<ForeignJson> own =
              new ForgePages(http)
                  .find(all, comment -> ForgeJson.text(comment, "body").startsWith(marker));
          boolean same =
              own.map(comment -> ForgeJson.text(comment, "body").equals(wanted)).orElse(false);
          return same || said(own, Json.write(Map.of("body", wanted)));
        });
  }

  private boolean said(Optional<ForeignJson> own, String body) {
    http.send(
        own.map(comment -> one.apply(comment.field("id").as(Long.class)))
            .map(place -> ForgeCall.of(edit, place, body))
            .orElseGet(() -> ForgeCall.of("POST", all, body)));
    return true;
  }
}
