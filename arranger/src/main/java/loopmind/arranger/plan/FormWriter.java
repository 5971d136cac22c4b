package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import loopmind.arranger.loop.Role;
import loopmind.arranger.song.SectionKind;

/** Writes several forms side by side, and keeps the one that fits best. */
final class FormWriter {

  private static final int DRAFTS = 6;

  private final SequenceModel model;

  FormWriter(SequenceModel model) {
    this.model = model;
  }

  Form write(PlanRequest request, Dice dice) {
    SongLength.check(request);
    int asked = request.length().count();
    boolean tight = asked > 0 && asked < SongLength.least(request);
    boolean whole = request.asksForAWholeForm() || tight;
    boolean open = whole && asked == 0;
    int bars = open ? 0 : SongLength.of(request, dice.split());
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < DRAFTS; i++) {
      Outline start = start(request, bars, i);
      drafts.add(
          whole
              ? new GivenDraft(request, bars, start, dice.split())
              : new FreeDraft(request, bars, start, dice.split()));
    }
    for (List<Draft> unwritten = drafts; !unwritten.isEmpty(); unwritten = unfinished(drafts)) {
      List<Foresight> expected = model.next(unwritten.stream().map(Draft::outline).toList());
      for (int i = 0; i < unwritten.size(); i++) {
        unwritten.get(i).write(expected.get(i));
      }
    }
    return drafts.stream()
        .map(Draft::form)
        .max(Comparator.comparingDouble(FormWriter::fit))
        .orElseThrow();
  }

  /**
   * Forms written for loop-based styles and forms that people noted of hits are two traditions of
   * the network; music without drops learns from both, and dance music only from the first, because
   * the second has no drop in it. A role that is at hand but strange to the style is not told:
   * whoever trained songs had it at hand used it.
   */
  static Outline start(PlanRequest request, int bars, int draft) {
    boolean hits = !request.style().dance() && draft % 2 == 1;
    Map<Role, Boolean> atHand = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      atHand.put(role, request.roles().contains(role) && request.hasUseFor(role));
    }
    return new Outline(
        hits ? "harmonix" : "forms",
        StyleTags.of(request.style()),
        request.tempo().value(),
        request.quartersInABar(),
        List.of(),
        bars,
        atHand);
  }

  private static List<Draft> unfinished(List<Draft> drafts) {
    return drafts.stream().filter(draft -> !draft.isDone()).toList();
  }

  /**
   * How good a form is: likely, with a peak late in it, and more than one kind between the ends.
   */
  private static double fit(Form form) {
    int last = 0, before = 0;
    for (int i = 0; i < form.sections().size(); i++) {
      last = form.kind(i).isPeak() ? before + form.sections().get(i).bars() : last;
      before += form.sections().get(i).bars();
    }
    long kinds = form.sections().stream().map(Form.Part::kind).distinct().count();
    double opens = form.kind(0) == SectionKind.INTRO ? 0.2 : 0;
    return form.likelihood() + (last > form.bars() * 0.66 ? 0.5 : 0) + 0.1 * kinds + opens;
  }
}
