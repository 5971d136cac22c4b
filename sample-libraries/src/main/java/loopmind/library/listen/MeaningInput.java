package loopmind.library.listen;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.loop.SpectralProfile;

/**
 * All that the network of meaning is told of a sound: its measures as a whole, its timbre, its
 * texture, its spectrum, and what the ears make of it.
 */
final class MeaningInput {

  /** The ears' instruments, in an order of their own: which place each has in the row. */
  private static final List<String> INSTRUMENTS =
      List.of(
          "kick",
          "snare",
          "clap",
          "hihat",
          "cymbal",
          "tom",
          "perc",
          "drums",
          "bass",
          "808",
          "synth",
          "pad",
          "keys",
          "piano",
          "organ",
          "guitar",
          "strings",
          "brass",
          "wind",
          "bell",
          "pluck",
          "vocal",
          "ambience",
          "riser",
          "impact",
          "fx");

  /** Words of sound colour that the network hears better than single measures do. */
  static final Set<String> WORDS =
      Set.of(
          "dark",
          "bright",
          "warm",
          "thin",
          "airy",
          "deep",
          "distorted",
          "clean",
          "dry",
          "wet",
          "wide",
          "punchy",
          "soft",
          "noisy");

  /** Dimensions of the ears' embedding. */
  static final int EARS = 128;

  private static final int TIMBRE = 9, ROLES_AND_KINDS = 11;

  static final int COUNT =
      SoundFeatures.COUNT
          + TIMBRE
          + Texture.COUNT
          + SpectralProfile.BANDS
          + ROLES_AND_KINDS
          + 26
          + EARS;

  private final float[] row = new float[COUNT];
  private int count;

  private MeaningInput() {}

  /**
   * {@value #COUNT} numbers.
   *
   * @param heard onsets, spectrum and what the ears hear
   * @throws IllegalStateException where one of these failed
   */
  static float[] of(Sound sound, Heard heard) {
    MeaningInput input = new MeaningInput();
    OnsetFacts onsets = need(heard.get(OnsetFacts.class), "onsets");
    SpectralProfile profile = need(heard.get(SpectrumFacts.class), "spectrum").profile();
    EarsFacts ears = need(heard.get(EarsFacts.class), "ears");
    input.add(SoundFeatures.of(sound, heard));
    input.addTimbre(Timbre.of(sound, profile, onsets));
    input.add(Texture.of(sound));
    profile.levelsDb().forEach(db -> input.add(db / 30));
    ears.roles().forEach(input::add);
    input.add(ears.loop());
    input.add(ears.oneshot());
    input.add(ears.fx());
    INSTRUMENTS.forEach(word -> input.add(ears.instruments().getOrDefault(word, 0.0)));
    // as long as a row of as many independent numbers of size 1 would be
    double longer = Math.sqrt(EARS);
    ears.embedding().forEach(value -> input.add(value * longer));
    if (input.count != COUNT) {
      throw new IllegalStateException(
          "Meaning takes %d numbers, but %d were found.".formatted(COUNT, input.count));
    }
    return Arrays.copyOf(input.row, COUNT);
  }

  private static <F> F need(Optional<F> facts, String name) {
    return facts.orElseThrow(
        () -> new IllegalStateException("It needs the %s, which failed.".formatted(name)));
  }

  private void add(double value) {
    row[count++] = (float) value;
  }

  private void add(float[] values) {
    for (float value : values) {
      add(value);
    }
  }

  private void addTimbre(Timbre timbre) {
    add(timbre.brightness());
    add(timbre.warmth() / 10);
    add(timbre.hardness());
    add(Math.log1p(timbre.onsetsPerSecond()));
    add(Math.min(2, timbre.width()));
    add(timbre.noisiness());
    add(timbre.crestDb() / 20);
    add(timbre.sustain());
    add(timbre.roughness());
  }
}
