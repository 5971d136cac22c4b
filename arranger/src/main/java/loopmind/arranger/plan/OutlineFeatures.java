package loopmind.arranger.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import loopmind.arranger.loop.Role;

/**
 * The numbers the network reads of an outline: one row a step, where step t holds only what is
 * known before section t is named. They are those of {@code models/planner/train/features.py}; a
 * test holds the two together.
 */
final class OutlineFeatures {

  /** Whose habit of naming sections an outline follows; the empty one is for "not known". */
  static final List<String> TRADITIONS =
      List.of(
          "",
          "harmonix",
          "billboard",
          "salami",
          "rs200",
          "pop909",
          "freedoom-midi",
          "lmms-demos",
          "forms");

  static final List<String> GENRES =
      List.of(
          ("pop rock hiphop electronic rnb soul country metal alternative jazz folk blues funk disco"
                  + " reggaeton reggae latin world game dance trap drill boombap lofi house techno"
                  + " trance drumandbass dubstep ambient afrobeats garage phonk")
              .split(" "));

  static final int CATEGORIES = 10, NUMBERS = 33, WISHES = 3 + Role.values().length;

  /** Steps that the network reads at once, the one to be named included. */
  static final int LONGEST = 48;

  private static final int MATERIALS = 12, NOTHING = Label.END;
  private static final List<Label> COUNTED =
      List.of(
          Label.INTRO,
          Label.VERSE,
          Label.PRECHORUS,
          Label.CHORUS,
          Label.BRIDGE,
          Label.SOLO,
          Label.INST,
          Label.OUTRO);

  private final Outline outline;
  private final List<Integer> materials = new ArrayList<>();
  private final List<Integer> words = new ArrayList<>();

  OutlineFeatures(Outline outline) {
    this.outline = outline;
    Map<String, Integer> known = new HashMap<>();
    for (PastSection section : outline.past()) {
      SourceWord word = SourceWord.of(section.word());
      words.add(word.number());
      materials.add(
          word.material().isEmpty()
              ? 0
              : known.computeIfAbsent(word.material(), any -> known.size() + 1));
    }
  }

  int steps() {
    return outline.past().size() + 1;
  }

  int tradition() {
    return Math.max(0, TRADITIONS.indexOf(outline.tradition()));
  }

  float[] genres() {
    float[] tags = new float[GENRES.size()];
    for (String genre : outline.genres()) {
      int at = GENRES.indexOf(genre);
      if (at >= 0) {
        tags[at] = 1;
      }
    }
    return tags;
  }

  /** 0 is no length; 1 to 32 are exact; then up to 36, 40, 48, 64, and longer. */
  static int barsClass(int bars) {
    if (bars <= 32) {
      return Math.max(0, bars);
    }
    return bars <= 36 ? 33 : bars <= 40 ? 34 : bars <= 48 ? 35 : bars <= 64 ? 36 : 37;
  }

  long[] categories(int step) {
    if (step == 0) {
      return new long[] {NOTHING, 0, 0, 0, 0, 0, NOTHING, NOTHING, NOTHING, NOTHING};
    }
    int last = step - 1;
    int label = label(last), before = label(last - 1), material = material(last);
    return new long[] {
      label,
      barsClass(outline.past().get(last).bars()),
      words.get(last),
      material,
      Math.min(step, LONGEST),
      Math.min(count(outline.past().get(last).label(), step), 8),
      following(step, i -> label(i) == label),
      following(step, i -> label(i) == label && label(i - 1) == before),
      following(step, i -> material > 0 && material(i) == material && label(i) == label),
      before
    };
  }

  float[] numbers(int step) {
    List<Double> row = new ArrayList<>();
    addWhole(row);
    addLengths(row, step);
    addMaterial(row, step);
    addPlayers(row, step);
    for (Label label : COUNTED) {
      row.add(Math.min(count(label, step), 6) / 3.0);
    }
    addDistances(row, step);
    float[] numbers = new float[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      numbers[i] = row.get(i).floatValue();
    }
    return numbers;
  }

  float[] wishes(int step) {
    float[] wishes = new float[WISHES];
    if (outline.askedBars() > 0) {
      wishes[0] = 1;
      wishes[1] = (float) (log2(outline.askedBars()) / 8);
      wishes[2] = (float) Math.max(-1, (outline.askedBars() - barsBefore(step)) / 64.0);
    }
    outline.atHand().forEach((role, there) -> wishes[3 + role.ordinal()] = there ? 1 : -1);
    return wishes;
  }

  private void addWhole(List<Double> row) {
    row.add(outline.bpm() > 0 ? 1.0 : 0.0);
    row.add((outline.bpm() > 0 ? outline.bpm() : 110.0) / 110.0 - 1);
    row.add(outline.beatsPerBar() / 4 - 1);
  }

  private void addLengths(List<Double> row, int step) {
    int bars = step > 0 ? outline.past().get(step - 1).bars() : 0;
    int before = barsBefore(step);
    double seconds = outline.bpm() > 0 ? before * outline.beatsPerBar() * 60 / outline.bpm() : 0;
    row.add(log2(1.0 + bars) / 4);
    row.add(bars > 0 && bars % 4 == 0 ? 1.0 : 0.0);
    row.add(bars > 0 && bars % 8 == 0 ? 1.0 : 0.0);
    row.add(bars > 0 && bars % 2 == 1 ? 1.0 : 0.0);
    row.add(before / 64.0);
    row.add(log2(1.0 + before) / 6);
    row.add(seconds / 120);
    row.add(outline.bpm() > 0 ? 1.0 : 0.0);
    row.add(log2(1 + seconds) / 8);
    row.add(step / 10.0);
  }

  private void addMaterial(List<Double> row, int step) {
    int kinds = (int) materials.subList(0, step).stream().filter(m -> m > 0).distinct().count();
    row.add(kinds / 6.0);
    int last = step - 1;
    // the network was taught with numbers capped at MATERIALS + 1, also in this comparison
    boolean fresh = step > 0 && material(last) > 0 && material(last) == kinds;
    for (int i = 0; fresh && i < last; i++) {
      fresh = material(i) != material(last);
    }
    row.add(fresh ? 1.0 : 0.0);
    boolean asFirst = false;
    if (step > 1) {
      PastSection now = outline.past().get(last);
      PastSection first =
          outline.past().stream().filter(s -> s.label() == now.label()).findFirst().orElse(now);
      asFirst = now.bars() == first.bars();
    }
    row.add(asFirst ? 1.0 : 0.0);
  }

  private void addPlayers(List<Double> row, int step) {
    PastSection last =
        step > 0 ? outline.past().get(step - 1) : PastSection.planned(Label.INTRO, 0);
    for (double share : new double[] {last.vocal(), last.melody()}) {
      row.add(share >= 0 ? 1.0 : 0.0);
      row.add(Math.max(0, share));
    }
  }

  private void addDistances(List<Double> row, int step) {
    row.add(Math.min(since(Label.CHORUS, step), 8) / 4.0);
    row.add(Math.min(since(Label.VERSE, step), 8) / 4.0);
    int run = 0;
    while (run < step && label(step - 1 - run) == label(step - 1)) {
      run++;
    }
    row.add(run > 1 ? 1.0 : 0.0);
    row.add(Math.min(run, 8) / 4.0);
    row.add(Math.min(step, 3) / 3.0);
  }

  private int label(int at) {
    return at < 0 ? NOTHING : outline.past().get(at).label().ordinal();
  }

  private int material(int at) {
    return Math.min(materials.get(at), MATERIALS + 1);
  }

  private int barsBefore(int step) {
    return outline.past().subList(0, step).stream().mapToInt(PastSection::bars).sum();
  }

  private int count(Label label, int step) {
    return (int) outline.past().subList(0, step).stream().filter(s -> s.label() == label).count();
  }

  private int following(int step, IntPredicate same) {
    for (int i = step - 2; i >= 0; i--) {
      if (same.test(i)) {
        return label(i + 1);
      }
    }
    return NOTHING;
  }

  private int since(Label label, int step) {
    for (int back = 0; back < step; back++) {
      if (label(step - 1 - back) == label.ordinal()) {
        return back;
      }
    }
    return 8;
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
