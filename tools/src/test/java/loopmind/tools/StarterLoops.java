package loopmind.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loopmind.arranger.loop.Embedding;
import loopmind.arranger.loop.KeyFact;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.Meter;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.loop.Tag;
import loopmind.arranger.loop.TempoFact;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Decibels;
import loopmind.arranger.units.Lufs;
import loopmind.arranger.units.SampleRate;
import loopmind.arranger.units.Seconds;

/**
 * The loops of the starter pack with the facts that their names tell, so that tests need not listen
 * to them; brightness, energy and tags are drawn by a seed from each name.
 */
final class StarterLoops {

  private static final Path PACK = Path.of("..", "sample-libraries", "packs", "starter");
  private static final Pattern TEMPO = Pattern.compile("_(?!808)(\\d{2,3})(?=_|$)");
  private static final Pattern KEY = Pattern.compile("_([A-G][#b]?m?)(?=_|$)");

  private static final Map<String, Role> ROLES =
      Map.ofEntries(
          Map.entry("drum", Role.DRUMS),
          Map.entry("hihat", Role.DRUMS),
          Map.entry("kick", Role.DRUMS),
          Map.entry("break", Role.DRUMS),
          Map.entry("perc", Role.PERCUSSION),
          Map.entry("shaker", Role.PERCUSSION),
          Map.entry("808", Role.BASS),
          Map.entry("bass", Role.BASS),
          Map.entry("reese", Role.BASS),
          Map.entry("acid", Role.BASS),
          Map.entry("piano", Role.CHORDS),
          Map.entry("keys", Role.CHORDS),
          Map.entry("rhodes", Role.CHORDS),
          Map.entry("guitar", Role.CHORDS),
          Map.entry("chord", Role.CHORDS),
          Map.entry("stab", Role.CHORDS),
          Map.entry("organ", Role.CHORDS),
          Map.entry("pad", Role.PAD),
          Map.entry("strings", Role.PAD),
          Map.entry("drone", Role.PAD),
          Map.entry("vox", Role.VOCAL),
          Map.entry("riser", Role.FX),
          Map.entry("impact", Role.FX),
          Map.entry("vinyl", Role.FX),
          Map.entry("rain", Role.FX),
          Map.entry("noise", Role.FX),
          Map.entry("sweep", Role.FX));

  private static final List<Loop> ALL = read();

  private StarterLoops() {}

  static List<Loop> all() {
    return ALL;
  }

  static List<Loop> in(String folder) {
    return ALL.stream().filter(loop -> loop.path().getParent().endsWith(folder)).toList();
  }

  private static List<Loop> read() {
    try (Stream<Path> files = Files.walk(PACK)) {
      return files
          .filter(file -> file.toString().endsWith(".flac"))
          .sorted()
          .map(StarterLoops::loop)
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static Loop loop(Path file) {
    String name = file.getFileName().toString().replace(".flac", "");
    SplittableRandom chance = new SplittableRandom(name.hashCode());
    Matcher tempo = TEMPO.matcher(name);
    Optional<TempoFact> bpm =
        tempo.find()
            ? Optional.of(tempo(Double.parseDouble(tempo.group(1)), name))
            : Optional.empty();
    double seconds = bpm.map(t -> t.length().value() * 60 / t.bpm().value()).orElse(2.5);
    Matcher key = KEY.matcher(name);
    Role role = role(name);
    Optional<KeyFact> heard =
        key.find() && role.isTonal()
            ? MusicalKey.parse(key.group(1)).map(k -> new KeyFact(k, 0.9, Optional.empty()))
            : Optional.empty();
    return new Loop(
        new LoopId(String.format(Locale.ROOT, "%08x", name.hashCode())),
        name,
        file,
        Optional.empty(),
        bpm.isPresent() ? LoopKind.LOOP : LoopKind.ONESHOT,
        new Seconds(0),
        new Seconds(seconds),
        new SampleRate(44_100),
        2,
        bpm,
        heard,
        role,
        0.9,
        instrument(name, role),
        List.of(new Tag(chance.nextBoolean() ? "dark" : "bright", 0.8)),
        new Lufs(-14),
        new Decibels(-1),
        chance.nextDouble(0.2, 0.9),
        onsets(seconds, chance),
        profile(role, chance),
        Embedding.NONE);
  }

  private static TempoFact tempo(double bpm, String name) {
    double beats = name.contains("Fill") ? 2 : 16;
    return new TempoFact(
        new Bpm(bpm), 0.9, List.of(), new Beats(beats), Meter.FOUR_FOUR, new Seconds(0));
  }

  private static Role role(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return ROLES.entrySet().stream()
        .filter(one -> plain.contains(one.getKey()))
        .min((a, b) -> Integer.compare(plain.indexOf(a.getKey()), plain.indexOf(b.getKey())))
        .map(Map.Entry::getValue)
        .orElse(Role.MELODY);
  }

  private static String instrument(String name, Role role) {
    String plain = name.toLowerCase(Locale.ROOT);
    for (String word :
        List.of("hihat", "kick", "808", "piano", "flute", "bell", "riser", "impact")) {
      if (plain.contains(word)) {
        return word;
      }
    }
    return role.word();
  }

  private static List<Seconds> onsets(double seconds, SplittableRandom chance) {
    int count = 4 + chance.nextInt(28);
    List<Seconds> onsets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      onsets.add(new Seconds(seconds * i / count));
    }
    return onsets;
  }

  /** A hump of the spectrum at the place of the role, moved up or down by chance. */
  private static SpectralProfile profile(Role role, SplittableRandom chance) {
    double middle = (role == Role.BASS ? 4 : 13) + chance.nextDouble(-3, 3);
    List<Double> levels = new ArrayList<>();
    for (int band = 0; band < SpectralProfile.BANDS; band++) {
      levels.add(-2.5 * Math.abs(band - middle));
    }
    return new SpectralProfile(levels);
  }
}
