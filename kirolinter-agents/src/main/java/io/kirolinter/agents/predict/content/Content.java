package io.kirolinter.agents.predict.content;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What was counted in one file.
 *
 * @param lines all of them; 1 or more
 * @param branches places where the flow parts: conditions, loops, cases, handlers, {@code &&}
 * @param types the {@linkplain #typeOf hashes} of what looks like names of types in it
 */
public record Content(int lines, int branches, Set<Integer> types) {

  public Content {
    types = Set.copyOf(types);
  }

  /** {@return what stands for the name of a type} */
  public static int typeOf(String name) {
    return Hashing.murmur3_32_fixed().hashString(name, StandardCharsets.UTF_8).asInt();
  }
}
