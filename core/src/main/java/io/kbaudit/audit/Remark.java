package io.kbaudit.audit;

import static java.util.Objects.requireNonNull;

import io.kbaudit.article.ArticleRemark;

/**
 * Something about the audit as a whole that its reader should know; it changes no verdict.
 * Immutable.
 *
 * @param id stable: a {@link Kind}'s name, or that of an {@link ArticleRemark.Kind}
 * @param text one or two sentences
 * @param lines how many lines of the article it stands for, at least 1; of what is no matter of
 *     lines, 1
 */
public record Remark(String id, String text, int lines) {
  /** What remarks an audit makes of its own. */
  public enum Kind {
    /** Which files pass though their packages were saved long before the listed time. */
    SAVED_LONG_BEFORE(
        "The package in a file that passes was saved long before the listed time: an older build"
            + " may be of the same size, and a date is easily changed."),
    /** Which files nothing speaks for but metadata, and could be swapped unseen. */
    METADATA_ONLY(
        "Nothing speaks for these files but what a careless copy also has, name, size and date; two"
            + " packages of equal size and date, swapped, look right."),
    /** Which files are of another manufacturer than the others, by their own word. */
    OTHER_MANUFACTURER(
        "A file that passes states another manufacturer than the other packages here; its name is a"
            + " row's, which another's product may have too."),
    /** Which files no digest speaks for but one that others can have. */
    WEAK_DIGEST(
        "These files were compared by MD5 or SHA-1 alone. Two files of one such digest can be made,"
            + " so that an altered package may have the listed one; a SHA-256 or the signature of"
            + " the publisher says more."),
    /** Signatures were found intact, and nobody looked whether a certificate was revoked. */
    REVOCATION_UNCHECKED(
        "Whether a certificate by which a file is signed was revoked was not checked: no lists of"
            + " revoked certificates were given, and none are fetched from a network."),
    /** Something of the export of the registry that was not understood. */
    REGISTRY_REMARK(
        "Something of what is registered as installed was not understood, and passed over."),
    /** A check that was asked for was not made: nothing is printed for it. */
    NOT_CHECKED(
        "A check was asked for, and not made: the article prints nothing for it in these rows. Read"
            + " it, if it should."),
    /** All times are off alike. */
    WHOLE_ZONE_OFFSET(
        "All dates are off by one time zone's difference; the source zone corrects it, if it is"
            + " known."),
    /** A name was found in two spellings that differ in case alone. */
    OTHER_SPELLING(
        "Two names differ in case alone, which Windows takes for one; the file that agrees was"
            + " used."),
    /** Files have a listed name only without the dots and blanks at the end of theirs. */
    ENDS_DROPPED(
        "A file is stored under a name that ends in dots or blanks, and was taken for the one"
            + " without them, as Windows takes it; but Windows opens no file of such a name."),
    /** Packages state one code, and have other contents. */
    SAME_PACKAGE_CODE(
        "Two packages state one package code, and have other contents. Windows Installer takes them"
            + " for the same package; a build forgot to change the code, or one was altered"
            + " since."),
    /** Rows that fail whichever of the files that may be meant is taken. */
    NO_FILE_FITS(
        "More than one pairing of files and rows is equally good, and these rows fail by each of"
            + " them; one of the files was taken to say how."),
    /** A file was found in several folders, alike as far as was checked. */
    SEVERAL_COPIES("A file was found in several folders, alike as far as was checked."),
    /** Rows found no file, because several list one name for other platforms or products. */
    COMPETING_ROWS(
        "The article lists a name in several rows, for other platforms, languages or products, and"
            + " the folder has fewer files of that name; the platform, the language and the group"
            + " choose the rows that are meant."),
    /** Rows list a name more often than one folder can hold it, and those below were left. */
    FOLDERS_BELOW_LEFT(
        "The article lists a name in several rows, which one folder cannot hold, and the folders"
            + " below were not audited; the other files may be there."),
    /** Files of rows that were not selected, under a name that a selected row lists too. */
    OTHER_ROWS(
        "A file is of the size and date of a row that the platform, the language or the group did"
            + " not select, as for another processor; it was held to no row, and no selected row is"
            + " met by it."),
    /** Rows in whose place others stand: the same file of another service branch. */
    ALTERNATIVE_ROWS(
        "The article lists a file for several service branches (GDR, QFE, LDR), or with '-or-'; one"
            + " of them must be there, and files were held to the row that fits best."),
    /** Some files are of one service branch alone, and others of another. */
    MIXED_BRANCHES(
        "Some files are those of one service branch alone, and others those of another. Each is"
            + " listed, but an update that is installed whole has the files of one branch; find out"
            + " where the others came from."),
    /** A folder below could not be listed: what is in it was not audited. */
    FOLDER_NOT_LISTED("A folder could not be listed, so that what is in it was not audited."),
    /** A link leads to a folder that is scanned anyway, and was left. */
    LINK_LOOP(
        "A link leads to a folder that is audited anyway, above it or elsewhere; nothing is lost by"
            + " leaving it."),
    /** Links were followed. */
    LINKS_FOLLOWED(
        "A name is that of a link, and what it leads to was audited: another file of the folder, or,"
            + " where that was asked for, one out of it, which others may change."),
    /** One folder was audited as several locations, or as a part of another too. */
    SAME_FOLDER(
        "One folder, or one inventory, was audited as several locations. Where those are on several"
            + " servers, one of them was not audited."),
    /** Of a plan: which files of the package do not verify, besides those that block it. */
    PACKAGE_NOT_VERIFIED(
        "A file of the package that is not to be copied does not verify, so that the package is not"
            + " the listed one."),
    /** Of a plan: the two folders may have been named in each other's place. */
    PERHAPS_EXCHANGED(
        "The share is as listed, and the package is not: perhaps the two folders were exchanged."),
    /** Of a plan: packages are copied without the cabinets that lie beside them. */
    CABINETS_LEFT(
        "A package to be copied installs from cabinets that lie beside it, which the article does"
            + " not list and the plan does not copy: without them nothing can be installed from the"
            + " share."),
    /** Files that the scripts of a plan left, which are not counted as unlisted. */
    OWN_FILES(
        "Back-ups, or copies that were not finished, that a script of 'kbaudit plan' left; they are"
            + " not counted as files that the article does not list."),
    /** There was no file at all. */
    EMPTY_FOLDER("The folder holds no file at all; it may not be the one that is meant.");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }

    /** Returns what it means, in a sentence. */
    public String meaning() {
      return meaning;
    }
  }

  /** Checks that nothing is null, and that it stands for a line. */
  public Remark {
    requireNonNull(id, "id");
    requireNonNull(text, "text");
    if (lines < 1) {
      throw new IllegalArgumentException("a remark on " + lines + " lines");
    }
  }

  /** A remark that stands for one line, or for none. */
  public Remark(String id, String text) {
    this(id, text, 1);
  }

  /** Returns a remark of this kind. */
  public static Remark of(Kind kind, String text) {
    return new Remark(kind.name(), text);
  }

  /** Returns what is said of the article's text, with its line and how many more there are. */
  public static Remark of(ArticleRemark remark) {
    return new Remark(
        remark.kind().name(),
        "The article's " + remark.where() + ": " + remark.text(),
        remark.lines());
  }

  /** Returns this remark with {@code beginning} before its text. */
  public Remark beginning(String beginning) {
    return new Remark(id, beginning + text, lines);
  }
}
