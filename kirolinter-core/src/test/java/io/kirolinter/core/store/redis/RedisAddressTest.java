package io.kirolinter.core.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kirolinter.core.error.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "redis://host|redis://host:6379",
        "redis://host:7000/3|redis://host:7000/3",
        "redis://host/0|redis://host:6379",
        "rediss://ann:pw@host|rediss://host:6379",
        "redis://:pw@10.0.0.1:1|redis://10.0.0.1:1",
        "redis://[::1]:7|redis://[::1]:7",
        "redis://[2001:db8::1]|redis://[2001:db8::1]:6379",
        "redis-sentinel://a,b:7/main|redis-sentinel://a:26379,b:7/main",
        "rediss-sentinel://ann:pw@a/main/2|rediss-sentinel://a:26379/main/2",
        "redis-cluster://a,b,c:9|redis-cluster://a:6379,b:6379,c:9",
        "redis-cluster://a/0|redis-cluster://a:6379",
      })
  void isShownWholeButForUserAndPassword(String text, String shown) {
    assertThat(RedisAddress.parse(text)).hasToString(shown);
  }

  @Test
  void userAndPasswordAreDecoded() {
    RedisAddress address = RedisAddress.parse("redis://an%40n:p%2Fw+%3A%25@host");

    assertThat(address.user()).contains("an@n");
    assertThat(address.password()).contains("p/w+:%");
    assertThat(RedisAddress.parse("redis://:pw@host").user()).isEmpty();
    assertThat(RedisAddress.parse("redis://host").password()).isEmpty();
  }

  @Test
  void namesEachServerByItsScheme() {
    assertThat(RedisAddress.parse("rediss-cluster://a,b:1").urls())
        .containsExactly("rediss://a:6379", "rediss://b:1");
    assertThat(RedisAddress.parse("redis-sentinel://a/m").urls())
        .containsExactly("redis://a:26379");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://",
        "redis:host",
        "http://host",
        "redis://me:s3cret@",
        "redis://me:s3cret@host/x",
        "redis://me:s3cret@host/1/2",
        "redis://me:s3cret@host:0",
        "redis://me:s3cret@host:99999",
        "redis://me:s3cret@host:port",
        "redis://me:s3cret@host,other",
        "redis://me:s3c@ret@host",
        "redis://me:s3/cret@host",
        "redis://me:%zz@host",
        "redis://me:s3cret@host?timeout=1",
        "redis-sentinel://me:s3cret@host",
        "redis-sentinel://me:s3cret@host//1",
        "redis-cluster://me:s3cret@host/1",
        "redis-cluster://me:s3cret@a,,b",
        "redis-ring://me:s3cret@host",
      })
  void whatIsInAnotherFormIsRefusedWithoutItsPassword(String text) {
    assertThatThrownBy(() -> RedisAddress.parse(text))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Cannot use Redis address")
        .hasMessageContaining("redis-cluster://")
        .message()
        .doesNotContain("s3", "cret", "me:");
  }

  @ParameterizedTest
  @CsvSource({
    "redis://h,true", "rediss://h,true", "redis-sentinel://h/m,true", "rediss-cluster://h,true",
    "redis:,true", "embedded,false", "redsi://h,false", "/redis://h,false",
  })
  void isToldFromOtherMemories(String text, boolean is) {
    assertThat(RedisStores.isAddress(text)).isEqualTo(is);
  }
}
