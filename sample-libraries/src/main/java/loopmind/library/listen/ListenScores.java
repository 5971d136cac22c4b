package loopmind.library.listen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import loopmind.arranger.loop.KeyFact;
import loopmind.arranger.loop.LoopKind;
import loopmind.arranger.loop.MusicalKey;
import loopmind.arranger.loop.Role;
import loopmind.library.listen.ListenBench.Heeded;
import loopmind.library.listen.ListenBench.Row;

/** Turns what was made of many files into figures. */
final class ListenScores {

  private static final double EXACT_BPM = 0.5, NEAR = 0.04;
  private static final double[] OCTAVES = {1, 2, 0.5, 3, 1 / 3.0};

  private final List<Heeded> all;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> mistakes = new ArrayList<>();

  ListenScores(List<Heeded> all) {
    this.all = all;
    tempo();
    keys();
    kinds();
    add("listen.role.f1", all, h -> true, 0.75, Heeded::alone, "macro-F1");
    add("listen.role.named.f1", all, h -> true, 0.75, Heeded::named, "macro-F1");
    note();
  }

  List<Row> rows() {
    return rows;
  }

  List<String> mistakes() {
    return mistakes;
  }

  private List<Heeded> where(Predicate<Heeded> wanted) {
    return all.stream().filter(wanted).toList();
  }

  private static double percent(List<Heeded> some, ToDoubleFunction<Heeded> mark) {
    return some.isEmpty() ? 0 : 100 * some.stream().mapToDouble(mark).average().orElse(0);
  }

  private void row(String name, double value, String peer, double peerValue, double goal) {
    rows.add(new Row(name, value, "%", peer, Optional.of(peerValue), goal));
  }

  private void row(String name, double value, String unit, double goal) {
    rows.add(new Row(name, value, unit, "-", Optional.empty(), goal));
  }

  private static double bpm(Verdict verdict) {
    return verdict.tempo().map(fact -> fact.bpm().value()).orElse(0.0);
  }

  private static double lengthOnly(Heeded heeded) {
    double best = 0;
    for (int beats = 1; beats <= 1024; beats *= 2) {
      double bpm = 60 * beats / heeded.seconds();
      best = Math.abs(Math.log(bpm / 120)) < Math.abs(Math.log(best / 120)) ? bpm : best;
    }
    return best;
  }

  private static double nameOnly(Heeded heeded) {
    return heeded.clues().tempi().isEmpty() ? 0 : heeded.clues().tempi().getFirst().bpm();
  }

  private static double truth(Heeded heeded) {
    return heeded.truth().bpm().orElseThrow();
  }

  private static double exact(double bpm, Heeded heeded) {
    return Math.abs(bpm - truth(heeded)) <= EXACT_BPM ? 1 : 0;
  }

  private static double near(double bpm, Heeded heeded) {
    return Math.abs(bpm / truth(heeded) - 1) <= NEAR ? 1 : 0;
  }

  private static double nearAnOctave(double bpm, Heeded heeded) {
    for (double octave : OCTAVES) {
      if (Math.abs(bpm * octave / truth(heeded) - 1) <= NEAR) {
        return 1;
      }
    }
    return 0;
  }

  private void tempo() {
    List<Heeded> timed = where(h -> h.truth().bpm().isPresent());
    if (timed.isEmpty()) {
      return;
    }
    String length = "length-only";
    row(
        "listen.tempo.exact",
        percent(timed, h -> exact(bpm(h.alone()), h)),
        length,
        percent(timed, h -> exact(lengthOnly(h), h)),
        85);
    row(
        "listen.tempo.acc1",
        percent(timed, h -> near(bpm(h.alone()), h)),
        length,
        percent(timed, h -> near(lengthOnly(h), h)),
        85);
    row(
        "listen.tempo.acc2",
        percent(timed, h -> nearAnOctave(bpm(h.alone()), h)),
        length,
        percent(timed, h -> nearAnOctave(lengthOnly(h), h)),
        97);
    row(
        "listen.tempo.named.exact",
        percent(timed, h -> exact(bpm(h.named()), h)),
        "name-only",
        percent(timed, h -> exact(nameOnly(h), h)),
        93);
    List<Heeded> misled =
        timed.stream().filter(h -> h.truth().named().equals("misleading")).toList();
    if (!misled.isEmpty()) {
      row(
          "listen.tempo.misled.exact",
          percent(misled, h -> exact(bpm(h.named()), h)),
          "names-hidden",
          percent(misled, h -> exact(bpm(h.alone()), h)),
          percent(misled, h -> exact(bpm(h.alone()), h)));
    }
  }

  private void keys() {
    List<Heeded> keyed = where(h -> h.truth().key().isPresent());
    if (!keyed.isEmpty()) {
      row("listen.key.mirex", percent(keyed, h -> mirex(h.alone(), h)), "%", 93);
      row("listen.key.named.mirex", percent(keyed, h -> mirex(h.named(), h)), "%", 93);
    }
    List<Heeded> known = where(h -> h.truth().keyless() || h.truth().key().isPresent());
    double hits = count(known, h -> h.truth().keyless() && h.alone().key().isEmpty());
    double said = count(known, h -> h.alone().key().isEmpty());
    double truly = count(known, h -> h.truth().keyless());
    if (truly > 0) {
      row("listen.nokey.f1", 2 * hits / Math.max(1, said + truly), "F1", 0.9);
    }
  }

  private static double count(List<Heeded> some, Predicate<Heeded> wanted) {
    return some.stream().filter(wanted).count();
  }

  /** Marks of the MIREX audio key detection task; no key at all gets none. */
  static double mirex(Verdict verdict, Heeded heeded) {
    MusicalKey truth = heeded.truth().key().orElseThrow();
    Optional<MusicalKey> said = verdict.key().map(KeyFact::key);
    if (said.isEmpty()) {
      return 0;
    }
    MusicalKey key = said.get();
    if (key.equals(truth)) {
      return 1;
    }
    int apart = Math.floorMod(key.tonic() - truth.tonic(), 12);
    if (key.mode() == truth.mode()) {
      return apart == 5 || apart == 7 ? 0.5 : 0;
    }
    return key.equals(truth.relative()) ? 0.3 : apart == 0 ? 0.2 : 0;
  }

  private void kinds() {
    List<Heeded> plain =
        where(
            h ->
                (h.truth().kind().equals("loop") && h.truth().bpm().isPresent())
                    || h.truth().kind().equals("oneshot"));
    if (!plain.isEmpty()) {
      row("listen.kind", percent(plain, h -> right(h.alone(), h)) / 100, "accuracy", 0.93);
      row("listen.kind.named", percent(plain, h -> right(h.named(), h)) / 100, "accuracy", 0.93);
    }
  }

  private static double right(Verdict verdict, Heeded heeded) {
    return verdict.kind().word().equals(heeded.truth().kind()) ? 1 : 0;
  }

  private void add(
      String name,
      List<Heeded> some,
      Predicate<Heeded> wanted,
      double goal,
      Function<Heeded, Verdict> verdict,
      String unit) {
    List<Heeded> used = some.stream().filter(wanted).toList();
    double sum = 0;
    int roles = 0;
    for (Role role : Role.values()) {
      double truly = count(used, h -> h.truth().role() == role);
      double said = count(used, h -> verdict.apply(h).role() == role);
      double hits = count(used, h -> verdict.apply(h).role() == role && h.truth().role() == role);
      if (truly > 0) {
        sum += 2 * hits / (truly + said);
        roles++;
      }
    }
    if (roles > 1) {
      row(name, sum / roles, unit, goal);
    }
  }

  private void note() {
    for (Heeded h : all) {
      String path = h.truth().path();
      if (h.truth().bpm().isPresent() && exact(bpm(h.alone()), h) == 0) {
        mistakes.add("tempo %s: %.2f is %.2f".formatted(path, bpm(h.alone()), truth(h)));
      }
      if (h.truth().bpm().isPresent() && exact(bpm(h.named()), h) == 0) {
        mistakes.add("named tempo %s: %.2f is %.2f".formatted(path, bpm(h.named()), truth(h)));
      }
      if (h.truth().key().isPresent() && mirex(h.alone(), h) < 1) {
        mistakes.add(
            "key %s: %s is %s".formatted(path, key(h.alone()), h.truth().key().get().text()));
      }
      if (h.truth().keyless() && h.alone().key().isPresent()) {
        mistakes.add("key %s: %s is none".formatted(path, key(h.alone())));
      }
      LoopKind kind = h.alone().kind();
      if (!kind.word().equals(h.truth().kind())) {
        mistakes.add("kind %s: %s is %s".formatted(path, kind.word(), h.truth().kind()));
      }
      if (h.alone().role() != h.truth().role()) {
        mistakes.add(
            "role %s: %s is %s".formatted(path, h.alone().role().word(), h.truth().role().word()));
      }
    }
  }

  private static String key(Verdict verdict) {
    return verdict.key().map(fact -> fact.key().text()).orElse("none");
  }
}
