package io.kbaudit.msi.cab;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks the blocks of a folder by MSZIP ([MS-MCI] 2): each is {@code CK} and then deflated data
 * with an end of its own, which may refer to what the block before unpacked to.
 */
final class MsZip implements AutoCloseable {
  /** The bytes {@code CK}, little endian. */
  private static final short SIGNATURE = 0x4B43;

  private final Inflater inflater = new Inflater(true);
  private byte[] before = new byte[0];

  /**
   * Unpacks the next block.
   *
   * @param unpackedBytes how many bytes it says that it unpacks to
   * @throws DataFormatException if it does not unpack to so many
   */
  byte[] unpack(ByteBuffer content, int unpackedBytes) throws DataFormatException {
    if (content.remaining() < Short.BYTES || content.getShort(content.position()) != SIGNATURE) {
      throw new DataFormatException("it does not begin with CK");
    }
    inflater.reset();
    if (before.length > 0) {
      inflater.setDictionary(before);
    }
    inflater.setInput(content.slice(content.position() + 2, content.remaining() - 2));
    byte[] unpacked = new byte[unpackedBytes];
    int length = inflater.inflate(unpacked);
    if (length < unpackedBytes || !endsHere()) {
      throw new DataFormatException(
          "it unpacks to " + (length < unpackedBytes ? "fewer" : "more") + " bytes than it says");
    }
    before = unpacked;
    return unpacked;
  }

  /** The end of the data is known only once what follows the last byte is asked for. */
  private boolean endsHere() throws DataFormatException {
    return inflater.finished() || (inflater.inflate(new byte[1]) == 0 && inflater.finished());
  }

  @Override
  public void close() {
    inflater.end();
  }
}
