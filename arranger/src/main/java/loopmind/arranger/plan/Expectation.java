package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import loopmind.arranger.loop.Role;

/**
 * What the network expects to sound in a section.
 *
 * @param odds probability that a role plays, 0 to 1
 * @param energy 0 to 1
 */
record Expectation(Map<Role, Double> odds, double energy) {

  /** One a section of the form, each knowing the sections before it. */
  static List<Expectation> of(Form form, PlanRequest request, SequenceModel model) {
    List<Expectation> expectations = new ArrayList<>();
    Outline outline = FormWriter.start(request, form.bars(), 0);
    for (Form.Part part : form.sections()) {
      Label label = Label.of(part.kind());
      expectations.add(of(model.next(List.of(outline)).getFirst(), label.ordinal()));
      outline = outline.then(PastSection.planned(label, part.bars()));
    }
    return expectations;
  }

  private static Expectation of(Foresight expected, int label) {
    Map<Role, Double> odds = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      odds.put(role, expected.roles()[label][role.ordinal()]);
    }
    double[] tenths = expected.energy()[label];
    double energy = 0;
    for (int i = 0; i < tenths.length; i++) {
      energy += StrictMath.exp(tenths[i]) * (i + 0.5) / tenths.length;
    }
    return new Expectation(odds, Math.clamp(energy, 0, 1));
  }
}
