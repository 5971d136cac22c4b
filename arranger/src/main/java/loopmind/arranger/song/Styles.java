package loopmind.arranger.song;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import loopmind.arranger.loop.Role;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.Bpm;
import loopmind.arranger.units.Lufs;

/** The styles LoopMind knows, read from {@code styles.json} beside this class. */
public final class Styles {

  private static final Pattern ODD = Pattern.compile("[^a-z0-9]"),
      ENDING = Pattern.compile("(music|beat|type)$");

  private static final Styles KNOWN = read();

  private final List<Style> all;
  private final Map<String, Style> byName = new HashMap<>();

  private Styles(List<Style> all) {
    this.all = List.copyOf(all);
    for (Style style : all) {
      byName.putIfAbsent(plain(style.name()), style);
      style.otherNames().forEach(other -> byName.putIfAbsent(plain(other), style));
    }
  }

  /** The styles that come with LoopMind. */
  public static Styles known() {
    return KNOWN;
  }

  /** All of them, in the order of the file. */
  public List<Style> all() {
    return all;
  }

  /**
   * The style of that name or of another spelling of it; upper case, hyphens and spaces do not
   * matter. Empty for a style that is not known by name.
   */
  public Optional<Style> named(String name) {
    return Optional.ofNullable(byName.get(plain(name)));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replace("&", "and")
        .transform(text -> ODD.matcher(text).replaceAll(""))
        .transform(text -> ENDING.matcher(text).replaceAll(""));
  }

  private static Styles read() {
    try (InputStream in = Styles.class.getResourceAsStream("styles.json")) {
      if (in == null) {
        throw new IllegalStateException("styles.json is missing beside the class Styles.");
      }
      List<Style> styles = new ArrayList<>();
      for (JsonNode node : new ObjectMapper().readTree(in)) {
        styles.add(style(node));
      }
      return new Styles(styles);
    } catch (IOException broken) {
      throw new UncheckedIOException("styles.json cannot be read.", broken);
    }
  }

  private static Style style(JsonNode node) {
    JsonNode tempo = node.path("bpm");
    return new Style(
        node.path("name").asText(),
        Set.copyOf(texts(node.path("other_names"))),
        node.path("description").asText(),
        new Bpm(tempo.path(0).asDouble()),
        new Bpm(tempo.path(1).asDouble()),
        new Bpm(tempo.path(2).asDouble()),
        node.path("swing").asDouble(),
        texts(node.path("form")).stream().map(w -> SectionKind.named(w).orElseThrow()).toList(),
        roles(node.path("carriers")),
        roles(node.path("colours")),
        new LinkedHashSet<>(texts(node.path("moods"))),
        new Lufs(node.path("lufs").asDouble()),
        spectrum(node.path("tilt_db_per_octave").asDouble(), node.path("bass_db").asDouble()),
        node.path("dance").asBoolean());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static List<Role> roles(JsonNode list) {
    return texts(list).stream().map(word -> Role.named(word).orElseThrow()).toList();
  }

  /**
   * The mean spectrum of masters falls by about 4 to 6 dB an octave above 100 Hz in third octaves
   * of equal ratio (Pestana et al., "Spectral Characteristics of Popular Commercial Recordings
   * 1950–2010", AES 135, 2013) and rolls off below 50 Hz and above 10 kHz; a style adds its own
   * tilt and bass.
   */
  private static SpectralProfile spectrum(double tiltDbPerOctave, double bassDb) {
    double[] levels = new double[SpectralProfile.BANDS];
    double energy = 0;
    for (int band = 0; band < levels.length; band++) {
      double hz = SpectralProfile.centreHz(band);
      double octavesAbove = Math.max(0, Math.log(hz / 100) / Math.log(2));
      double rollOff = 6 * Math.max(0, Math.log(50 / hz) / Math.log(2));
      double air = 6 * Math.max(0, Math.log(hz / 10_000) / Math.log(2));
      double bass = hz < 120 ? bassDb : 0;
      levels[band] = tiltDbPerOctave * octavesAbove - rollOff - air + bass;
      energy += Math.pow(10, levels[band] / 10);
    }
    List<Double> relative = new ArrayList<>();
    for (double level : levels) {
      relative.add(level - 10 * Math.log10(energy));
    }
    return new SpectralProfile(relative);
  }
}
