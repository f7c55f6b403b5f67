package io.kirolinter.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.StoreException;

/**
 * Writes records as JSON and reads them back equal. Times are ISO-8601 text; a field that this
 * release does not know is passed over, so that data of a newer one can be read.
 */
public final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addSerializer(new InstantWriter()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /**
   * {@return the value as one line of JSON}
   *
   * @throws IllegalArgumentException if its type cannot be written
   */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON for " + value.getClass().getName(), e);
    }
  }

  /** {@return the value as JSON for people, over several lines} */
  public static String writePretty(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON for " + value.getClass().getName(), e);
    }
  }

  /**
   * {@return the value that {@link #write} wrote}
   *
   * @throws StoreException if the text is no JSON, or not of this type
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw new StoreException(unreadable(type, "it is null"));
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new StoreException(unreadable(type, e.getOriginalMessage()), e);
    }
  }

  private static ErrorMessage unreadable(Class<?> type, String reason) {
    return ErrorMessage.cannot("read", "stored data of type", type.getSimpleName())
        .found(reason)
        .expected("JSON written by this or a near release")
        .remedy("Delete the entry, or read it with the release that wrote it.");
  }
}
