package io.kirolinter.core.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One change or look that Redis does as a whole, on keys of one slot.
 *
 * @param text what it does, in Lua
 * @param digest by what the server knows it once it has seen it
 */
record Script(String text, String digest) {

  static final Script OPEN = of("open");
  static final Script UPGRADED = of("upgraded");

  static final Script CREATE = of("claiming", "create");
  static final Script CLAIM = of("claiming", "claim");
  static final Script RENEW = of("renew");
  static final Script RELEASE = of("release");
  static final Script CHECKPOINT = of("making", "checkpointing", "checkpoint");
  static final Script CHECKPOINT_LAST =
      of("making", "checkpointing", "facts-day", "facts", "checkpoint-last");
  static final Script RUNS = of("runs");
  static final Script ARTIFACTS = of("artifacts");
  static final Script CANCEL = of("cancel");
  static final Script DELETE = of("facts-day", "delete");
  static final Script END_UNBEGUN = of("facts-day", "facts", "end-unbegun");
  static final Script ADD = of("making", "facts-day", "add");
  static final Script FACTS_FILL = of("facts-day", "facts", "facts-fill");
  static final Script FACTS_PAGE = of("facts-page");
  static final Script FACTS_DAYS = of("facts-days");
  static final Script INDEX = of("index");
  static final Script UNINDEX = of("unindex");
  static final Script OVER = of("over");

  static final Script OBSERVE = of("remembering", "observe");
  static final Script INCREMENT = of("remembering", "increment");
  static final Script FORGET_BEFORE = of("forget-before");
  static final Script FORGET_BEYOND = of("forget-beyond");
  static final Script FORGET_MEMBERS = of("forget-members");
  static final Script FORGET = of("forget");

  static final Script EXPERIMENT_CREATE = of("experiment-create");
  static final Script EXPERIMENT_APPEND = of("experiment-append");
  static final Script EXPERIMENT_END = of("experiment-end");
  static final Script EXPERIMENT_DELETE = of("experiment-delete");
  static final Script EXPERIMENTS = of("experiments");

  static final Script TURN = of("turn");

  static final Script ADD_MEMBER = of("add-member");
  static final Script MEMBERS = of("members");
  static final Script EXISTS = of("exists");
  static final Script LIST = of("list");
  static final Script PAGE = of("page");
  static final Script FIELDS = of("fields");
  static final Script VALUES = of("values");
  static final Script PUT = of("put");
  static final Script REPLACE = of("replace");
  static final Script REMOVE = of("remove");

  static final Script QUEUE_OFFER = of("queue", "queue-offer");
  static final Script QUEUE_TAKE = of("queue", "queue-take");
  static final Script QUEUE_EXTEND = of("queue", "queue-extend");
  static final Script QUEUE_ACKNOWLEDGE = of("queue", "queue-acknowledge");
  static final Script QUEUE_RETURN = of("queue", "queue-return");

  static final Script CACHE_GET = of("cache-get");
  static final Script CACHE_PUT = of("cache-put");

  /** {@return the script that is made of these files, one after the other} */
  static Script of(String... names) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(read(name));
    }
    return ofText(text.toString());
  }

  /** {@return the script with this text} */
  @SuppressWarnings("deprecation") // Redis names scripts by SHA-1, not we
  static Script ofText(String text) {
    return new Script(text, Hashing.sha1().hashString(text, UTF_8).toString());
  }

  private static String read(String name) {
    try {
      return Resources.toString(Resources.getResource(Script.class, name + ".lua"), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
