package io.kbaudit.audit;

/**
 * Why a check failed or could not be decided, or what is to be known about a pass. The names are
 * stable ids that every report prints.
 */
public enum Cause {
  /** Nothing is there for the row. */
  MISSING(
      Check.PRESENCE,
      "No file has the listed name, and no other file stands in for it.",
      "Copy it again from the package that the article ships, or check that this is the right"
          + " folder."),
  /** Something is there, but cannot be read. */
  UNREADABLE(
      Check.PRESENCE,
      "Something of this name is there, or may be, but it cannot be read.",
      "Give this account read permission, or put the file itself in its place, and audit again."),
  /** What was read of it may be of two files. */
  CHANGED_DURING_AUDIT(
      Check.PRESENCE,
      "The file was written to, replaced or taken away while it was audited, so that what was read may"
          + " be of two files.",
      "See that nothing writes to the folder any more, and audit again."),
  /** It took too long. */
  TIMED_OUT(
      Check.PRESENCE,
      "The file was not read within the time that one may take, so that nothing is known of it.",
      "See that the disk or the server answers, or allow a file more time; then audit again."),
  /** It lies elsewhere. */
  LINK_NOT_FOLLOWED(
      Check.PRESENCE,
      "What has this name is a link that leads out of the audited folder, to a file that may be"
          + " anybody's and was not looked at.",
      "Put the file itself in its place, audit the folder to which the link leads, or have links"
          + " followed."),
  /** Nobody could look whether anything is there. */
  UNREACHABLE(
      Check.PRESENCE,
      "The location could not be looked at, so that nothing is known of the file.",
      "See that the server answers, and that this account may read the folder or the inventory; then"
          + " audit again."),
  /** More than one file may be meant. */
  AMBIGUOUS(
      Check.PRESENCE,
      "More than one pairing of files and rows is equally good, and they differ in what they find.",
      "Leave one file for each row in the folder, or audit the folder that is really meant."),
  /** Names say nothing at the location, and nothing else identifies the file. */
  UNIDENTIFIED(
      Check.PRESENCE,
      "Files here have random names; none has the listed size and date, and none is a package that"
          + " states the name of this row. A later version that does not say its name would look just"
          + " so.",
      "Audit the folder from which the package was installed, or inspect the package by hand."),
  /** The file is there under a name that is not listed. */
  RENAMED(
      Check.NAME,
      "The file was found by its size and date, or by the name that it states itself, under a file name"
          + " that the article does not list.",
      "Find out which file it is and why it was renamed; then rename it as listed."),
  /** Listed files carry each other's contents. */
  SWAPPED(
      Check.NAME,
      "Two or more listed files have each other's size and date, or each other's contents: their names"
          + " were exchanged.",
      "Copy these files again from the package that the article ships."),
  /** Fewer bytes than listed. */
  SMALLER(
      Check.SIZE,
      "The file has fewer bytes than listed: a torn copy, or another build.",
      "Copy it again from the package that the article ships."),
  /** More bytes than listed. */
  LARGER(
      Check.SIZE,
      "The file has more bytes than listed: something was added to it, or it is another build.",
      "Copy it again from the package that the article ships."),
  /** Later and of another size, or of none that is listed, with nothing to vouch for it. */
  UNCORROBORATED(
      Check.SIZE,
      "The file is later than listed, and not of the listed size: a later version, or a damaged copy,"
          + " or another package; nothing in the file says which, or that it is this row's.",
      "Find the article that lists this version, and audit against that; or state the row's product"
          + " in the profile, by its name or its upgrade code, if that is known."),
  /** Later and of another size, and itself saved later: a later version. */
  SUPERSEDED(
      Check.SIZE,
      "The file is a later version: a sound package of another size, saved at or after the listed"
          + " time, that says that it is this row's product; or a sound program of another size and a higher version of the same branch.",
      "Nothing, if later versions will do; to prove which it is, audit against the article that lists"
          + " it."),
  /** Later from outside alone. */
  SAVED_EARLIER(
      Check.SIZE,
      "The file is not of the listed size, and the package in it was saved before the listed time: it"
          + " is an older build with a new date.",
      "Copy it again from the package that the article ships."),
  /** Modified before the listed time. */
  OLDER(
      Check.DATE,
      "The file was last modified before the listed time: it is an earlier build.",
      "Copy it again from the package that the article ships."),
  /** Modified after the listed time. */
  LATER(
      Check.DATE,
      "The file was last modified after the listed time: a later build, or one that was touched.",
      "If later versions will do, accept later files; otherwise copy the file again."),
  /** Later from outside, and of the listed size; but the package in it was saved long before. */
  SAVED_LONG_BEFORE(
      Check.DATE,
      "The file is later than listed and of the listed size, but the package in it was last saved"
          + " more than 30 days before the listed time: an older build may be of that size, and a date"
          + " is easily changed.",
      "Copy it again from the package that the article ships, or compare its bytes with those of a"
          + " package that was verified."),
  /** Of a lower version than listed. */
  OLDER_VERSION(
      Check.VERSION,
      "The file states a lower version than the article lists, a package by its ProductVersion, a"
          + " program by its fixed file version: it is an earlier build.",
      "Copy it again from the package that the article ships."),
  /** Of a higher version than listed. */
  NEWER_VERSION(
      Check.VERSION,
      "The file states a higher version than the article lists, a package by its ProductVersion, a"
          + " program by its fixed file version: it is a later build.",
      "If later versions will do, accept later files; otherwise copy the file again."),
  /** Its text says the listed version, its numbers do not. */
  STRING_VERSION(
      Check.VERSION,
      "The listed version is that of the string FileVersion, which somebody typed; the fixed file"
          + " version, by which Windows replaces files, is another one.",
      "Nothing, if the file is the listed one in all else; its publisher wrote two versions into"
          + " it."),
  /** The listed version is that of its product. */
  PRODUCT_VERSION(
      Check.VERSION,
      "The listed version is the file's ProductVersion, which all files of a product share; its file"
          + " version is another one.",
      "Find out which of the two the article means; by its file version this is another build."),
  /** It has two versions. */
  VERSIONS_DISAGREE(
      Check.VERSION,
      "The file has several version resources, and they state different versions.",
      "Compare the file with the article by hand; an inspection shows all of them."),
  /** Its numbers are those of another branch. */
  OTHER_BRANCH(
      Check.VERSION,
      "The file's version is of another service branch (GDR or LDR), or of another product line, than"
          + " the listed one: a higher number there need not have what is listed.",
      "Find the row or the article of the file's own branch, and audit against that."),
  /** Off by a time zone's difference. */
  WHOLE_ZONE_OFFSET(
      Check.DATE,
      "The time differs from the listed one by whole quarters of an hour, to the minute: local time"
          + " was stored as UTC, as ZIP and FAT do, or daylight saving was applied.",
      "If all files are off alike, name the zone of the times as the source zone."),
  /** Not the bytes that were verified. */
  ALTERED(
      Check.HASH,
      "The file is not, byte for byte, the one that was verified, or of which the article lists a"
          + " digest: it was altered, damaged or replaced.",
      "Copy it again from the package that was verified, or download it anew."),
  /** Nothing was verified for the row. */
  UNPINNED(
      Check.HASH,
      "The baseline to which the files are held has no file for this row: it was made of fewer rows,"
          + " or an entry was taken out.",
      "Make the baseline of the whole package, or audit the location that it was made of."),
  /** The bytes of another row. */
  OTHER_CONTENTS(
      Check.HASH,
      "The file is, byte for byte, the one that was verified for another row: one was copied over the"
          + " other.",
      "Copy these files again from the package that was verified."),
  /** No package at all, whatever its name. */
  NOT_A_PACKAGE(
      Check.FORMAT,
      "The file is no Windows Installer file: it is empty, or another kind of file was given this"
          + " name.",
      "Copy it again from the package that the article ships."),
  /** No program at all, whatever its name. */
  NOT_A_PROGRAM(
      Check.FORMAT,
      "The file is no program, library or driver of Windows: it is empty, or another kind of file was"
          + " given this name.",
      "Copy it again from the package that the article ships."),
  /** It ends too early. */
  TRUNCATED(
      Check.FORMAT,
      "The file ends before its own tables or headers say so: it was cut, as a copy is that was broken"
          + " off.",
      "Copy it again from the package that the article ships."),
  /** It goes on too long. */
  TRAILING_BYTES(
      Check.FORMAT,
      "The file goes on after its last sector: something was appended to it.",
      "Copy it again from the package that the article ships."),
  /** It contradicts itself. */
  DAMAGED(
      Check.FORMAT,
      "The file's own tables or headers contradict themselves, or parts of it are missing.",
      "Copy it again from the package that the article ships."),
  /** What it installs is gone. */
  CABINET_MISSING(
      Check.FORMAT,
      "The package says that a cabinet is in it, and it is not: Windows Installer before 5.0 takes"
          + " cabinets out of the copies that it caches, and nothing can be installed from those.",
      "Copy it again from the package that the article ships."),
  /** What it installs is not beside it. */
  CABINET_ELSEWHERE(
      Check.FORMAT,
      "The package installs its files from a cabinet that is to lie beside it, and that is not there,"
          + " or cannot be read: they were not checked, and cannot be installed from here.",
      "Copy the cabinet, too, from the package that the article ships."),
  /** A part of its content that nothing tells about. */
  CONTENT_UNCHECKED(
      Check.FORMAT,
      "The file is sound as far as it could be checked; some of what is in its cabinets has no"
          + " checksum, or is packed by a method that is not unpacked here.",
      "Nothing, if the file is the listed one in all else; to prove what is in it, compare it with one"
          + " that was verified."),
  /** Sectors that belong to nothing. */
  UNUSED_SECTORS(
      Check.FORMAT,
      "The file is sound, and some of its sectors belong to nothing that is in it: a program that"
          + " changed it left them, or somebody added them.",
      "Nothing, if the file has the listed size; else copy it again from the package that the article"
          + " ships."),
  /** Another kind of Windows Installer file, or of program. */
  OTHER_KIND(
      Check.FORMAT,
      "The file is sound, but of another kind than its extension says: a patch and no package, or a"
          + " program and no library.",
      "Find out which file it is; then copy the right one from the package that the article ships."),
  /** A file that nobody read. */
  NOT_READ(
      Check.FORMAT,
      "The file, or the part of it that tells, was not read, so that nothing is known of what is in"
          + " it.",
      "Inspect it by hand, or leave the checks of contents out."),
  /** Another row's package. */
  OTHER_PACKAGE(
      Check.IDENTITY,
      "The file gives itself the name of another row, a package as its product, a program as its"
          + " OriginalFilename: one was copied over the other, or the two were exchanged.",
      "Copy these files again from the package that the article ships."),
  /** Another product. */
  OTHER_PRODUCT(
      Check.IDENTITY,
      "The package seems to be of another product: its Manufacturer is another than that of the other"
          + " packages, and than Microsoft, and its names have nothing of theirs or of this row's; or"
          + " it is not of the product that the profile states.",
      "Find out what the package is; copy it again from the package that the article ships, or state"
          + " its product in the profile, if it is the right one."),
  /** One package for two rows. */
  SAME_PACKAGE(
      Check.IDENTITY,
      "One and the same package was found for two rows, under their two names, and it does not say"
          + " whose it is: one was copied over the other.",
      "Copy both files again from the package that the article ships."),
  /** Another language. */
  OTHER_LANGUAGE(
      Check.LANGUAGE,
      "The file is of another language than the article is about.",
      "Copy the file from the package of the article's language."),
  /** Another platform. */
  OTHER_PLATFORM(
      Check.PLATFORM,
      "The file is for another platform than the row prints.",
      "Copy the file from the package for this platform."),
  /** The file does not tell. */
  NOT_STATED(
      Check.LANGUAGE,
      "The file does not state the version, platform or language that it should be compared by: it has"
          + " no version resource, or is of a kind that states none.",
      "Compare the file with the article by hand, or leave this check out."),
  /** No signature, where one is demanded. */
  UNSIGNED(
      Check.SIGNATURE,
      "A trusted signature is demanded, and the file has none, and no catalog that was given lists"
          + " it.",
      "Copy it again from the package that its publisher signed; or give the catalog in which it is"
          + " signed, as most files of Windows are in one."),
  /** A signature that is none. */
  MALFORMED_SIGNATURE(
      Check.SIGNATURE,
      "The file has a signature that cannot be read, or not all of it, so that it proves nothing: it"
          + " was damaged, or somebody changed it.",
      "Copy it again from the package that its publisher signed."),
  /** Not what was signed. */
  ALTERED_SINCE_SIGNED(
      Check.SIGNATURE,
      "The file is not what its publisher signed: it, or its signature, was altered since. Size, date"
          + " and version tell nothing of that.",
      "Do not install it. Copy it again from the package that its publisher signed, and find out who"
          + " altered it."),
  /** Signed by anybody. */
  UNTRUSTED_SIGNER(
      Check.SIGNATURE,
      "The file is as it was signed, but no trusted root vouches for the one who signed it: anybody"
          + " can sign in any name.",
      "If the root is your own, or you know it otherwise, name it as one to be trusted; else find out"
          + " who signed the file."),
  /** Signed by a certificate that is for something else. */
  UNFIT_SIGNER(
      Check.SIGNATURE,
      "The file is as it was signed, but a certificate behind the signature is not for that: not to"
          + " sign code with, or of no authority.",
      "Find out who signed the file, and why so; do not rely on it."),
  /** Signed by a certificate that was revoked. */
  REVOKED_SIGNER(
      Check.SIGNATURE,
      "The file is as it was signed, but a certificate behind the signature was revoked: somebody else"
          + " may have the key.",
      "Do not rely on the file; get it anew from its publisher, signed otherwise."),
  /** Signed by somebody whose time was over. */
  EXPIRED_SIGNER(
      Check.SIGNATURE,
      "The file is as it was signed, and a trusted root vouched for the one who signed it; but a"
          + " certificate was not valid then, or no time stamp that counts says when that was.",
      "Nothing, if no signature is demanded; else compare the file with one that was verified, or name"
          + " the very certificate as the publisher."),
  /** Signed by somebody else. */
  OTHER_PUBLISHER(
      Check.SIGNATURE,
      "The file is signed, and by none of the publishers who are demanded.",
      "Find out who signed it; copy it again from the package that the publisher signed, or name this"
          + " one too, spelt exactly as in the certificate."),
  /** Copied, and not installed. */
  NOT_INSTALLED(
      Check.INSTALLED,
      "The package is here, and its product is not registered as installed: it was copied, and never"
          + " installed, or uninstalled since.",
      "Install the package on this computer, or check that the registry is that of this one."),
  /** An earlier version is installed. */
  OLDER_INSTALLED(
      Check.INSTALLED,
      "The product of the package is registered at a lower version than that of the package: the"
          + " package was copied, and an older one is installed.",
      "Install the package on this computer."),
  /** A later version is installed. */
  LATER_INSTALLED(
      Check.INSTALLED,
      "The product of the package is registered at a higher version than that of the package.",
      "Nothing, if later versions will do."),
  /** Windows Installer has lost the package that it needs for repairs. */
  CACHED_PACKAGE_GONE(
      Check.INSTALLED,
      "The product is registered, and the copy of its package that Windows Installer keeps is not"
          + " there: it can be neither repaired, patched nor uninstalled.",
      "Put the package back into the cache, by installing it again from the package that the article"
          + " ships."),
  /** The registered copy of the package is another one. */
  OTHER_CACHED_PACKAGE(
      Check.INSTALLED,
      "The product is registered, and the file that is registered as the copy of its package is"
          + " another package, or none that is sound.",
      "Find out which package was installed; install the listed one."),
  /** What was installed is gone. */
  INSTALLED_FILE_GONE(
      Check.INSTALLED,
      "The product is registered, and files that were installed with it are not where they are"
          + " registered.",
      "Repair the installation."),
  /** What was installed is older than the package. */
  INSTALLED_FILE_OLDER(
      Check.INSTALLED,
      "The product is registered, and files that were installed with it are of lower versions than"
          + " those in the package.",
      "Repair the installation; find out what put older files there."),
  /** What is registered does not tell. */
  REGISTRATION_UNCLEAR(
      Check.INSTALLED,
      "What is registered does not tell whether the product is installed, or from which package: the"
          + " export has not all keys where it may be, or they contradict each other or the package.",
      "Export the keys Installer and Uninstall whole, the latter below Wow6432Node too, and audit"
          + " again; if they were whole, look at the lines that the reason names."),
  /** The database lacks what the package adds. */
  OBJECT_MISSING(
      Check.DATABASE,
      "The database lacks something that the package adds to it.",
      "Install the package on the server of this database, or query the right database."),
  /** Something else has the name. */
  OBJECT_OF_OTHER_TYPE(
      Check.DATABASE,
      "The database has something of the name that the package gives, and it is of another type.",
      "Find out what it is; then install the package on the server of this database."),
  /** It is on another table. */
  OBJECT_ON_OTHER_TABLE(
      Check.DATABASE,
      "The database has an index of the name that the package gives, and it is on another table.",
      "Find out what it is; then install the package on the server of this database."),
  /** The query did not ask. */
  NOT_QUERIED(
      Check.DATABASE,
      "The result of the query has nothing of the type of what is looked for, as that of a query has"
          + " which did not ask for it.",
      "Run the query that kbaudit has for it, and audit again."),
  /** The article's own cell cannot be read. */
  CELL_UNREADABLE(
      Check.DATE,
      "The article prints something in this column that cannot be read as a value.",
      "Compare the file with the article by eye, or leave this check out.");

  private final Check check;
  private final String meaning;
  private final String remedy;

  Cause(Check check, String meaning, String remedy) {
    this.check = check;
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** Returns the check that finds this most often. */
  public Check check() {
    return check;
  }

  /** Returns what it means, in a sentence. */
  public String meaning() {
    return meaning;
  }

  /** Returns what to do about it, in a sentence. */
  public String remedy() {
    return remedy;
  }
}
