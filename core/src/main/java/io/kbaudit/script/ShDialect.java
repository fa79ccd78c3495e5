package io.kbaudit.script;

import io.kbaudit.file.Digest;
import io.kbaudit.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The shell of POSIX (IEEE Std 1003.1, Shell Command Language).
 *
 * <p>A text stands in single quotes, which preserve every character but themselves (2.2.2). Each
 * operand is preceded by {@code --}, lest a folder that begins with a hyphen be taken for an
 * option.
 *
 * <p>Contents are compared where the machine has {@code sha256sum}, which POSIX does not ask for;
 * where it has none, the script says so once. That, and {@code wc}, read from standard input: no
 * name can change what they print.
 */
final class ShDialect implements ShellDialect {
  private static final ShellNames NAMES = new ShellNames("sh", "/\0", "\0");

  /** NAME_MAX wherever files are kept: ext4, XFS, Btrfs, ZFS, NFS. */
  private static final int LONGEST_NAME_BYTES = 255;

  private static final String HAS_CONTENTS =
      """

      # Whether a file has this SHA-256, where that can be computed.
      if command -v sha256sum >/dev/null 2>&1; then
        has_contents() {
          sum=$(sha256sum < "$1") && [ "${sum%% *}" = "$2" ]
        }
      else
        printf '%s\\n' 'There is no sha256sum: sizes are compared, and not contents.' >&2
        has_contents() {
          :
        }
      fi
      """;

  private static final String SHOWN =
      """
      # A folder, unless it would move the screen.
      shown() {
        case $1 in
          *[[:cntrl:]]*) printf '%s' '...' ;;
          *) printf '%s' "$1" ;;
        esac
      }
      """;

  @Override
  public String lineEnd() {
    return "\n";
  }

  @Override
  public String comment(String text) {
    return "# " + Printable.line(text) + "\n";
  }

  @Override
  public String opening(List<String> head, CopyScript script) throws UnquotableException {
    StringBuilder opening = new StringBuilder("#!/bin/sh\n");
    head.forEach(line -> opening.append(comment(line)));
    return opening
        .append("\n# The folders, which may be edited:\n")
        .append(assignment(Place.PACKAGE, script.packageFolder()))
        .append(assignment(Place.SHARE, script.shareFolder()))
        .append(
            """

            set -eu

            stop() {
              printf '%s\\n' "$1" >&2
              exit 1
            }

            # Whether nothing has this name, not even a link that leads nowhere.
            is_free() {
              ! [ -e "$1" ] && ! [ -L "$1" ]
            }

            # Renames, and never onto what is there.
            rename() {
              is_free "$2" && mv -- "$1" "$2"
            }

            # Whether a file has this size; some wc print blanks before the number.
            has_size() {
              size=$(wc -c < "$1") && [ "$(($size))" = "$2" ]
            }
            """)
        .append(script.knowsContents() ? HAS_CONTENTS : "")
        .toString();
  }

  private static String assignment(Place place, String folder) throws UnquotableException {
    return place.variable() + "=" + quoted(NAMES.folder(folder)) + "\n";
  }

  @Override
  public String requireFolder(Place place, String sentence) throws UnquotableException {
    return "[ -d \"$" + place.variable() + "\" ]" + orStop(sentence);
  }

  @Override
  public String requireFile(Place place, String name, String sentence) throws UnquotableException {
    return "[ -f " + path(place, name) + " ]" + orStop(sentence);
  }

  @Override
  public String requireSize(Place place, String name, long bytes, String sentence)
      throws UnquotableException {
    return "has_size " + path(place, name) + " " + bytes + orStop(sentence);
  }

  @Override
  public String requireContents(String name, Digest sha256, String sentence)
      throws UnquotableException {
    return "has_contents " + path(Place.SHARE, name) + " " + sha256.hex() + orStop(sentence);
  }

  @Override
  public String requireFree(String name, String sentence) throws UnquotableException {
    return "is_free " + path(Place.SHARE, name) + orStop(sentence);
  }

  @Override
  public String copy(String from, String to, String sentence) throws UnquotableException {
    return "cp -p -- " + path(Place.PACKAGE, from) + " " + path(Place.SHARE, to) + orStop(sentence);
  }

  @Override
  public String rename(String from, String to, String sentence) throws UnquotableException {
    return "rename " + path(Place.SHARE, from) + " " + path(Place.SHARE, to) + orStop(sentence);
  }

  @Override
  public String closing(String beginning, String rest, CopyScript script)
      throws UnquotableException {
    return SHOWN
        + ("printf '%s from \"%s\" to \"%s\"%s\\n' " + quoted(beginning))
        + (" \"$(shown \"$package\")\" \"$(shown \"$share\")\" " + quoted(rest) + "\n")
        + (script.left() == 0 ? "" : "exit " + script.exitCode() + "\n");
  }

  private static String orStop(String sentence) throws UnquotableException {
    return " || stop " + quoted(sentence) + "\n";
  }

  private static String path(Place place, String name) throws UnquotableException {
    if (NAMES.name(name).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
      throw NAMES.refusal(name, "it is longer than " + LONGEST_NAME_BYTES + " bytes");
    }
    return "\"$" + place.variable() + "\"/" + quoted(name);
  }

  private static String quoted(String text) throws UnquotableException {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw NAMES.refusal(text, "it cannot be written in UTF-8");
    }
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
