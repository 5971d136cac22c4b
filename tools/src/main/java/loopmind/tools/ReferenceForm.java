package loopmind.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import loopmind.arranger.plan.FollowedForm;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.units.Bars;
import loopmind.library.bars.TrackPart;

/**
 * What the parts of a track are, by how strong they are and where they stand: a calm beginning is
 * an intro and a calm end an outro, the strongest are hooks, or drops in dance music; what is calm
 * between is a bridge or a breakdown, and what leads to a peak may be a pre-chorus or a build.
 */
final class ReferenceForm {

  /** How much calmer than the strongest part an end, or the middle, is to be called calm. */
  private static final double CALM_END = 0.2, CALM = 0.3;

  private static final double NEAR_STRONGEST = 0.06;
  private static final int LONGEST_LEAD_BARS = 8;

  private final List<TrackPart> parts;
  private final boolean dance;
  private final double strongest;

  private ReferenceForm(List<TrackPart> parts, boolean dance) {
    this.parts = parts;
    this.dance = dance;
    strongest = parts.stream().mapToDouble(TrackPart::energy).max().orElse(0);
  }

  /**
   * @param parts of the track, at least one
   * @param dance whether the song is built on builds and drops
   */
  static List<FollowedForm.Part> of(List<TrackPart> parts, boolean dance) {
    return new ReferenceForm(parts, dance).parts();
  }

  private List<FollowedForm.Part> parts() {
    List<FollowedForm.Part> form = new ArrayList<>();
    List<Integer> likeness = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      TrackPart part = parts.get(i);
      SectionKind kind = kind(i);
      for (int left = part.bars(); left > 0; left -= Section.LONGEST_BARS) {
        Bars bars = new Bars(Math.min(left, Section.LONGEST_BARS));
        OptionalInt like = earlier(form, likeness, kind, part.likeness());
        form.add(new FollowedForm.Part(kind, bars, part.energy(), like));
        likeness.add(part.likeness());
      }
    }
    return form;
  }

  private static OptionalInt earlier(
      List<FollowedForm.Part> form, List<Integer> likeness, SectionKind kind, int wanted) {
    for (int i = 0; i < form.size(); i++) {
      if (form.get(i).kind() == kind && likeness.get(i) == wanted) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private SectionKind kind(int index) {
    boolean calmEnd = parts.size() > 1 && isCalm(index, CALM_END);
    if (calmEnd && index == 0) {
      return SectionKind.INTRO;
    }
    if (calmEnd && index == parts.size() - 1) {
      return SectionKind.OUTRO;
    }
    if (isCalm(index, CALM)) {
      return dance ? SectionKind.BREAKDOWN : SectionKind.BRIDGE;
    }
    if (isPeak(index)) {
      return dance ? SectionKind.DROP : SectionKind.HOOK;
    }
    boolean leads =
        index + 1 < parts.size()
            && isPeak(index + 1)
            && parts.get(index).bars() <= LONGEST_LEAD_BARS;
    boolean afterVerse = index > 0 && !isPeak(index - 1) && !isCalm(index - 1, CALM);
    if (leads && dance) {
      return SectionKind.BUILD;
    }
    return leads && afterVerse ? SectionKind.PRECHORUS : SectionKind.VERSE;
  }

  private boolean isCalm(int index, double below) {
    return parts.get(index).energy() <= strongest - below;
  }

  private boolean isPeak(int index) {
    return parts.get(index).energy() >= strongest - NEAR_STRONGEST;
  }

  /** {@code intro 8, verse 16, hook 8}, lengths in bars. */
  static String said(List<FollowedForm.Part> form) {
    return form.stream()
        .map(part -> part.kind().word() + " " + part.bars().count())
        .collect(Collectors.joining(", "));
  }
}
