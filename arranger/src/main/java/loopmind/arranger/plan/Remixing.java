package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loopmind.arranger.choose.LoopSwap;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.EditRefused;
import loopmind.arranger.song.Edited;
import loopmind.arranger.song.Layer;
import loopmind.arranger.song.LayerPlace;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionId;
import loopmind.arranger.song.SectionNames;
import loopmind.arranger.song.Song;

/** Makes an alternate version of a song: a share of its loops and of its sections is changed. */
public final class Remixing {

  /** How far down the list of loops that would do chance goes. */
  private static final int RANKS = 3;

  private final Planner planner;
  private final List<Loop> library;

  /**
   * @param library what there is to choose from beside the song's own loops
   */
  public Remixing(Planner planner, List<Loop> library) {
    this.planner = planner;
    this.library = List.copyOf(library);
  }

  /**
   * What is asked.
   *
   * @param query words for the feeling, which may compare; may be blank
   * @param keep roles whose layers stay as they are
   * @param amount share of loops and sections that change, more than 0 to 1
   * @param swaps whether loops are exchanged too, rather than only who plays where
   * @param seed settles all chance
   */
  public record Wish(String query, Set<Role> keep, double amount, boolean swaps, long seed) {

    public Wish {
      if (!(amount > 0 && amount <= 1)) {
        throw new EditRefused(
            "A share of %.2f of the song would change. Choose more than 0, up to 1 for all of it.",
            amount);
      }
    }
  }

  /**
   * Another version; layers of the roles kept are as before.
   *
   * @throws EditRefused where nothing else can be made of it
   */
  public Edited remix(Song song, Wish wish) {
    Dice dice = new Dice(wish.seed());
    Set<String> notes = new LinkedHashSet<>();
    Song swapped = wish.swaps() ? swapped(song, wish, dice.split(), notes) : song;
    Song rewritten = rewritten(swapped, wish, dice.split(), notes);
    if (rewritten.equals(song)) {
      throw new EditRefused(
          "Another version would be the same: neither the song nor the library has other loops for what may change. Add some loops, or keep less.");
    }
    return new Edited(rewritten, List.copyOf(notes));
  }

  private record Part(Role role, LoopId loop) {}

  private static Map<Part, List<LayerPlace>> parts(Song song, Set<Role> keep) {
    Map<Part, List<LayerPlace>> parts = new LinkedHashMap<>();
    for (Section section : song.sections()) {
      for (Layer layer : section.layers()) {
        if (!layer.isOneShot() && !keep.contains(layer.role())) {
          parts
              .computeIfAbsent(new Part(layer.role(), layer.loop()), any -> new ArrayList<>())
              .add(new LayerPlace(section.id(), layer));
        }
      }
    }
    return parts;
  }

  private Song swapped(Song song, Wish wish, Dice dice, Set<String> notes) {
    Map<Part, List<LayerPlace>> parts = parts(song, wish.keep());
    List<Part> all = new ArrayList<>(parts.keySet());
    Song now = song;
    for (int left = share(all.size(), wish.amount()); left > 0; left--) {
      Part part = dice.oneOf(all);
      all.remove(part);
      try {
        Edited edited =
            new LoopSwap(now, library)
                .chosen(parts.get(part), wish.query(), dice.split().below(RANKS));
        notes.add(
            "%s (%s) → %s"
                .formatted(
                    now.loop(part.loop()).name(),
                    part.role().word(),
                    name(edited.song(), parts.get(part).getFirst())));
        now = edited.song();
      } catch (EditRefused none) {
        notes.add(
            "%s (%s) stays: %s"
                .formatted(now.loop(part.loop()).name(), part.role().word(), none.getMessage()));
      }
    }
    return now;
  }

  private static String name(Song song, LayerPlace place) {
    return song.section(place.section()).layers().stream()
        .filter(layer -> layer.id().equals(place.layer().id()))
        .map(layer -> song.loop(layer.loop()).name())
        .findFirst()
        .orElseThrow();
  }

  private Song rewritten(Song song, Wish wish, Dice dice, Set<String> notes) {
    SectionRewriter rewriter = new SectionRewriter(planner, library);
    List<SectionId> all = new ArrayList<>(song.sections().stream().map(Section::id).toList());
    List<SectionId> done = new ArrayList<>();
    double energy = EnergyCurve.shift(List.of(wish.query().split("[^\\p{L}]+")));
    Song now = song;
    for (int left = share(all.size(), wish.amount()); left > 0; left--) {
      SectionId id = dice.oneOf(all);
      all.remove(id);
      SectionRewriter.Wish section =
          new SectionRewriter.Wish("", Math.signum(energy), wish.keep(), dice.split().seed());
      try {
        now = rewriter.rewrite(now, id, section).song();
        done.add(id);
      } catch (EditRefused none) {
        notes.add(none.getMessage());
      }
    }
    if (!done.isEmpty()) {
      Song last = now;
      List<SectionId> inOrder =
          song.sections().stream().map(Section::id).filter(done::contains).toList();
      notes.add("Written anew: %s.".formatted(SectionNames.phrase(last, inOrder)));
    }
    return now;
  }

  private static int share(int count, double amount) {
    return count == 0 ? 0 : Math.clamp(Math.round(count * amount), 1, count);
  }
}
