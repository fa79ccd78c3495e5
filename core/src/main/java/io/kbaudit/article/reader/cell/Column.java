package io.kbaudit.article.reader.cell;

/** What a column of a file table holds. */
public enum Column {
  NAME,
  /** The extension of the name, in a column of its own: Q77048. */
  EXTENSION,
  DATE,
  TIME,
  /** Date and time together. */
  MODIFIED,
  SIZE,
  VERSION,
  /** The version that a file had before: no file is held to it. */
  OLD_VERSION,
  PLATFORM,
  LANGUAGE,
  SERVICE_PACK,
  BRANCH,
  MD5,
  SHA1,
  SHA256,
  SHA512,
  /** A digest, of the algorithm beside it, or that its digits tell. */
  DIGEST,
  /** The algorithm of the digest beside it. */
  ALGORITHM,
  /** The product or source for which the file is listed: Q190287. */
  PRODUCT,
  /** The heading of the table from which the row was exported. */
  TABLE,
  /** The heading inside the table from which the row was exported. */
  GROUP,
  /** A name as the exported table cut it. */
  PRINTED_NAME,
  /** The row of which this one is an alternative, in an exported table. */
  ALTERNATIVE_TO,
  /** What was said of a line that could not be read, in an exported table. */
  UNREAD,
  /** Where the file goes; some are called by the service branch whose files they hold. */
  FOLDER,
  /** The name of a package or module beside that of the file. */
  SECOND_NAME,
  /** Under a heading that is not understood, in a table whose columns are parted by blanks. */
  UNCLEAR,
  /** What says nothing of a file's attributes: a description. */
  OTHER;

  /** Returns whether a cell of this column says in free words what the file is for. */
  public boolean isText() {
    return switch (this) {
      case PLATFORM,
          LANGUAGE,
          SERVICE_PACK,
          BRANCH,
          PRODUCT,
          TABLE,
          GROUP,
          FOLDER,
          ALGORITHM,
          SECOND_NAME,
          OLD_VERSION,
          UNCLEAR,
          OTHER ->
          true;
      case NAME,
          EXTENSION,
          DATE,
          TIME,
          MODIFIED,
          SIZE,
          VERSION,
          MD5,
          SHA1,
          SHA256,
          SHA512,
          DIGEST,
          PRINTED_NAME,
          ALTERNATIVE_TO,
          UNREAD ->
          false;
    };
  }

  /** Returns whether a row with a name and this has something that a file can be held to. */
  public boolean isAttribute() {
    return switch (this) {
      case DATE, TIME, MODIFIED, SIZE, VERSION, MD5, SHA1, SHA256, SHA512, DIGEST -> true;
      case NAME,
          EXTENSION,
          PLATFORM,
          LANGUAGE,
          SERVICE_PACK,
          BRANCH,
          PRODUCT,
          TABLE,
          GROUP,
          PRINTED_NAME,
          ALTERNATIVE_TO,
          UNREAD,
          FOLDER,
          ALGORITHM,
          SECOND_NAME,
          OLD_VERSION,
          UNCLEAR,
          OTHER ->
          false;
    };
  }

  /** Returns whether both say one thing of a file: where there are two, neither is surely meant. */
  public boolean saysTheSameAs(Column other) {
    return this == other || (saysTheDay() && other.saysTheDay());
  }

  private boolean saysTheDay() {
    return this == DATE || this == MODIFIED;
  }

  /** Returns whether a cell of this column is a digest. */
  public boolean isDigest() {
    return this == MD5 || this == SHA1 || this == SHA256 || this == SHA512 || this == DIGEST;
  }
}
