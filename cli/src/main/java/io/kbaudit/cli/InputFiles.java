package io.kbaudit.cli;

import io.kbaudit.Reference;
import io.kbaudit.Target;
import io.kbaudit.article.ArticleId;
import io.kbaudit.article.reader.BundledArticles;
import io.kbaudit.audit.AuditResult;
import io.kbaudit.audit.FileAudit;
import io.kbaudit.baseline.BaselineFile;
import io.kbaudit.deployment.BundledProfiles;
import io.kbaudit.file.Digest;
import io.kbaudit.file.FileName;
import io.kbaudit.file.SourceName;
import io.kbaudit.inventory.Inventory;
import io.kbaudit.inventory.ObservedFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The files that an answer rests on, over which no report may be written. */
final class InputFiles {
  private static final String ARTICLE = "--article";
  private static final String PROFILE = "--profile";

  private final List<Path> files = new ArrayList<>();
  private final Optional<EvidenceDigests> digests;

  /** Begins with the article and the profile. */
  InputFiles(NamedDeployment deployment) throws CannotAskException {
    this(deployment, Optional.empty());
  }

  /**
   * Begins with the article and the profile.
   *
   * @param digests to which each file is added, but for those that are audited
   */
  InputFiles(NamedDeployment deployment, Optional<EvidenceDigests> digests)
      throws CannotAskException {
    this.digests = digests;
    for (String name : deployment.articleNames()) {
      addArticle(name);
    }
    if (deployment.profileName().isPresent()) {
      add(PROFILE, deployment.profileName().get());
    } else if (deployment.profile().isPresent()) {
      addBundled(PROFILE, deployment.article().id(), BundledProfiles::sha256);
    }
  }

  private void addArticle(String name) throws CannotAskException {
    Optional<Path> file = Articles.fileOf(name);
    if (file.isPresent()) {
      add(ARTICLE, name);
    } else if (!name.equals(Articles.STANDARD_INPUT)) {
      addBundled(ARTICLE, ArticleId.parse(name), BundledArticles::sha256);
    } else if (digests.isPresent()) {
      digests.get().addStandardInput(role(ARTICLE));
    }
  }

  private void addBundled(
      String option, Optional<ArticleId> id, Function<ArticleId, Optional<Digest>> digest) {
    if (digests.isPresent()) {
      digests.get().add(role(option), SourceName.BUNDLED, id.flatMap(digest).orElseThrow());
    }
  }

  /** Adds the listed files of an audited folder, and those taken for them. */
  void add(AuditResult result) throws CannotAskException {
    if (result.inventory().unreachable().isPresent()) {
      return; // there is no file, and perhaps no path
    }
    Set<FileName> listed = new HashSet<>();
    Set<String> audited = new HashSet<>();
    for (FileAudit file : result.files()) {
      listed.add(file.expected().name().best());
      file.observed().map(ObservedFile::path).ifPresent(audited::add);
    }
    Inventory inventory = result.inventory();
    Path folder = Paths.parse(inventory.folder());
    for (ObservedFile file : inventory.files()) {
      if (listed.contains(file.name()) || audited.contains(file.path())) {
        ObservedFile.placeIn(folder, file.path()).ifPresent(files::add);
      }
    }
  }

  /** Returns the file that an option names, which must be there. */
  static Path existing(String option, String name) throws CannotAskException {
    if (name.isEmpty()) {
      throw new CannotAskException(option + " is empty, and no file is called ''");
    }
    Path file = Paths.parse(name);
    try {
      if (Files.readAttributes(file, BasicFileAttributes.class).isDirectory()) {
        throw new CannotAskException(option + " takes a file, and '" + name + "' is a folder");
      }
    } catch (NoSuchFileException e) {
      throw new CannotAskException(option + ": no such file: '" + name + "'", e);
    } catch (IOException e) {
      throw cannotBeRead(option, name, e);
    }
    return file;
  }

  /** Returns the file that an option names, which is there, and can be read more than once. */
  static Path lasting(String option, String name) throws CannotAskException {
    Path file = existing(option, name);
    if (!Files.isRegularFile(file)) {
      throw new CannotAskException(
          option
              + " reads its file more than once, and '"
              + name
              + "' is no regular file; save it as one");
    }
    return file;
  }

  /** Returns that the file which an option names cannot be read; what is wrong in it says where. */
  static CannotAskException cannotBeRead(String option, String name, IOException e) {
    return new CannotAskException(
        e instanceof FileSystemException
            ? option + " '" + name + "' cannot be read: " + Paths.reason(e)
            : option + " " + Paths.reason(e),
        e);
  }

  /** Adds what was audited: a folder's files, or a file. */
  void add(Target target, AuditResult result) throws CannotAskException {
    if (target instanceof Target.Saved && result.inventory().unreachable().isPresent()) {
      files.add(target.path()); // it was not read
    } else if (target instanceof Target.Saved) {
      add(InventoryOptions.INVENTORY, target.path());
    } else {
      add(result);
    }
  }

  /** Adds the files of a reference, whose digests are those of what was read. */
  void add(String option, Reference reference) throws CannotAskException {
    addAll(reference.inventory());
    for (BaselineFile file : reference.baseline().files()) {
      digests.ifPresent(all -> all.add(role(option), file.name().spelling(), file.sha256()));
    }
  }

  /** Adds every file of a folder. */
  void addAll(Inventory inventory) throws CannotAskException {
    Path folder = Paths.parse(inventory.folder());
    for (ObservedFile file : inventory.files()) {
      ObservedFile.placeIn(folder, file.path()).ifPresent(files::add);
    }
  }

  /** Adds the file, or folder of files, that an option names, and that was read. */
  void add(String option, String file) throws CannotAskException {
    add(option, Paths.parse(file));
  }

  private void add(String option, Path file) throws CannotAskException {
    files.add(file);
    if (digests.isPresent()) {
      digests.get().add(role(option), file);
    }
  }

  /** The role that a file has is the name of the option that names it. */
  private static String role(String option) {
    return option.substring("--".length());
  }

  List<Path> files() {
    return files;
  }
}
