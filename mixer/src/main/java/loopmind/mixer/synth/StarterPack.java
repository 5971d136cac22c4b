package loopmind.mixer.synth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import loopmind.mixer.audio.AudioBuffer;
import loopmind.mixer.audio.Dither;
import loopmind.mixer.audio.FlacWriter;
import loopmind.mixer.audio.SampleFormat;

/**
 * Makes the starter pack: loops and one-shots of ten styles, in sets that make whole songs. The
 * same sounds on every run.
 */
public final class StarterPack {

  /** How the pack is stored; {@link Grain} uses the upper bits. */
  public static final SampleFormat FORMAT = SampleFormat.PCM_16;

  private StarterPack() {}

  private static List<Recipe> recipes() {
    return Stream.of(
            new TrapSet().recipes(),
            new DrillSet().recipes(),
            new BoomBapSet().recipes(),
            new LofiSet().recipes(),
            new HouseSet().recipes(),
            new TechnoSet().recipes(),
            new DrumAndBassSet().recipes(),
            new TranceSet().recipes(),
            new ReggaetonSet().recipes(),
            new AmbientSet().recipes(),
            new ShotSet().recipes())
        .flatMap(List::stream)
        .toList();
  }

  /** The files of the pack, relative to its folder: {@code trap/Trap_Drums_Midnight_140.flac}. */
  public static List<String> files() {
    return recipes().stream().map(StarterPack::file).toList();
  }

  private static String file(Recipe recipe) {
    return recipe.folder() + "/" + recipe.name() + ".flac";
  }

  /**
   * One sound of the pack, to the sample as it is stored.
   *
   * @param file one of {@link #files}
   */
  public static AudioBuffer sound(String file) {
    Recipe recipe =
        recipes().stream()
            .filter(one -> file(one).equals(file))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("The starter pack has no %s.".formatted(file)));
    return recipe.sound();
  }

  /** Writes every sound into {@code folder}. */
  public static void write(Path folder) throws IOException {
    for (Recipe recipe : recipes()) {
      Path file = folder.resolve(file(recipe));
      Files.createDirectories(file.getParent());
      FlacWriter.write(file, recipe.sound(), FORMAT, Dither.none());
    }
  }

  /**
   * Writes the pack into the folder that is the only argument.
   *
   * @throws IOException where the folder cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "The starter pack needs one folder to be written to, but was given %d."
              .formatted(arguments.length));
    }
    write(Path.of(arguments[0]));
  }
}
