package loopmind.arranger.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;
import loopmind.arranger.song.TransitionKind;
import loopmind.arranger.units.Bars;

/**
 * Writes plans: a small transformer proposes, the rules of a song decide.
 *
 * <p>The transformer writes the order and length of sections and says which roles it expects in
 * them and how strongly ({@code models/planner/README.md}). Whatever it says, a plan holds what was
 * asked: sections in order, bars or seconds to within a bar, only roles at hand, lengths in
 * multiples of four bars where nobody asked for others. The same request gives the same plan, on
 * one thread or many. Safe to share between threads.
 */
public final class Planner implements AutoCloseable {

  private final SequenceModel model;
  private final FormWriter forms;

  /**
   * @param folder the planner's folder, {@code models/planner} of the project
   */
  public Planner(Path folder) {
    this(new OnnxSequenceModel(folder.resolve("planner.onnx")));
  }

  Planner(SequenceModel model) {
    this.model = model;
    forms = new FormWriter(model);
  }

  /**
   * A plan for that request.
   *
   * @throws loopmind.arranger.song.EditRefused where the request contradicts itself, as with
   *     sections of fixed length that cannot make the length asked for
   */
  public Plan plan(PlanRequest request) {
    Dice dice = new Dice(31 * request.seed() + request.style().name().hashCode());
    return dressed(forms.write(request, dice.split()), request, dice);
  }

  /** A plan of that very form. */
  Plan dressed(Form form, PlanRequest request) {
    return dressed(form, request, new Dice(31 * request.seed() + form.sections().size()));
  }

  private Plan dressed(Form form, PlanRequest request, Dice dice) {
    List<Expectation> expected = Expectation.of(form, request, model);
    double[] energy = EnergyCurve.of(form, expected, request.moods());
    List<Set<Role>> layers = Instrumentation.of(form, expected, request, dice.split());
    return assembled(form, layers, energy, dice.split());
  }

  /** The likeliest place and length of one more section; see {@link Infill#best}. */
  Infill.Spot spot(PlanRequest request, Form form, SectionKind kind, int bars, OptionalInt place) {
    return new Infill(model, request, form).best(kind, bars, place);
  }

  /** What the network expects in each section of a form. */
  List<Expectation> expected(Form form, PlanRequest request) {
    return Expectation.of(form, request, model);
  }

  @Override
  public void close() {
    model.close();
  }

  private static Plan assembled(Form form, List<Set<Role>> layers, double[] energy, Dice dice) {
    List<PlannedSection> sections = new ArrayList<>();
    for (int i = 0; i < energy.length; i++) {
      Optional<TransitionKind> into = Optional.empty();
      if (i > 0) {
        double lift = energy[i] - energy[i - 1];
        into =
            Optional.of(
                TransitionRules.into(
                    form.kind(i - 1), form.kind(i), layers.get(i - 1), lift, dice.split()));
      }
      int first = form.firstLike(i);
      sections.add(
          new PlannedSection(
              form.kind(i),
              new Bars(form.sections().get(i).bars()),
              layers.get(i),
              energy[i],
              into,
              first == i ? OptionalInt.empty() : OptionalInt.of(first)));
    }
    return new Plan(sections);
  }
}
