package io.kirolinter.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"a\"|\"[:a]\"",
        "{\"k\":\"a\"}|{\"<k>\":\"[k:a]\"}",
        "{\"k\":[\"a\",[\"b\"],{\"l\":\"c\"},\"d\"]}"
            + "|{\"<k>\":[\"[k:a]\",[\"[k:b]\"],{\"<l>\":\"[l:c]\"},\"[k:d]\"]}",
        "[1.250,12345678901234567890123,1e400,true,null,\"a\"]"
            + "|[1.250,12345678901234567890123,1e400,true,null,\"[:a]\"]",
        "\"ü\\n\\\"\"|\"[:ü\\n\\\"]\"",
      })
  void changesNamesAndTextsAndNothingElse(String json, String expected) {
    assertThat(mapped(json)).map(JsonTextTest::plain).contains(plain(expected));
  }

  @Test
  void givesBackTheSameObjectWhereNothingChanges() {
    String json = "{ \"a\" : [ 1.50 , \"b\" ] }";

    assertThat(JsonText.mapped(json, name -> name, (name, text) -> text).orElseThrow())
        .isSameAs(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"in A.java", "{\"a\":", "{\"a\" 1}", "[1,]", "'a'"})
  void saysThatATextIsNoJson(String text) {
    assertThat(mapped(text)).isEmpty();
  }

  private static Optional<String> mapped(String json) {
    return JsonText.mapped(
        json, name -> "<" + name + ">", (name, text) -> "[" + name + ":" + text + "]");
  }

  /** Numbers may be written in another of several equal ways. */
  private static String plain(String json) {
    return json.replace("1E+400", "1e400");
  }
}
