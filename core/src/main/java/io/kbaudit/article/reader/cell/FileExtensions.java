package io.kbaudit.article.reader.cell;

import java.util.Set;

/** The kinds of files that packages of Windows consist of, by their extensions. */
public final class FileExtensions {
  private static final Set<String> KNOWN =
      Set.of(
          "386",
          "acm",
          "ax",
          "cab",
          "cat",
          "cpl",
          "dll",
          "drv",
          "efi",
          "exe",
          "inf",
          "jar",
          "manifest",
          "mof",
          "msi",
          "msm",
          "msp",
          "mst",
          "msu",
          "mui",
          "mum",
          "nls",
          "ocx",
          "olb",
          "psd1",
          "psm1",
          "rll",
          "scr",
          "sys",
          "tlb",
          "tsp",
          "vxd");

  /** Of packages too, and named in running text as often. */
  private static final Set<String> OF_DATA =
      Set.of(
          "appx", "chm", "config", "dat", "hlp", "htm", "html", "ini", "js", "lib", "msix", "pdb",
          "ps1", "reg", "ttf", "txt", "vbs", "xml", "zip");

  private FileExtensions() {}

  /** Returns them, folded. */
  public static Set<String> known() {
    return KNOWN;
  }

  /** Returns those of data, folded: a name that has one is a file's, beside a value of files. */
  public static Set<String> ofData() {
    return OF_DATA;
  }

  /** Returns whether {@code word} is a file's name with one of them. */
  public static boolean isKnownName(String word) {
    return Shape.isFileName(word) && KNOWN.contains(Shape.extension(word));
  }
}
