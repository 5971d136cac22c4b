package loopmind.library.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loopmind.library.catalogue.Catalogue;
import loopmind.library.catalogue.CatalogueUnusable;
import loopmind.library.catalogue.FileRow;
import loopmind.library.catalogue.KnownSound;
import loopmind.library.ingest.Found;
import loopmind.library.ingest.Ingest;
import loopmind.library.ingest.ScannedFile;
import loopmind.library.listen.Assembly;
import loopmind.library.listen.FileFacts;
import loopmind.library.listen.Listener;
import loopmind.library.listen.SoundFile;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioStream;
import loopmind.mixer.audio.AudioTags;
import loopmind.mixer.audio.AudioUnreadable;

/** Brings what is known of one scanned file, or archive, up to date. */
final class FileWork {

  private final Catalogue catalogue;
  private final Ingest ingest;
  private final Listener listener;
  private final PlaceClues clues;
  private final boolean force;

  FileWork(Catalogue catalogue, Ingest ingest, Listener listener, PlaceClues clues, boolean force) {
    this.catalogue = catalogue;
    this.ingest = ingest;
    this.listener = listener;
    this.clues = clues;
    this.force = force;
  }

  /** Returns once everything it tells is stored. */
  List<FileFacts> run(ScannedFile file) {
    List<FileRow> rows = catalogue.files(file.path());
    if (file.refusal().isPresent()) {
      if (!rows.isEmpty()) {
        catalogue.store(file.path(), List.of(), Map.of());
      }
      return List.of(unreadable(soundFile(file), file.refusal().get()));
    }
    boolean known = !force && isUnchanged(file, rows);
    List<Part> parts = known ? parts(rows) : parts(file, ingest.open(file));
    List<FileFacts> facts = new ArrayList<>();
    List<FileRow> heardRows = new ArrayList<>();
    if (Ingest.isArchive(file.path()) && parts.stream().noneMatch(Part::isWhole)) {
      heardRows.add(row(file));
    }
    boolean failed = false;
    for (Part part : parts) {
      Outcome outcome = hear(part);
      facts.add(outcome.facts());
      heardRows.add(outcome.row());
      failed |= outcome.failed();
    }
    if (!failed && !Set.copyOf(heardRows).equals(Set.copyOf(rows))) {
      catalogue.store(file.path(), heardRows, Map.of());
    }
    return facts;
  }

  /** A file, or one inside an archive: what is on the disk, and where its content can be read. */
  private record Part(FileRow row, Optional<Path> content) {
    boolean isWhole() {
      return row.inside().isEmpty();
    }
  }

  /**
   * @param failed whether something went wrong that may go right the next time
   */
  private record Outcome(FileFacts facts, FileRow row, boolean failed) {}

  private static boolean isUnchanged(ScannedFile file, List<FileRow> rows) {
    return !rows.isEmpty()
        && rows.getFirst().inside().isEmpty()
        && rows.getFirst().bytes() == file.bytes()
        && rows.getFirst().modifiedMillis() == file.modifiedMillis();
  }

  private static List<Part> parts(List<FileRow> rows) {
    return rows.stream()
        // an archive's own row says only that it was looked into
        .filter(row -> row.hash().isPresent() || row.error().isPresent())
        .map(row -> new Part(row, Optional.empty()))
        .toList();
  }

  private static List<Part> parts(ScannedFile file, List<Found> found) {
    if (found.isEmpty()) {
      String why = "%s holds no files.".formatted(file.path().getFileName());
      return List.of(new Part(withError(row(file), why), Optional.empty()));
    }
    // by name, as the catalogue gives them back
    return found.stream()
        .map(FileWork::part)
        .sorted(Comparator.comparing(part -> part.row().inside().orElse("")))
        .toList();
  }

  private static Part part(Found found) {
    FileRow bare =
        new FileRow(
            found.path(),
            found.inside(),
            found.bytes(),
            found.modifiedMillis(),
            Optional.empty(),
            Optional.empty());
    return switch (found) {
      case Found.Refused refused -> new Part(withError(bare, refused.why()), Optional.empty());
      case Found.Content content ->
          new Part(
              new FileRow(
                  bare.path(),
                  bare.inside(),
                  bare.bytes(),
                  bare.modifiedMillis(),
                  Optional.of(content.hash()),
                  Optional.empty()),
              Optional.of(content.content()));
    };
  }

  private Outcome hear(Part part) {
    FileRow row = part.row();
    SoundFile file = new SoundFile(row.path(), row.inside(), row.hash().orElse(""));
    if (row.error().isPresent()) {
      return new Outcome(unreadable(file, row.error().get()), row, false);
    }
    try {
      KnownSound sound = sound(file, part);
      FileFacts facts =
          new Assembly(listener).facts(file, sound.listening(), clues.of(file, sound.says()));
      return new Outcome(facts, row, false);
    } catch (AudioUnreadable e) {
      return new Outcome(unreadable(file, e.getMessage()), withError(row, e.getMessage()), false);
    } catch (OutOfMemoryError e) {
      String why = "%s needs more memory than LoopMind was given.".formatted(shown(file));
      return new Outcome(unreadable(file, why), row, true);
    } catch (CatalogueUnusable e) {
      throw e;
    } catch (RuntimeException e) {
      String why = "%s could not be listened to, a mistake of LoopMind: %s.";
      return new Outcome(unreadable(file, why.formatted(shown(file), e)), row, true);
    }
  }

  private KnownSound sound(SoundFile file, Part part) {
    Optional<KnownSound> known = force ? Optional.empty() : catalogue.sound(file.hash());
    if (known.isPresent() && listener.isCurrent(known.get().listening())) {
      return known.get();
    }
    Path content =
        part.content()
            .or(() -> ingest.content(file.path(), file.inside(), file.hash()))
            .orElseThrow(
                () -> new AudioUnreadable("%s is not there any more.".formatted(shown(file))));
    try (AudioStream stream = AudioFiles.open(content, shown(file))) {
      KnownSound sound =
          new KnownSound(
              known.isPresent()
                  ? listener.listenAgain(stream, known.get().listening())
                  : listener.listen(stream),
              AudioTags.read(content, shown(file)));
      catalogue.store(file.hash(), sound);
      return sound;
    }
  }

  private static FileFacts unreadable(SoundFile file, String why) {
    return FileFacts.unreadable(file, why);
  }

  private static FileRow withError(FileRow row, String why) {
    return new FileRow(
        row.path(), row.inside(), row.bytes(), row.modifiedMillis(), row.hash(), Optional.of(why));
  }

  private static FileRow row(ScannedFile file) {
    return new FileRow(
        file.path(),
        Optional.empty(),
        file.bytes(),
        file.modifiedMillis(),
        Optional.empty(),
        Optional.empty());
  }

  private static SoundFile soundFile(ScannedFile file) {
    return new SoundFile(file.path(), Optional.empty(), "");
  }

  /** The file name, with its ending, for a sentence. */
  private static String shown(SoundFile file) {
    String full = file.inside().orElseGet(() -> String.valueOf(file.path().getFileName()));
    return full.substring(full.lastIndexOf('/') + 1);
  }
}
