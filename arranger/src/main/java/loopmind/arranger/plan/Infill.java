package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import loopmind.arranger.song.SectionKind;

/**
 * Finds where in a song one more section belongs, and how long it should be.
 *
 * <p>Each place and length is scored by the whole song that it makes: how likely the network finds
 * the section and its length after what is before it, and all that follows after it. So what stands
 * behind the place counts as much as what stands before, though the network reads forward only.
 */
final class Infill {

  /** How many of the likeliest lengths are tried at each place. */
  private static final int LENGTHS = 3;

  /** How much likelier a section lasts as long as an earlier one of its kind. */
  private static final double AGAIN = 2;

  private static final double LEAST = 1e-6;

  private final SequenceModel model;
  private final PlanRequest request;
  private final Form form;

  Infill(SequenceModel model, PlanRequest request, Form form) {
    this.model = model;
    this.request = request;
    this.form = form;
  }

  /**
   * A place and length.
   *
   * @param at how many sections stand before it
   * @param bars how long it lasts
   * @param likelihood logarithm of the probability of the whole song
   */
  record Spot(int at, int bars, double likelihood) {}

  /**
   * The likeliest place and length.
   *
   * @param kind of the section
   * @param bars its length; 0 leaves it open
   * @param place how many sections stand before it; empty leaves it open
   */
  Spot best(SectionKind kind, int bars, OptionalInt place) {
    List<Spot> spots = new ArrayList<>();
    for (int at : place.isPresent() ? List.of(place.getAsInt()) : places(kind)) {
      spots.addAll(spots(kind, bars, at));
    }
    return spots.stream()
        .max(Comparator.comparingDouble(Spot::likelihood).thenComparingInt(Spot::at))
        .orElseThrow();
  }

  /** Where the rules of a form let it stand; between the ends where they let it stand nowhere. */
  private List<Integer> places(SectionKind kind) {
    int sections = form.sections().size();
    if (kind == SectionKind.INTRO || kind == SectionKind.OUTRO) {
      return List.of(kind == SectionKind.INTRO ? 0 : sections);
    }
    int first = form.kind(0) == SectionKind.INTRO ? 1 : 0;
    int last = form.kind(sections - 1) == SectionKind.OUTRO ? sections - 1 : sections;
    List<Integer> all = IntStream.rangeClosed(Math.min(first, last), last).boxed().toList();
    List<Integer> sensible = all.stream().filter(at -> suits(kind, at)).toList();
    return sensible.isEmpty() ? all : sensible;
  }

  private boolean suits(SectionKind kind, int at) {
    FormRules rules = new FormRules(request.style().dance(), false);
    List<SectionKind> past = new ArrayList<>();
    for (int i = 0; i < at; i++) {
      past.add(form.kind(i));
    }
    boolean comes = past.isEmpty() || rules.allows(past, kind);
    past.add(kind);
    return comes
        && (at == form.sections().size()
            ? rules.promised(kind) == kind
            : rules.allows(past, form.kind(at)));
  }

  private List<Spot> spots(SectionKind kind, int bars, int at) {
    List<Form.Part> before = form.sections().subList(0, at);
    Outline prefix = outline(0, before);
    double[] odds = lengths(model.next(List.of(prefix)).getFirst(), kind);
    List<Spot> spots = new ArrayList<>();
    for (int length : bars > 0 ? List.of(bars) : likeliest(odds)) {
      List<Form.Part> whole = new ArrayList<>(form.sections());
      whole.add(at, new Form.Part(kind, length));
      int unit = (length - 1) / SongLength.UNIT;
      double fits = bars > 0 || unit >= odds.length ? 0 : StrictMath.log(odds[unit]);
      spots.add(new Spot(at, length, likelihood(whole) + fits));
    }
    return spots;
  }

  /**
   * The probabilities of 1, 2, … units of bars; lengths of the same kind in the song weigh more.
   */
  private double[] lengths(Foresight expected, SectionKind kind) {
    int most = LengthOdds.longest(kind, request.style().dance(), form.bars());
    double[] odds = LengthOdds.of(expected, kind, SongLength.UNIT, most);
    for (Form.Part part : form.sections()) {
      int unit = part.bars() / SongLength.UNIT - 1;
      if (part.kind() == kind && part.bars() % SongLength.UNIT == 0 && unit < odds.length) {
        odds[unit] *= AGAIN;
      }
    }
    double sum = Arrays.stream(odds).sum();
    return Arrays.stream(odds).map(odd -> Math.max(LEAST, odd / sum)).toArray();
  }

  private static List<Integer> likeliest(double[] odds) {
    return IntStream.range(0, odds.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer unit) -> -odds[unit]))
        .limit(LENGTHS)
        .map(unit -> (unit + 1) * SongLength.UNIT)
        .toList();
  }

  /** The mean over the traditions that the style learns from. */
  private double likelihood(List<Form.Part> sections) {
    int traditions = request.style().dance() ? 1 : 2;
    double sum = 0;
    for (int draft = 0; draft < traditions; draft++) {
      List<double[]> steps = model.labels(outline(draft, sections));
      for (int i = 0; i < sections.size(); i++) {
        sum += steps.get(i)[Label.of(sections.get(i).kind()).ordinal()];
      }
      sum += steps.get(sections.size())[Label.END];
    }
    return sum / traditions;
  }

  private Outline outline(int draft, List<Form.Part> sections) {
    Outline outline = FormWriter.start(request, 0, draft);
    for (Form.Part part : sections) {
      outline = outline.then(PastSection.planned(Label.of(part.kind()), part.bars()));
    }
    return outline;
  }
}
