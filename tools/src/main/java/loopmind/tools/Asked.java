package loopmind.tools;

import java.util.Optional;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.EffectKind;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.SongFacts;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.Bpm;
import org.jspecify.annotations.Nullable;

/** Reads the words of requests; each refuses with a sentence. */
final class Asked {

  static final String ROLES = "drums percussion bass chords melody pad vocal fx";
  static final String KINDS = "intro verse prechorus hook bridge breakdown build drop outro solo";
  static final String EFFECTS =
      "lowpass_sweep highpass_sweep reverb delay tape_stop stutter sidechain saturation widen";
  static final String TRANSITIONS = "riser fill sweep reverb_tail tape_stop buildup cut crossfade";

  private Asked() {}

  static String orBlank(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  static Role role(String word) {
    return Role.named(word)
        .orElseThrow(
            () ->
                new EditRefused(
                    "There is no role called \"%s\". Say one of %s.",
                    word, ROLES.replace(" ", ", ")));
  }

  /** The role; where it is missing, {@code question} asks for it. */
  static Role role(@Nullable String word, String question) {
    if (word == null || word.isBlank()) {
      throw new EditRefused(question);
    }
    return role(word);
  }

  static Optional<Role> roleIfSaid(@Nullable String word) {
    return word == null || word.isBlank() ? Optional.empty() : Optional.of(role(word));
  }

  static SectionKind kind(@Nullable String word) {
    if (word == null || word.isBlank()) {
      throw new EditRefused(
          "What kind of section should be added? Say one of %s.", KINDS.replace(" ", ", "));
    }
    return SectionKind.named(word)
        .orElseThrow(() -> new EditRefused("There is no kind of section called \"%s\".", word));
  }

  static EffectKind effect(String word) {
    return EffectKind.named(word)
        .orElseThrow(
            () ->
                new EditRefused(
                    "There is no effect called \"%s\". Say one of %s.",
                    word, EFFECTS.replace(" ", ", ")));
  }

  static TransitionKind transition(String word) {
    return TransitionKind.named(word)
        .orElseThrow(
            () ->
                new EditRefused(
                    "There is no transition called \"%s\". Say one of %s.",
                    word, TRANSITIONS.replace(" ", ", ")));
  }

  static Bpm tempo(double bpm) {
    if (!(bpm >= SongFacts.SLOWEST_BPM && bpm <= SongFacts.FASTEST_BPM)) {
      throw new EditRefused(
          "The song would run at %s BPM. Choose %d to %d BPM.",
          Sentences.plain(bpm), SongFacts.SLOWEST_BPM, SongFacts.FASTEST_BPM);
    }
    return new Bpm(bpm);
  }

  static MusicalKey key(String text) {
    return MusicalKey.parse(text)
        .orElseThrow(
            () -> new EditRefused("\"%s\" is no key. Say one such as C minor or F# major.", text));
  }
}
