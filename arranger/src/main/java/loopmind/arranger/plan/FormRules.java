package loopmind.arranger.plan;

import static loopmind.arranger.song.SectionKind.BREAKDOWN;
import static loopmind.arranger.song.SectionKind.BRIDGE;
import static loopmind.arranger.song.SectionKind.BUILD;
import static loopmind.arranger.song.SectionKind.DROP;
import static loopmind.arranger.song.SectionKind.HOOK;
import static loopmind.arranger.song.SectionKind.INTRO;
import static loopmind.arranger.song.SectionKind.OUTRO;
import static loopmind.arranger.song.SectionKind.PRECHORUS;
import static loopmind.arranger.song.SectionKind.SOLO;
import static loopmind.arranger.song.SectionKind.VERSE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import loopmind.arranger.song.SectionKind;

/**
 * Which section may follow which, whatever the network thinks: an intro opens, an outro closes, a
 * build leads to a drop and a prechorus to a hook, nothing comes three times in a row, and the
 * peaks of dance music are drops, those of other music hooks.
 */
final class FormRules {

  /** Kinds that make no sense twice in a row. */
  private static final Set<SectionKind> ONCE =
      EnumSet.of(INTRO, PRECHORUS, BRIDGE, BREAKDOWN, BUILD, SOLO, OUTRO);

  private final boolean dance;
  private final boolean brief;

  /**
   * @param dance whether builds and drops carry the form
   * @param brief whether the song is too short for an intro
   */
  FormRules(boolean dance, boolean brief) {
    this.dance = dance;
    this.brief = brief;
  }

  /** Whether {@code next} may stand after {@code past}, lengths aside. */
  boolean allows(List<SectionKind> past, SectionKind next) {
    if (past.isEmpty()) {
      boolean starts = next == VERSE || (next == HOOK && !dance);
      return brief ? starts : next == INTRO || (!dance && starts);
    }
    SectionKind last = past.getLast();
    if (next == INTRO || (last == next && (ONCE.contains(next) || run(past) > 1))) {
      return false;
    }
    SectionKind promised = promised(last);
    if (promised != last) {
      return next == promised;
    }
    boolean unled = next == DROP && last != DROP;
    boolean foreign = dance ? next == HOOK || next == PRECHORUS : next == BUILD || next == DROP;
    return !unled && !foreign;
  }

  /** The kind that must follow {@code last}; itself where anything may. */
  SectionKind promised(SectionKind last) {
    return switch (last) {
      case BUILD -> dance ? DROP : HOOK;
      case PRECHORUS -> HOOK;
      default -> last;
    };
  }

  private static int run(List<SectionKind> past) {
    int run = 1;
    while (run < past.size() && past.get(past.size() - 1 - run) == past.getLast()) {
      run++;
    }
    return run;
  }
}
