package io.kbaudit.msi.cab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/** A cabinet made byte by byte ([MS-CAB]), of one folder whose blocks are packed as it says. */
public final class CabinetBytes {
  static final int RESERVED = 4;
  static final int SIZE = 8;
  static final int FILES_START = 16;
  static final int VERSION = 24;
  static final int FOLDERS = 26;
  static final int FILES = 28;
  static final int FLAGS = 30;

  /** Where the folder is: behind the header. */
  static final int FOLDER = 36;

  private static final int NONE = 0;
  private static final int MSZIP = 1;
  private static final int BLOCK = 32_768;

  private final int method;
  private final List<String> names = new ArrayList<>();
  private final List<byte[]> contents = new ArrayList<>();
  private boolean withChecksums = true;

  private CabinetBytes(int method) {
    this.method = method;
  }

  public static CabinetBytes stored() {
    return new CabinetBytes(NONE);
  }

  public static CabinetBytes zipped() {
    return new CabinetBytes(MSZIP);
  }

  public static CabinetBytes packedBy(int method) {
    return new CabinetBytes(method);
  }

  public CabinetBytes with(String name, byte[] content) {
    names.add(name);
    contents.add(content);
    return this;
  }

  public CabinetBytes withoutChecksums() {
    withChecksums = false;
    return this;
  }

  /** Returns where the first block begins. */
  int firstBlock() {
    return FOLDER + 8 + names.stream().mapToInt(name -> 16 + name.length() + 1).sum();
  }

  public ByteBuffer make() {
    List<byte[]> blocks = blocks();
    int size = firstBlock() + blocks.stream().mapToInt(block -> block.length).sum();
    ByteBuffer cabinet = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    cabinet.put("MSCF".getBytes(US_ASCII)).putInt(0).putInt(size).putInt(0);
    cabinet.putInt(FOLDER + 8).putInt(0).put((byte) 3).put((byte) 1);
    cabinet.putShort((short) 1).putShort((short) names.size()).putShort((short) 0);
    cabinet.position(FOLDER);
    cabinet.putInt(firstBlock()).putShort((short) blocks.size()).putShort((short) method);
    int offset = 0;
    for (int i = 0; i < names.size(); i++) {
      cabinet.putInt(contents.get(i).length).putInt(offset).putLong(0);
      cabinet.put(names.get(i).getBytes(US_ASCII)).put((byte) 0);
      offset += contents.get(i).length;
    }
    blocks.forEach(cabinet::put);
    return cabinet;
  }

  private List<byte[]> blocks() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    contents.forEach(all::writeBytes);
    byte[] bytes = all.toByteArray();
    List<byte[]> blocks = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += BLOCK) {
      byte[] content = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + BLOCK));
      byte[] before = Arrays.copyOfRange(bytes, Math.max(0, at - BLOCK), at);
      blocks.add(block(method == MSZIP ? zipped(content, before) : content, content.length));
    }
    return blocks;
  }

  private byte[] block(byte[] packed, int unpacked) {
    ByteBuffer block = ByteBuffer.allocate(8 + packed.length).order(ByteOrder.LITTLE_ENDIAN);
    block.putInt(0).putShort((short) packed.length).putShort((short) unpacked).put(packed);
    if (withChecksums) {
      block.putInt(0, checksum(Arrays.copyOfRange(block.array(), 4, block.capacity())));
    }
    return block.array();
  }

  /**
   * Returns the checksum as [MS-CAB] 3.1 has it: of the content, and then of the sizes in front.
   * Here byte by byte, as the text of the specification goes.
   */
  private static int checksum(byte[] sizesAndContent) {
    int sum = ofFours(sizesAndContent, 0, 4);
    int end = sizesAndContent.length - sizesAndContent.length % 4;
    sum ^= ofFours(sizesAndContent, 4, end);
    int rest = 0;
    for (int i = end; i < sizesAndContent.length; i++) {
      rest = (rest << 8) | (sizesAndContent[i] & 0xFF);
    }
    return sum ^ rest;
  }

  private static int ofFours(byte[] bytes, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum ^= (bytes[i] & 0xFF) << (8 * (i % 4));
    }
    return sum;
  }

  private static byte[] zipped(byte[] content, byte[] before) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    if (before.length > 0) {
      deflater.setDictionary(before);
    }
    deflater.setInput(content);
    deflater.finish();
    byte[] packed = new byte[content.length + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    byte[] block = new byte[length + 2];
    block[0] = 'C';
    block[1] = 'K';
    System.arraycopy(packed, 0, block, 2, length);
    return block;
  }
}
