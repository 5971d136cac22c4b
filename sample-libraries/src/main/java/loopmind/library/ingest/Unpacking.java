package loopmind.library.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioUnreadable;

/** Looks into one archive: sound is copied out, everything else is named with its reason. */
final class Unpacking {

  private static final int LONGEST_NAME = 1_000;

  private final ScannedFile archive;
  private final ContentCache cache;
  private final ArchiveBudget budget;
  private final Set<String> names = new HashSet<>();
  private final List<Found> found = new ArrayList<>();

  Unpacking(ScannedFile archive, ContentCache cache, ArchiveLimits limits) {
    this.archive = archive;
    this.cache = cache;
    this.budget = new ArchiveBudget(name(archive), archive.bytes(), limits);
  }

  List<Found> run(ArchiveKind kind) {
    try {
      unpack(archive.path(), kind, "");
      return List.copyOf(found);
    } catch (ArchiveRefused e) {
      // what an attacker packed beside is not wanted either
      return List.of(refused(Optional.empty(), 0, e.getMessage()));
    } catch (IOException e) {
      found.addFirst(refused(Optional.empty(), 0, damaged(name(archive), e)));
      return List.copyOf(found);
    }
  }

  private void unpack(Path file, ArchiveKind kind, String prefix) throws IOException {
    ArchiveReader.read(file, kind, budget, (entry, content) -> visit(entry, content, prefix));
  }

  private void visit(ArchiveReader.Entry entry, InputStream content, String prefix) {
    String name = prefix + entry.name().replace('\\', '/');
    Optional<String> why = refusal(entry, name);
    if (why.isPresent()) {
      found.add(refused(Optional.of(shown(name)), 0, why.get()));
    } else if (!entry.folder()) {
      try {
        keep(name, content, prefix.isEmpty());
      } catch (IOException e) {
        found.add(refused(Optional.of(name), 0, damaged(last(name), e)));
      }
    }
  }

  private Optional<String> refusal(ArchiveReader.Entry entry, String name) {
    if (name.startsWith("/") || name.matches("(?s)(.*/)?[A-Za-z]:.*")) {
      return Optional.of("An entry names a place outside the archive and is left alone.");
    }
    if (("/" + name + "/").contains("/../")) {
      return Optional.of("An entry names a place above the archive and is left alone.");
    }
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("An entry has a name that no file has and is left alone.");
    }
    if (entry.link()) {
      return Optional.of("%s is a link, which is not followed.".formatted(last(name)));
    }
    for (String part : name.split("/")) {
      if (HiddenFiles.hides(part)) {
        return entry.folder() ? Optional.empty() : Optional.of(HiddenFiles.sentence(part));
      }
    }
    if (entry.locked()) {
      return Optional.of("%s is locked with a password; unpack it first.".formatted(last(name)));
    }
    if (!entry.folder() && !names.add(name)) {
      return Optional.of("%s is in the archive twice.".formatted(last(name)));
    }
    return Optional.empty();
  }

  private void keep(String name, InputStream content, boolean outermost) throws IOException {
    Optional<ArchiveKind> nested = ArchiveKind.named(name);
    if (nested.isPresent()) {
      if (outermost) {
        unpackNested(name, content, nested.get());
      } else {
        found.add(
            refused(
                Optional.of(name),
                0,
                "%s is an archive within an archive within an archive and is left alone."
                    .formatted(last(name))));
      }
      return;
    }
    byte[] head = content.readNBytes(AudioFiles.HEAD_BYTES);
    try {
      AudioFiles.checkIsSound(head, last(name));
    } catch (AudioUnreadable e) {
      found.add(refused(Optional.of(name), head.length, e.getMessage()));
      return;
    }
    copyOut(name, head, content);
  }

  private void copyOut(String name, byte[] head, InputStream content) throws IOException {
    Path part = cache.part();
    try {
      MessageDigest digest = ContentHash.digest();
      digest.update(head);
      long bytes = head.length;
      try (OutputStream out = Files.newOutputStream(part);
          DigestInputStream in = new DigestInputStream(content, digest)) {
        out.write(head);
        bytes += in.transferTo(out);
      }
      String hash = ContentHash.text(digest);
      found.add(
          new Found.Content(
              archive.path(),
              Optional.of(name),
              bytes,
              archive.modifiedMillis(),
              hash,
              cache.settle(part, hash)));
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void unpackNested(String name, InputStream content, ArchiveKind kind) throws IOException {
    Path part = cache.part();
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        content.transferTo(out);
      }
      unpack(part, kind, name + "/");
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Found.Refused refused(Optional<String> inside, long bytes, String why) {
    return new Found.Refused(
        archive.path(),
        inside,
        inside.isEmpty() ? archive.bytes() : bytes,
        archive.modifiedMillis(),
        why);
  }

  private static String damaged(String name, IOException e) {
    String why = e.getMessage() == null ? "it breaks off" : e.getMessage();
    return "%s is damaged: %s.".formatted(name, why.strip().replaceAll("[.\\s]+$", ""));
  }

  /** A name that may go into a list: no control characters, no endless length. */
  private static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) + "…" : plain;
  }

  private static String last(String name) {
    return shown(name.substring(name.lastIndexOf('/') + 1));
  }

  private static String name(ScannedFile archive) {
    return String.valueOf(archive.path().getFileName());
  }
}
