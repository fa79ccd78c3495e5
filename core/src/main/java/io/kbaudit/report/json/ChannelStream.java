package io.kbaudit.report.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads a channel to its end, whatever else reads it; closing this leaves it open. */
final class ChannelStream extends InputStream {
  private final FileChannel channel;
  private long position;

  /** Begins at the channel's beginning. */
  ChannelStream(FileChannel channel) {
    this(channel, 0);
  }

  /** Begins after so many bytes. */
  ChannelStream(FileChannel channel, long position) {
    this.channel = channel;
    this.position = position;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = channel.read(ByteBuffer.wrap(bytes, offset, length), position);
    position += Math.max(0, read);
    return read;
  }
}
