package io.kirolinter.agents.notify.web;

import io.kirolinter.core.json.Json;
import io.kirolinter.core.notice.Channel;
import io.kirolinter.core.notice.Message;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Posts a message to a chat by its incoming webhook. Such a webhook tells no id of the message, so
 * one can be neither edited nor answered in a thread, and one that is sent again appears again.
 */
final class ChatChannel implements Channel {

  /** What a chat shows of one text; both take a little more. */
  private static final int LONGEST = 2_900;

  private final String name;
  private final HttpPost post;
  private final HookAddress address;
  private final Function<Message, Object> body;

  private ChatChannel(
      String name, HttpPost post, HookAddress address, Function<Message, Object> body) {
    this.name = name;
    this.post = post;
    this.address = address;
    this.body = body;
  }

  static Channel slack(HttpPost post, HookAddress address) {
    return new ChatChannel("slack", post, address, ChatChannel::forSlack);
  }

  static Channel teams(HttpPost post, HookAddress address) {
    return new ChatChannel("teams", post, address, ChatChannel::forTeams);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String send(Message message) {
    Map<String, String> headers = Map.of("Idempotency-Key", message.id());
    post.send(name, address, () -> headers, Json.write(body.apply(message)));
    return address.shown();
  }

  private static Object forSlack(Message message) {
    String title = escaped(message.title());
    return Map.of(
        "text",
        title,
        "blocks",
        List.of(section("*" + title + "*"), section(cut(escaped(message.body())))));
  }

  private static Object section(String text) {
    return Map.of(
        "type", "section", "text", Map.of("type", "mrkdwn", "text", cut(text), "verbatim", true));
  }

  /** Else a text from the code could call everybody, or hide a link. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Object forTeams(Message message) {
    Object card =
        Map.of(
            "$schema",
            "http://adaptivecards.io/schemas/adaptive-card.json",
            "type",
            "AdaptiveCard",
            "version",
            "1.4",
            "body",
            List.of(
                block(message.title(), Map.of("weight", "Bolder", "size", "Medium")),
                block(message.body(), Map.of())));
    return Map.of(
        "type",
        "message",
        "attachments",
        List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
  }

  /** A bracket could hide a link behind other words. */
  private static Object block(String text, Map<String, Object> style) {
    Map<String, Object> block = new TreeMap<>(style);
    block.put("type", "TextBlock");
    block.put("wrap", true);
    block.put("text", cut(text.replace("[", "\\[")));
    return block;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\n…";
  }
}
