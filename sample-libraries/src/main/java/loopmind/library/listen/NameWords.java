package loopmind.library.listen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Role;

/** The words producers name sounds with, and what they stand for. */
final class NameWords {

  /**
   * @param role what it does in a song
   * @param instrument the word that is kept for it
   */
  record Meaning(Role role, String instrument) {}

  private static final Map<String, Meaning> MEANINGS = new LinkedHashMap<>();

  static {
    means(Role.DRUMS, "kick", "kick kicks bd bassdrum kik");
    means(Role.DRUMS, "snare", "snare snares sd rimshot rim sidestick");
    means(Role.DRUMS, "clap", "clap claps snap snaps handclap");
    means(Role.DRUMS, "hihat", "hat hats hihat hihats hh ohh chh openhat closedhat");
    means(Role.DRUMS, "cymbal", "cymbal cymbals crash ride splash china");
    means(Role.DRUMS, "tom", "tom toms");
    means(
        Role.DRUMS,
        "drums",
        "drum drums drumloop beat beats break breaks breakbeat fill fills amen groove kit");
    means(
        Role.PERCUSSION,
        "perc",
        "perc percs percussion percussive shaker shakers conga congas bongo bongos tambourine tamb"
            + " cowbell tabla djembe top tops toploop woodblock clave claves cabasa maraca maracas"
            + " triangle guiro timbale");
    means(Role.BASS, "808", "808 808s");
    means(Role.BASS, "bass", "bass basses bassline baseline sub subbass reese");
    means(Role.CHORDS, "guitar", "guitar guitars gtr strum strums banjo ukulele");
    means(Role.CHORDS, "piano", "piano pianos rhodes wurli epiano upright");
    means(Role.CHORDS, "organ", "organ organs accordion");
    means(Role.CHORDS, "brass", "brass horns horn trombone");
    means(Role.CHORDS, "chords", "chord chords keys key stab stabs comp");
    means(Role.MELODY, "pluck", "pluck plucks plucked");
    means(Role.MELODY, "flute", "flute flutes whistle recorder pan");
    means(Role.MELODY, "trumpet", "trumpet");
    means(Role.MELODY, "sax", "sax saxophone clarinet oboe");
    means(
        Role.MELODY,
        "bells",
        "bell bells glockenspiel marimba vibes vibraphone kalimba celesta xylophone chime chimes");
    means(Role.MELODY, "arp", "arp arps arpeggio sequence seq");
    means(Role.MELODY, "violin", "violin harp koto sitar");
    means(
        Role.MELODY,
        "synth",
        "lead leads melody melodies melodic topline hook riff synth synths motif");
    means(Role.PAD, "strings", "strings string cello orchestra");
    means(Role.PAD, "pad", "pad pads atmos atmo drone drones");
    means(
        Role.VOCAL,
        "vocal",
        "vocal vocals vox voice voices choir acapella adlib adlibs chop chops ooh aah singer rap"
            + " spoken");
    means(
        Role.FX, "riser", "riser risers uplifter uplifters sweep sweeps whoosh swell rise buildup");
    means(Role.FX, "downlifter", "downlifter downlifters fall downer");
    means(Role.FX, "impact", "impact impacts boom booms hit");
    means(
        Role.FX,
        "ambience",
        "noise texture textures vinyl crackle ambience ambiences rain foley fx sfx effect effects"
            + " atmosphere atmospheres soundscape field laser zap");
  }

  private static final Set<String> ONE_SHOT =
      Set.of("oneshot", "oneshots", "shot", "shots", "hit", "hits", "single", "singles", "stab");
  private static final Set<String> LOOP =
      Set.of("loop", "loops", "drumloop", "toploop", "break", "breaks", "beat", "groove");
  private static final Set<String> FX =
      Set.of(
          "riser",
          "risers",
          "uplifter",
          "downlifter",
          "sweep",
          "impact",
          "impacts",
          "boom",
          "fall",
          "whoosh",
          "noise",
          "texture",
          "crackle",
          "fx",
          "sfx");
  private static final Set<String> DESCRIPTIONS =
      Set.of(
          "dark",
          "bright",
          "warm",
          "cold",
          "soft",
          "hard",
          "heavy",
          "dusty",
          "dirty",
          "clean",
          "airy",
          "deep",
          "punchy",
          "distorted",
          "lofi",
          "vintage",
          "ambient",
          "aggressive",
          "mellow",
          "sad",
          "happy",
          "dreamy",
          "glitch",
          "organic",
          "analog",
          "ethereal",
          "gritty",
          "smooth",
          "fat",
          "wide",
          "dry",
          "wet",
          "jazzy",
          "funky",
          "chill",
          "epic",
          "cinematic",
          "tribal",
          "retro",
          "hollow",
          "broken");

  private NameWords() {}

  private static void means(Role role, String instrument, String words) {
    for (String word : words.split(" ")) {
      MEANINGS.putIfAbsent(word, new Meaning(role, instrument));
    }
  }

  /** The words of a name, lower case; "BassLoop_07" is bass, loop, 07. */
  static List<String> of(String name) {
    String spaced =
        name.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
            .replaceAll("(?i)hi[- ]?hats?", "hihat")
            .replaceAll("(?i)one[- _]?shots?", "oneshot")
            .toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    for (String word : spaced.split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /**
   * What plays, by the word that says it best: "bass drum" is a drum, "strings pad" and "pluck arp"
   * go by their last word.
   */
  static Optional<Meaning> role(List<String> words) {
    Optional<Meaning> found = Optional.empty();
    for (int i = 0; i < words.size(); i++) {
      Meaning meaning = MEANINGS.get(words.get(i));
      boolean vague = words.get(i).equals("hit") || words.get(i).equals("key");
      if (meaning == null || (vague && found.isPresent())) {
        continue;
      }
      boolean more = found.isEmpty() || !isGeneral(meaning, found.get());
      found = more ? Optional.of(meaning) : found;
    }
    return found;
  }

  /** Whether that word is an instrument of that role. */
  static boolean isOf(Role role, String word) {
    Meaning meaning = MEANINGS.get(word);
    return meaning != null && meaning.role() == role;
  }

  /** "Perc loop" stays percussion when "beat" follows; "kick drum" stays a kick. */
  private static boolean isGeneral(Meaning later, Meaning earlier) {
    return later.instrument().equals("drums")
        && (earlier.role() == Role.DRUMS || earlier.role() == Role.PERCUSSION);
  }

  static Optional<LoopKind> kind(List<String> words) {
    if (words.stream().anyMatch(FX::contains)) {
      return Optional.of(LoopKind.FX);
    }
    if (words.stream().anyMatch(LOOP::contains)) {
      return Optional.of(LoopKind.LOOP);
    }
    return words.stream().anyMatch(ONE_SHOT::contains)
        ? Optional.of(LoopKind.ONESHOT)
        : Optional.empty();
  }

  static List<String> descriptions(List<String> words) {
    return words.stream().filter(DESCRIPTIONS::contains).distinct().toList();
  }
}
