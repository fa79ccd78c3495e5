package io.kbaudit.msi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The stream of a summary, value by value as stored ([MS-OLEPS] 2.21): for what no fixture writes.
 */
final class RawSummary {
  private static final int STREAM_HEADER_BYTES = 48;
  private static final int VT_I2 = 0x0002;
  private static final int VT_I4 = 0x0003;
  private static final int VT_LPSTR = 0x001E;
  private static final int VT_LPWSTR = 0x001F;
  private static final int VT_FILETIME = 0x0040;

  private final SortedMap<Integer, byte[]> values;

  private RawSummary(SortedMap<Integer, byte[]> values) {
    this.values = Collections.unmodifiableSortedMap(values);
  }

  static RawSummary empty() {
    return new RawSummary(new TreeMap<>());
  }

  RawSummary withShort(int id, int value) {
    return with(id, 8, to -> to.putInt(VT_I2).putShort((short) value));
  }

  RawSummary withInt(int id, int value) {
    return with(id, 8, to -> to.putInt(VT_I4).putInt(value));
  }

  RawSummary withTicks(int id, long ticks) {
    return with(id, 12, to -> to.putInt(VT_FILETIME).putLong(ticks));
  }

  /** Returns this with a text of exactly these bytes. */
  RawSummary withText(int id, byte[] bytes) {
    return with(id, 8 + bytes.length, to -> to.putInt(VT_LPSTR).putInt(bytes.length).put(bytes));
  }

  RawSummary withText(int id, String latin) {
    return withText(id, (latin + "\0").getBytes(StandardCharsets.ISO_8859_1));
  }

  RawSummary withWideText(int id, String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_16LE);
    return with(
        id, 8 + bytes.length, to -> to.putInt(VT_LPWSTR).putInt(bytes.length / 2).put(bytes));
  }

  byte[] toBytes() {
    int offset = 8 + 8 * values.size();
    int size = offset + values.values().stream().mapToInt(value -> value.length).sum();
    byte[] bytes = new byte[STREAM_HEADER_BYTES + size];
    ByteBuffer stream = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    stream.putShort((short) 0xFFFE).position(24);
    stream.putInt(1);
    stream.putInt(0xF29F85E0).putShort((short) 0x4FF9).putShort((short) 0x1068);
    stream.put(new byte[] {(byte) 0xAB, (byte) 0x91, 8, 0, 0x2B, 0x27, (byte) 0xB3, (byte) 0xD9});
    stream.putInt(STREAM_HEADER_BYTES).putInt(size).putInt(values.size());
    for (Map.Entry<Integer, byte[]> value : values.entrySet()) {
      stream.putInt(value.getKey()).putInt(offset);
      offset += value.getValue().length;
    }
    values.values().forEach(stream::put);
    return bytes;
  }

  private RawSummary with(int id, int length, Consumer<ByteBuffer> content) {
    byte[] value = new byte[length];
    content.accept(ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN));
    SortedMap<Integer, byte[]> more = new TreeMap<>(values);
    more.put(id, value);
    return new RawSummary(more);
  }
}
