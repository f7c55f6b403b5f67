package io.kirolinter.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {

  @ParameterizedTest
  @CsvSource({
    "*Dto.java, src/a/UserDto.java, true",
    "*Dto.java, src/a/UserDto.java.txt, false",
    "legacy, src/legacy/a/B.java, true",
    "legacy, src/legacyx/B.java, false",
    "legacy/, legacy/B.java, true",
    "/legacy, legacy/B.java, true",
    "/legacy, src/legacy/B.java, false",
    "src/old, src/old/a/B.java, true",
    "src/old, x/src/old/a/B.java, false",
    "src/*/B.java, src/a/B.java, true",
    "src/*/B.java, src/a/b/B.java, false",
    "src/**/B.java, src/B.java, true",
    "src/**/B.java, src/a/b/B.java, true",
    "src/**/B.java, src/a/b/xB.java, false",
    "**/gen/**, a/gen/B.java, true",
    "**/gen/**, gen/a/B.java, true",
    "**/gen/**, a/gen.java, false",
    "**, a/B.java, true",
    "src/**, src/a/b/C.java, true",
    "src/**, srcs/a/b/C.java, false",
    "?.java, a/B.java, true",
    "?.java, a/BB.java, false",
    "a?b, a/b, false",
    "a*b.java, axxb.java, true",
    "a*b.java, b.java, false"
  })
  void matchesAsALineOfGitignoreDoes(String glob, String path, boolean expected) {
    assertThat(PathGlob.of(glob).matches(SourcePath.of(path))).isEqualTo(expected);
  }

  @Test
  @Timeout(60)
  void takesNoLongWhateverTheGlob() {
    PathGlob hostile = PathGlob.of("*a".repeat(100) + "**/*b".repeat(50) + "c");

    assertThat(hostile.matches(SourcePath.of("a".repeat(2000) + "/" + "a/".repeat(500) + "b")))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'  ', is empty",
    "/, is empty",
    "'a[bc]', has a wildcard other than",
    "'*.{java}', has a wildcard other than",
    "!a, has a wildcard other than",
    "'a\\b', has a wildcard other than"
  })
  void refusesWhatWouldSilentlyMatchNothing(String text, String reason) {
    assertThat(PathGlob.troubleWith(text)).contains(reason);
    assertThatThrownBy(() -> PathGlob.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void refusesAGlobOfThousandsOfCharacters() {
    assertThat(PathGlob.troubleWith("a".repeat(501))).contains("longer than 500");
    assertThat(PathGlob.of("a".repeat(500))).hasToString("a".repeat(500));
  }
}
