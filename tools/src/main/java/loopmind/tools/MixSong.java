package loopmind.tools;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.output.structured.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import loopmind.arranger.choose.MixWords;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.MixColour;
import loopmind.arranger.song.MixMode;
import loopmind.arranger.song.MixSettings;
import loopmind.arranger.song.Song;
import loopmind.arranger.units.Lufs;
import org.jspecify.annotations.Nullable;

/** Mixes and masters the whole song in another way. */
public final class MixSong {

  private final SongDesk desk;
  private final MixWords words;
  private final Balancing balancing;

  public MixSong(SongDesk desk, MixWords words, Balancing balancing) {
    this.desk = desk;
    this.words = words;
    this.balancing = balancing;
  }

  /** How; at least one. */
  public record Request(
      @Description("raw (levels only), polished or tape") @Nullable String mode,
      @Description(
              "loudness of the master, "
                  + MixSettings.QUIETEST_LUFS
                  + " to "
                  + MixSettings.LOUDEST_LUFS
                  + " LUFS")
          @Nullable Double lufs,
      @Description("how the whole should sound, such as warmer, punchier or louder")
          @Nullable String query) {}

  @Tool(
      name = "mix_song",
      value = "Mixes and masters the whole song: a mode, a loudness, or words for its sound.")
  public ToolAnswer mixSong(@P("how") Request request) {
    String mode = Asked.orBlank(request.mode());
    String query = Asked.orBlank(request.query());
    if (mode.isEmpty() && request.lufs() == null && query.isEmpty()) {
      throw new EditRefused(
          "How should it be mixed? Say raw, polished or tape, a loudness in LUFS, or a word such as warmer.");
    }
    Song before = desk.song();
    MixSettings was = before.facts().mix();
    MixSettings mix = was;
    List<String> notes = new ArrayList<>();
    if (!mode.isEmpty()) {
      mix = mix.with(mode(mode));
    }
    if (!query.isEmpty()) {
      MixWords.Meaning meaning = words.read(query);
      notes.addAll(meaning.notes());
      mix = mix.with(mix.colour().plus(meaning.colour()));
      mix = mix.with(loudness(mix.loudness().value() + meaning.loudness(), notes));
    }
    if (request.lufs() != null) {
      mix = mix.with(new Lufs(request.lufs()));
    }
    if (mix.equals(was)) {
      throw new EditRefused(unchanged(was, query));
    }
    Song after = balancing.balanced(before.withFacts(before.facts().with(mix)));
    desk.apply(any -> after);
    return ToolAnswer.of(sentence(mix), before, new Edited(after, notes));
  }

  private static MixMode mode(String word) {
    return MixMode.named(word)
        .orElseThrow(
            () ->
                new EditRefused(
                    "There is no way of mixing called \"%s\". Say raw, polished or tape.", word));
  }

  /** Words go as far as a master can; only a number beyond that is refused. */
  private static Lufs loudness(double wanted, List<String> notes) {
    double held = Math.clamp(wanted, MixSettings.QUIETEST_LUFS, MixSettings.LOUDEST_LUFS);
    if (held != wanted) {
      notes.add("%s LUFS is as far as a master goes.".formatted(Sentences.plain(held)));
    }
    return new Lufs(held);
  }

  private static String unchanged(MixSettings mix, String query) {
    return query.isEmpty()
        ? "The song is mixed that way already: %s at %s LUFS. Say another way."
            .formatted(mix.mode().word(), Sentences.plain(mix.loudness().value()))
        : "The mix cannot get any \"%s\" than it is: that is as far as it goes. Say another word."
            .formatted(query);
  }

  static String sentence(MixSettings mix) {
    MixColour colour = mix.colour();
    List<String> leanings = new ArrayList<>();
    lean(leanings, colour.warmth(), "warm", "cold");
    lean(leanings, colour.brightness(), "bright", "dark");
    lean(leanings, colour.punch(), "punchy", "smooth");
    lean(leanings, colour.weight(), "heavy", "light");
    lean(leanings, colour.width(), "wide", "narrow");
    lean(leanings, colour.clarity(), "clear", "muddy");
    return "The whole song is mixed %s at %s LUFS%s."
        .formatted(
            mix.mode().word(),
            Sentences.plain(mix.loudness().value()),
            leanings.isEmpty() ? "" : ", leaning " + String.join(", ", leanings));
  }

  private static void lean(List<String> leanings, double value, String more, String less) {
    if (value != 0) {
      leanings.add(
          String.format(
              Locale.ROOT,
              "%s (%s of %.0f)",
              value > 0 ? more : less,
              Sentences.plain(Math.abs(value)),
              MixColour.MOST));
    }
  }
}
