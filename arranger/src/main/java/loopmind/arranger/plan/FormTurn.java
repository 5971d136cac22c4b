package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.List;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.Song;

/**
 * The form of a song as another style has it: the same sections in the same order and of the same
 * length; hooks are drops in dance music, and a drop is led to by a build, for which what comes
 * before it gives its end.
 */
final class FormTurn {

  private static final int LONGEST_BUILD = 8, SHORTEST_SPLIT = 8;

  private FormTurn() {}

  /**
   * @param source number of the section that it comes from
   * @param kind what it is now
   * @param bars how long it is now
   */
  record Turned(int source, SectionKind kind, int bars) {}

  static List<Turned> of(Song song, boolean dance) {
    List<Turned> turned = new ArrayList<>();
    for (int i = 0; i < song.sections().size(); i++) {
      Section section = song.sections().get(i);
      SectionKind kind = kind(section.kind(), dance);
      if (kind == SectionKind.DROP && !turned.isEmpty()) {
        lead(turned);
      }
      turned.add(new Turned(i, kind, section.bars().count()));
    }
    return turned;
  }

  private static SectionKind kind(SectionKind was, boolean dance) {
    return switch (was) {
      case HOOK, DROP -> dance ? SectionKind.DROP : SectionKind.HOOK;
      case PRECHORUS, BUILD -> dance ? SectionKind.BUILD : SectionKind.PRECHORUS;
      default -> was;
    };
  }

  private static void lead(List<Turned> turned) {
    Turned last = turned.getLast();
    boolean led = last.kind() == SectionKind.BUILD || last.kind() == SectionKind.DROP;
    if (led || last.bars() < SHORTEST_SPLIT) {
      return;
    }
    int build = Math.min(LONGEST_BUILD, last.bars() / 2 / SongLength.UNIT * SongLength.UNIT);
    turned.removeLast();
    turned.add(new Turned(last.source(), last.kind(), last.bars() - build));
    turned.add(new Turned(last.source(), SectionKind.BUILD, build));
  }
}
