package io.kbaudit.cli;

import io.kbaudit.audit.AuditRequest;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.check.Auditor;
import io.kbaudit.deployment.ProfileException;
import io.kbaudit.inventory.FolderScanner;
import io.kbaudit.inventory.Inventory;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.function.UnaryOperator;

/** Scans and audits folders that a user names, and says in words where that cannot be done. */
final class FolderScan {
  private final Console console;
  private final boolean recursive;
  private final boolean quiet;

  FolderScan(Console console, boolean recursive, boolean quiet) {
    this.console = console;
    this.recursive = recursive;
    this.quiet = quiet;
  }

  /**
   * Returns what is in {@code folder}.
   *
   * @param label what the folder is to the command: {@code TARGET}, {@code --share}
   * @param preparation of the scanner, by what has to be known of the files
   */
  Inventory of(String label, String folder, UnaryOperator<FolderScanner> preparation)
      throws CannotAskException {
    if (folder.isEmpty()) {
      throw new CannotAskException(label + " is empty, and no folder is called ''");
    }
    FolderScanner scanner =
        preparation.apply(recursive ? FolderScanner.recursive() : FolderScanner.flat());
    try (ScanProgress progress = new ScanProgress(console, quiet, System::nanoTime)) {
      return scanner.reportingTo(progress).scan(Paths.parse(folder));
    } catch (NoSuchFileException e) {
      throw new CannotAskException("no such folder: '" + folder + "'", e);
    } catch (NotDirectoryException e) {
      throw new CannotAskException("'" + folder + "' is a file, not a folder", e);
    } catch (IOException e) {
      throw new CannotAskException(
          "the folder '" + folder + "' cannot be listed: " + Paths.reason(e), e);
    }
  }

  /** Returns the answer about {@code folder}, whose files are asked whatever the request needs. */
  AuditResult audit(String label, String folder, AuditRequest request) throws CannotAskException {
    return audit(label, folder, request, UnaryOperator.identity());
  }

  /**
   * Returns the answer about {@code folder}.
   *
   * @param preparation of the scanner, beyond what the request needs
   */
  AuditResult audit(
      String label, String folder, AuditRequest request, UnaryOperator<FolderScanner> preparation)
      throws CannotAskException {
    Inventory inventory =
        of(label, folder, scanner -> preparation.apply(request.preparing(scanner)));
    try {
      return Auditor.audit(request, inventory);
    } catch (ProfileException e) {
      throw new CannotAskException(Paths.reason(e), e);
    }
  }
}
