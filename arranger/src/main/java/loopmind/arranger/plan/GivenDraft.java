package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.List;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionKind;

/** A form whose kinds were all asked for: the network has only its lengths to choose. */
final class GivenDraft implements Draft {

  /** Log-likelihood added to a length that the dice chose, so that fitting keeps it if it can. */
  private static final double CHOSEN = 3;

  private final List<AskedSection> asked;
  private final int songBars;
  private final int unit;
  private final boolean dance;
  private final Dice dice;
  private final List<Form.Part> parts = new ArrayList<>();
  private final List<double[]> likelihoods = new ArrayList<>();
  private Outline outline;
  private double likelihood;

  /**
   * @param songBars length to fill; 0 where none was asked
   */
  GivenDraft(PlanRequest request, int songBars, Outline start, Dice dice) {
    asked = request.sections();
    this.songBars = songBars;
    this.dice = dice;
    dance = request.style().dance();
    outline = start;
    int fixed = asked.stream().mapToInt(section -> section.bars().count()).sum();
    long free = asked.stream().filter(section -> !section.isFixed()).count();
    int each = free == 0 || songBars == 0 ? SongLength.UNIT : (int) ((songBars - fixed) / free);
    unit = each >= SongLength.UNIT ? SongLength.UNIT : each >= 2 ? 2 : 1;
  }

  @Override
  public boolean isDone() {
    return parts.size() == asked.size();
  }

  @Override
  public Outline outline() {
    return outline;
  }

  @Override
  public void write(Foresight expected) {
    AskedSection next = asked.get(parts.size());
    SectionKind kind = next.kind();
    int usual = LengthOdds.longest(kind, dance, songBars);
    double[] odds = LengthOdds.of(expected, kind, unit, usual);
    int chosen = dice.choose(odds);
    int bars = next.isFixed() ? next.bars().count() : (chosen + 1) * unit;
    double[] fit = LengthOdds.of(expected, kind, unit, Section.LONGEST_BARS);
    for (int i = 0; i < fit.length; i++) {
      // beyond the usual lengths only where nothing else fills the song
      fit[i] = StrictMath.log(fit[i]) + (i == chosen ? CHOSEN : 0) - (i >= odds.length ? 20 : 0);
    }
    likelihoods.add(fit);
    likelihood += expected.labels()[Label.of(kind).ordinal()];
    parts.add(new Form.Part(kind, bars));
    outline = outline.then(PastSection.planned(Label.of(kind), bars));
  }

  @Override
  public Form form() {
    Form form = new Form(parts, likelihood / parts.size());
    return songBars == 0 ? form : form.lasting(fitted());
  }

  private int[] fitted() {
    int[] bars = parts.stream().mapToInt(Form.Part::bars).toArray();
    List<Integer> free = new ArrayList<>();
    int open = songBars;
    for (int i = 0; i < bars.length; i++) {
      if (asked.get(i).isFixed()) {
        open -= bars[i];
      } else {
        free.add(i);
      }
    }
    if (free.isEmpty()) {
      return bars;
    }
    int whole = open / unit * unit;
    double[][] odds = free.stream().map(likelihoods::get).toArray(double[][]::new);
    int[] fill = new LengthFitter(odds, unit).fill(whole);
    for (int i = 0; i < fill.length; i++) {
      bars[free.get(i)] = fill[i];
    }
    bars[odd(free, bars)] += open - whole;
    return bars;
  }

  /** The free section that takes the bars which are no whole unit: outro, intro, or the last. */
  private int odd(List<Integer> free, int[] bars) {
    for (SectionKind kind : List.of(SectionKind.OUTRO, SectionKind.INTRO)) {
      for (int at : free) {
        if (asked.get(at).kind() == kind && bars[at] + unit <= Section.LONGEST_BARS) {
          return at;
        }
      }
    }
    return free.stream()
        .filter(at -> bars[at] + unit <= Section.LONGEST_BARS)
        .reduce((first, second) -> second)
        .orElse(free.getLast());
  }
}
