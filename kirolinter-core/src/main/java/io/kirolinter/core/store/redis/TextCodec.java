package io.kirolinter.core.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import org.redisson.client.codec.StringCodec;
import org.redisson.client.protocol.Encoder;

/**
 * Sends text as {@link StringCodec} does, but not in buffers of a pool: a script has many short
 * arguments, which are taken in one thread and given back in another.
 */
final class TextCodec extends StringCodec {

  static final TextCodec INSTANCE = new TextCodec();

  private final Encoder encoder = value -> Unpooled.wrappedBuffer(value.toString().getBytes(UTF_8));

  private TextCodec() {
    super(UTF_8);
  }

  @Override
  public Encoder getValueEncoder() {
    return encoder;
  }
}
