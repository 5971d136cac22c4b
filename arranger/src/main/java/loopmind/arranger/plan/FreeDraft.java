package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import loopmind.arranger.song.Section;
import loopmind.arranger.song.SectionKind;

/**
 * A form that the network writes, held to its length and to the one or two sections asked for.
 *
 * <p>Before a section is chosen, room is kept for all that has to come after it: sections asked
 * for, a peak, what a build or prechorus promises, and the outro. So the writing never runs into a
 * dead end, and no draft is thrown away.
 */
final class FreeDraft implements Draft {

  private static final int UNIT = SongLength.UNIT;

  /** A song shorter than this many bars starts at once. */
  private static final int BRIEF = 16;

  /** From this many bars on there is time for peaks of two units. */
  private static final int ROOMY = 40;

  /** A later peak is as long as the first, or at least this many bars. */
  private static final int LONGEST_PEAK_DUE = 16;

  /** How much likelier a section lasts as long as the first of its kind than the network has it. */
  private static final double AGAIN = 2;

  /** Kinds that the network finds less likely than this are not written. */
  private static final double UNLIKELY = 0.02;

  private final FormRules rules;
  private final boolean dance;
  private final int songBars;
  private final Dice dice;
  private final List<AskedSection> due = new ArrayList<>();
  private final List<SectionKind> kinds = new ArrayList<>();
  private final List<Form.Part> parts = new ArrayList<>();
  private final boolean endsInOutro, wantsPeak;
  private final int fixedOutro;
  private Outline outline;
  private int left;

  /** Bars that are no whole unit, for the first section whose length is open. */
  private int odd;

  private double likelihood;

  /**
   * @param songBars length to fill, 1 or more
   */
  FreeDraft(PlanRequest request, int songBars, Outline start, Dice dice) {
    this.songBars = songBars;
    this.dice = dice;
    outline = start;
    dance = request.style().dance();
    rules = new FormRules(dance, songBars < BRIEF);
    due.addAll(request.sections());
    boolean outroAsked = !due.isEmpty() && due.getLast().kind() == SectionKind.OUTRO;
    fixedOutro = outroAsked ? due.removeLast().bars().count() : 0;
    int spare = songBars - due.stream().mapToInt(FreeDraft::least).sum();
    endsInOutro = outroAsked || spare >= 3 * UNIT;
    spare -= endsInOutro ? shortestOutro() : 0;
    boolean absorbs = endsInOutro && fixedOutro == 0;
    int fixed = request.sections().stream().mapToInt(asked -> asked.bars().count()).sum();
    odd = absorbs ? 0 : Math.floorMod(songBars - fixed, UNIT);
    left = songBars - odd;
    wantsPeak =
        spare >= (dance ? UNIT : 0) + shortest(SectionKind.HOOK) + (songBars < BRIEF ? 0 : UNIT);
  }

  @Override
  public boolean isDone() {
    return left == 0 && odd == 0;
  }

  @Override
  public Outline outline() {
    return outline;
  }

  @Override
  public void write(Foresight expected) {
    boolean introAhead = !due.isEmpty() && due.getFirst().kind() == SectionKind.INTRO;
    if (odd > 0 && !introAhead && nothingIsOpen()) {
      add(kinds.isEmpty() ? SectionKind.INTRO : SectionKind.VERSE, 0);
      return;
    }
    double[] weights = weights(expected);
    int number = total(weights) > 0 ? dice.choose(weights) : fallback().ordinal();
    SectionKind kind = SectionKind.values()[number];
    likelihood += StrictMath.log(Math.max(1e-6, probability(expected, kind)));
    add(kind, bars(expected, kind));
  }

  @Override
  public Form form() {
    return new Form(parts, likelihood / parts.size());
  }

  /** Whether all that is left belongs to sections whose length somebody fixed. */
  private boolean nothingIsOpen() {
    boolean fixed = due.stream().allMatch(AskedSection::isFixed);
    return fixed && left == fixedOutro + due.stream().mapToInt(FreeDraft::least).sum();
  }

  private void add(SectionKind kind, int units) {
    int bars = units;
    boolean fixed = units > 0 && (isHead(kind) ? due.getFirst().isFixed() : isFixedOutro(kind));
    if (!fixed) {
      bars += odd;
      odd = 0;
    }
    if (units > 0 && isHead(kind)) {
      due.removeFirst();
    }
    left -= units;
    kinds.add(kind);
    parts.add(new Form.Part(kind, bars));
    outline = outline.then(PastSection.planned(Label.of(kind), bars));
  }

  private double[] weights(Foresight expected) {
    double[] weights = new double[SectionKind.values().length];
    for (SectionKind kind : SectionKind.values()) {
      double odds = probability(expected, kind);
      if (mayCome(kind) && (odds >= UNLIKELY || isHead(kind))) {
        weights[kind.ordinal()] = Math.max(odds, UNLIKELY);
      }
    }
    if (total(weights) == 0) {
      for (SectionKind kind : SectionKind.values()) {
        weights[kind.ordinal()] = mayCome(kind) ? 1e-3 + probability(expected, kind) : 0;
      }
    }
    return weights;
  }

  /** All labels that mean this kind; a song that would end here gets its outro. */
  private static double probability(Foresight expected, SectionKind kind) {
    double sum = kind == SectionKind.OUTRO ? StrictMath.exp(expected.labels()[Label.END]) : 0;
    for (Label label : Label.values()) {
      sum += label.kind() == kind ? StrictMath.exp(expected.labels()[label.ordinal()]) : 0;
    }
    return sum;
  }

  private boolean mayCome(SectionKind kind) {
    if (kind == SectionKind.OUTRO) {
      boolean fits =
          fixedOutro > 0
              ? left == fixedOutro
              : left <= LengthOdds.longest(kind, dance, songBars)
                  && left >= Math.min(UNIT, songBars);
      return endsInOutro && due.isEmpty() && fits && (!wantsPeak || isLifted());
    }
    boolean introAsked = !due.isEmpty() && due.getFirst().kind() == SectionKind.INTRO;
    if (introAsked && kind != SectionKind.INTRO) {
      return false;
    }
    boolean sensible = isHead(kind) ? !isPromisedOther(kind) : rules.allows(kinds, kind);
    return sensible && room(kind) >= (isHead(kind) ? least(due.getFirst()) : shortest(kind));
  }

  private boolean isPromisedOther(SectionKind kind) {
    if (kinds.isEmpty()) {
      return false;
    }
    SectionKind promised = rules.promised(kinds.getLast());
    return promised != kinds.getLast() && promised != kind && room(promised) >= UNIT;
  }

  /** Bars that a section of this kind may take, with room kept for all that must come after it. */
  private int room(SectionKind kind) {
    int kept = endsInOutro ? shortestOutro() : 0;
    boolean peakComes = kind.isPeak() || (songBars < ROOMY && hasPeak());
    for (AskedSection asked : due) {
      kept += least(asked);
      peakComes |= asked.kind().isPeak();
    }
    kept -= isHead(kind) ? least(due.getFirst()) : 0;
    SectionKind promised = rules.promised(kind);
    if (promised != kind) {
      kept += shortest(promised);
    } else if (wantsPeak && !peakComes) {
      kept += dance ? UNIT + shortest(SectionKind.DROP) : shortest(SectionKind.HOOK);
    }
    return left - kept;
  }

  private int bars(Foresight expected, SectionKind kind) {
    if (kind == SectionKind.OUTRO && endsInOutro && due.isEmpty()) {
      return Math.min(left, Section.LONGEST_BARS);
    }
    if (isHead(kind) && due.getFirst().isFixed()) {
      return due.getFirst().bars().count();
    }
    int most = Math.min(room(kind), LengthOdds.longest(kind, dance, songBars));
    int bars = most < UNIT ? Math.min(left, UNIT) : chosen(expected, kind, most);
    int rest = left - bars - fixedOutro;
    // what is too short for one more peak belongs to this one
    boolean closes = kind.isPeak() && due.isEmpty() && fixedOutro > 0;
    int tooShort = songBars < ROOMY ? UNIT : LONGEST_PEAK_DUE;
    return closes && rest > 0 && rest < tooShort ? bars + rest : bars;
  }

  private int shortestOutro() {
    return fixedOutro > 0 ? fixedOutro : UNIT;
  }

  private boolean isFixedOutro(SectionKind kind) {
    return kind == SectionKind.OUTRO && due.isEmpty() && fixedOutro > 0;
  }

  private int chosen(Foresight expected, SectionKind kind, int most) {
    double[] odds = LengthOdds.of(expected, kind, UNIT, most);
    int shortest = Math.min(shortest(kind), most / UNIT * UNIT) / UNIT;
    Arrays.fill(odds, 0, shortest - 1, 0);
    parts.stream()
        .filter(part -> part.kind() == kind && part.bars() % UNIT == 0)
        .map(part -> part.bars() / UNIT - 1)
        .filter(again -> again < odds.length)
        .findFirst()
        .ifPresent(again -> odds[again] *= AGAIN);
    return UNIT * (1 + dice.choose(odds));
  }

  /**
   * A peak of four bars is over before it is felt, and a last one shorter than the first lets the
   * song down; only a song that is short itself may do so.
   */
  private int shortest(SectionKind kind) {
    if (!kind.isPeak() || songBars < ROOMY) {
      return UNIT;
    }
    int first =
        parts.stream()
            .filter(part -> part.kind() == kind)
            .findFirst()
            .map(Form.Part::bars)
            .orElse(0);
    return Math.clamp(first / UNIT * UNIT, 2 * UNIT, LONGEST_PEAK_DUE);
  }

  /** Where no rule leaves a choice: what was asked for, the outro, or what fills the room to it. */
  private SectionKind fallback() {
    if (!due.isEmpty()) {
      return due.getFirst().kind();
    }
    if (endsInOutro && left <= Section.LONGEST_BARS && (fixedOutro == 0 || left == fixedOutro)) {
      return SectionKind.OUTRO;
    }
    boolean lifted = !kinds.isEmpty() && kinds.getLast().isPeak();
    return lifted ? SectionKind.BREAKDOWN : dance ? SectionKind.DROP : SectionKind.HOOK;
  }

  /** Whether the song may end here: after its peak, and where there is time right after one. */
  private boolean isLifted() {
    return hasPeak() && (songBars < ROOMY || kinds.getLast().isPeak());
  }

  private boolean hasPeak() {
    return kinds.stream().anyMatch(SectionKind::isPeak);
  }

  private boolean isHead(SectionKind kind) {
    return !due.isEmpty() && due.getFirst().kind() == kind;
  }

  private static int least(AskedSection asked) {
    return asked.isFixed() ? asked.bars().count() : UNIT;
  }

  private static double total(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
