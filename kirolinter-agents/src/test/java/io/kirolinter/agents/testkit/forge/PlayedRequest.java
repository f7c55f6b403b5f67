package io.kirolinter.agents.testkit.forge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A pull request as a played forge keeps it. */
public final class PlayedRequest {

  /** A comment. */
  public static final class Comment {
    public final long id;
    public String body;
    public int edits;

    Comment(long id, String body) {
      this.id = id;
      this.body = body;
    }
  }

  public final int number;
  public final String branch;
  public final String target;
  public String title;
  public String body;
  public boolean draft;
  public String state = "open";
  public String openedAt = "";
  String head = "";
  public int edits;
  public final Set<String> labels = new LinkedHashSet<>();
  public final List<String> reviewers = new ArrayList<>();
  public final List<Comment> comments = new ArrayList<>();

  PlayedRequest(int number, String branch, String target, String title, String body) {
    this.number = number;
    this.branch = branch;
    this.target = target;
    this.title = title;
    this.body = body;
  }

  static ArrayNode list() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
