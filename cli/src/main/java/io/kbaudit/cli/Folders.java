package io.kbaudit.cli;

import io.kbaudit.QuestionException;
import io.kbaudit.ReferenceException;
import io.kbaudit.SavedInventoryException;
import io.kbaudit.article.Article;
import io.kbaudit.article.ArticleFormatException;
import io.kbaudit.audit.AuditRequest;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.inventory.InventoryFormatException;
import io.kbaudit.inventory.ScanListener;
import io.kbaudit.report.text.TextAuditReport;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Asks about folders that a user names, and says in words where there is no answer. */
final class Folders {
  private final Console console;
  private final ParseResult arguments;

  /** Creates the folders of one command, whose progress is shown unless it is to be quiet. */
  Folders(Console console, ParseResult arguments) {
    this.console = console;
    this.arguments = arguments;
  }

  /** Something that scans folders, and tells how far it has come. */
  interface Question<T> {
    T ask(ScanListener progress) throws IOException;
  }

  /** Returns the value of an option, if it is given. */
  Optional<String> option(String name) {
    return Optional.ofNullable(arguments.matchedOptionValue(name, null));
  }

  /**
   * Returns the path of a folder.
   *
   * @param label what the folder is to the command: {@code FOLDER}, {@code --share}
   */
  static Path path(String label, String folder) throws CannotAskException {
    if (folder.isEmpty()) {
      throw new CannotAskException(label + " is empty, and no folder is called ''");
    }
    return Paths.parse(folder);
  }

  /**
   * Returns the answer.
   *
   * @param names of the folders that it is about, as the user spelt them
   */
  <T> T ask(List<String> names, Question<T> question) throws CannotAskException {
    try (ScanProgress progress = progress()) {
      return question.ask(progress);
    } catch (QuestionException e) {
      throw new CannotAskException(sentence(e), e);
    } catch (ReferenceException e) {
      throw new CannotAskException(
          "the reference '"
              + option("--reference").orElseThrow()
              + "' is not the package as listed, "
              + TextAuditReport.summary(e.result())
              + "; 'kbaudit verify --accept exact' says why",
          e);
    } catch (NoSuchFileException e) {
      throw noSuchFolder(name(e, names), e);
    } catch (NotDirectoryException e) {
      throw new CannotAskException("'" + name(e, names) + "' is a file, not a folder", e);
    } catch (SavedInventoryException e) {
      throw new CannotAskException(
          "'"
              + String.join("' or '", names)
              + "': "
              + e.getMessage()
              + "; 'kbaudit collect --thorough' takes one with it",
          e);
    } catch (ArticleFormatException | ProfileException | InventoryFormatException e) {
      throw new CannotAskException(Paths.reason(e), e);
    } catch (IOException e) {
      throw new CannotAskException(
          "the folder '" + name(e, names) + "' cannot be listed: " + Paths.reason(e), e);
    }
  }

  /** Java reads bytes that are no text in the encoding of names as U+FFFD, and writes that. */
  private static CannotAskException noSuchFolder(String name, IOException e) {
    return new CannotAskException(
        name.indexOf('\uFFFD') < 0
            ? "no such folder: '" + name + "'"
            : "the folder '"
                + name
                + "' cannot be named: its name is no text in the encoding of file names here; a"
                + " link to it with another name can",
        e);
  }

  private ScanProgress progress() {
    return new ScanProgress(console, arguments.hasMatchedOption("--quiet"), System::nanoTime);
  }

  /** As the user spelt it, if it is one of theirs. */
  private static String name(IOException failure, List<String> names) throws CannotAskException {
    String file = failure instanceof FileSystemException in ? in.getFile() : null;
    for (String name : names) {
      if (Paths.parse(name).toString().equals(file)) {
        return name;
      }
    }
    return file == null ? String.join("' or '", names) : file;
  }

  /** The library names the choices, and the command the options by which they are made. */
  private String sentence(QuestionException e) {
    return switch (e.kind()) {
      case HASH_LEFT_OUT ->
          (option("--reference").isPresent() ? "--reference" : "--baseline")
              + " is what HASH compares with, and --only or --skip leaves HASH out";
      case NOTHING_TO_COMPARE ->
          "HASH alone has nothing to compare with, since "
              + e.request().map(AuditRequest::article).map(Article::label).orElseThrow()
              + " lists no digests of these files; name --reference or --baseline";
      case SIGNATURE_LEFT_OUT ->
          "a signature is demanded, and --only or --skip leaves SIGNATURE, which looks for it, out";
      case PUBLISHERS_CONTRADICT ->
          e.getMessage() + "; name other publishers, or leave signatures out by --signature off";
      case NO_ROW_LEFT -> Selection.noRowLeft(e.request().orElseThrow());
      case REFERENCE_ITSELF, LOCATION_REPEATED -> String.valueOf(e.getMessage());
    };
  }
}
