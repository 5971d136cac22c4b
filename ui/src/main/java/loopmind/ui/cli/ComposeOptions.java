package loopmind.ui.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.MixMode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code compose}. */
final class ComposeOptions {

  /** The seed where none is given: the same words and loops give the same song. */
  static final long USUAL_SEED = 1;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "folder of loops; may be given several times (default: what is known, else the starter pack)")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "another number, another song (default: 1)")
  private long seed = USUAL_SEED;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "the finished song, .wav or .flac (default: in the home's songs)")
  private @Nullable Path out;

  @Option(names = "--stems", paramLabel = "DIR", description = "also a file for each role")
  private @Nullable Path stems;

  @Option(
      names = "--anchor",
      paramLabel = "FILE",
      description = "the loop everything is built around")
  private @Nullable Path anchor;

  @Option(
      names = "--song",
      paramLabel = "FILE",
      description = "the song file (default: beside the finished song)")
  private @Nullable Path song;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "raw, polished or tape (default: polished)")
  private @Nullable String mode;

  @Option(
      names = "--picture",
      paramLabel = "FILE.svg",
      description = "also a picture of the arrangement")
  private @Nullable Path picture;

  List<Path> folders() {
    return folders.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
  }

  long seed() {
    return seed;
  }

  Optional<Path> out() {
    return Optional.ofNullable(out);
  }

  Optional<Path> stems() {
    return Optional.ofNullable(stems);
  }

  Optional<Path> anchor() {
    return Optional.ofNullable(anchor).map(file -> file.toAbsolutePath().normalize());
  }

  Optional<Path> song() {
    return Optional.ofNullable(song);
  }

  Optional<Path> picture() {
    return Optional.ofNullable(picture);
  }

  Optional<MixMode> mode() {
    return Optional.ofNullable(mode).map(ComposeOptions::mode);
  }

  static MixMode mode(String word) {
    return MixMode.named(word)
        .orElseThrow(
            () ->
                new EditRefused(
                    "There is no mix mode \"%s\". Choose raw, polished or tape.", word));
  }
}
