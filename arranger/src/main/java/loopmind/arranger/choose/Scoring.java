package loopmind.arranger.choose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loopmind.arranger.loop.Loop;
import loopmind.arranger.loop.LoopId;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.units.Beats;
import loopmind.arranger.units.Semitones;

/** Scores loops for one request: each alone, and each beside those already chosen. */
final class Scoring {

  private final ChoiceRequest request;
  private final Map<LoopId, Double> luck;
  private final WordMatch moods;
  private final MadeFor style;
  private final Set<String> without = new HashSet<>();

  Scoring(ChoiceRequest request, Map<LoopId, Double> luck) {
    this.request = request;
    this.luck = luck;
    this.moods = new WordMatch(request.moods());
    this.style = new MadeFor(request.frame().style());
    request
        .without()
        .forEach(
            words -> {
              for (String word : WordMatch.split(words)) {
                without.add(word);
                without.addAll(WordMatch.otherNames(word));
              }
            });
  }

  /** Whether a loop answers to nothing that was excluded. */
  boolean allows(Loop loop) {
    if (without.isEmpty()) {
      return true;
    }
    if (without.contains(loop.role().word()) || without.contains(loop.role().word() + "s")) {
      return false;
    }
    Set<String> said = new HashSet<>(WordMatch.split(loop.name()));
    said.addAll(WordMatch.split(loop.instrument()));
    return without.stream().noneMatch(word -> said.contains(word) || said.contains(stem(word)));
  }

  private static String stem(String word) {
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  /** A repeating loop on its own, for a wish in words. */
  Fit alone(Loop loop, List<String> words) {
    SongFrame frame = request.frame();
    TempoFit tempo = TempoFit.of(loop.tempo().orElseThrow(), frame.tempo());
    KeyFit key = KeyFit.of(loop, frame.key());
    List<String> reasons = new ArrayList<>();
    WordMatch wish = new WordMatch(words);
    double said = wish.isEmpty() ? 0 : wish.of(loop).score();
    if (said > 0) {
      reasons.add("answers \"%s\"".formatted(String.join(" ", wish.of(loop).matched())));
    }
    WordMatch.Match mood = moods.of(loop);
    if (!mood.matched().isEmpty()) {
      reasons.add("sounds %s".formatted(String.join(", ", mood.matched())));
    }
    boolean named = style.says(loop);
    if (named) {
      reasons.add("made for %s".formatted(frame.style().name()));
    }
    reasons.add(tempo.reason());
    reasons.add(key.reason());
    double score =
        0.30 * tempo.score()
            + 0.25 * key.score()
            + 0.15 * mood.score()
            + 0.18 * (named ? 1 : 0)
            + 0.10 * loop.roleConfidence()
            + 0.10 * phrase(tempo.cycle(), frame)
            + (wish.isEmpty() ? 0 : 0.8 * said)
            + luck.getOrDefault(loop.id(), 0.0);
    if (tempo.isFar() || Math.abs(key.semitones()) > KeyFit.MOST_SHIFT) {
      score *= 0.35;
    }
    if (loop.tempo().orElseThrow().meter().beats() != frame.meter().beats()) {
      score *= 0.2;
    }
    return new Fit(
        loop, tempo.cycle(), tempo.speed(), new Semitones(key.semitones()), score, reasons);
  }

  /** 1 where repetitions fall on bars of 1, 2, 4 or 8; less where a phrase would be cut. */
  private static double phrase(Beats cycle, SongFrame frame) {
    double bars = cycle.value() / frame.meter().beats();
    if (Math.abs(bars - Math.rint(bars)) > 1e-3) {
      return Math.abs(cycle.value() - Math.rint(cycle.value())) < 1e-3 ? 0.2 : 0;
    }
    int whole = (int) Math.rint(bars);
    return whole <= 8 && Integer.bitCount(whole) == 1 ? 1 : 0.3;
  }

  /** The same fit beside those chosen for other roles, and those already chosen for its own. */
  Fit together(Fit fit, List<Fit> others, List<Fit> mine) {
    double score = fit.score() - (Kits.suits(fit.loop(), mine) ? 0 : Kits.OUT_OF_PLACE);
    List<String> reasons = new ArrayList<>(fit.reasons());
    boolean neighbour =
        others.stream().anyMatch(other -> folder(other.loop()).equals(folder(fit.loop())));
    if (neighbour) {
      score += 0.06;
      reasons.add("from the same pack");
    }
    double masked =
        others.stream()
            .filter(other -> other.loop().role() != fit.loop().role())
            .mapToDouble(other -> overlap(other.loop().profile(), fit.loop().profile()))
            .max()
            .orElse(0);
    score -= 0.10 * masked;
    if (!others.isEmpty() && masked < 0.4) {
      reasons.add("leaves the other layers room in the spectrum");
    }
    for (Fit other : mine) {
      if (fit.loop().embedding().cosine(other.loop().embedding()) > 0.98) {
        score -= 0.15; // a copy varies nothing
      }
    }
    return fit.withScore(score, reasons);
  }

  private static String folder(Loop loop) {
    return String.valueOf(loop.path().getParent());
  }

  /** How much of the same spectrum two sounds cover, 0 to 1. */
  private static double overlap(SpectralProfile one, SpectralProfile other) {
    double shared = 0;
    double all = 0;
    for (int band = 0; band < SpectralProfile.BANDS; band++) {
      double a = Math.pow(10, one.levelsDb().get(band) / 10);
      double b = Math.pow(10, other.levelsDb().get(band) / 10);
      shared += Math.sqrt(a * b);
      all += (a + b) / 2;
    }
    return all == 0 ? 0 : shared / all;
  }

  /** A one-shot or effect, which is neither stretched nor shifted. */
  Fit accent(Loop loop) {
    WordMatch.Match mood = moods.of(loop);
    boolean named = style.says(loop);
    List<String> reasons = new ArrayList<>();
    boolean vowel = "aeiou".indexOf(loop.instrument().charAt(0)) >= 0;
    reasons.add("%s %s to mark a section".formatted(vowel ? "an" : "a", loop.instrument()));
    if (named) {
      reasons.add("made for %s".formatted(request.frame().style().name()));
    }
    double score = 0.3 + 0.3 * mood.score() + (named ? 0.3 : 0) + luck.getOrDefault(loop.id(), 0.0);
    return new Fit(loop, Beats.ZERO, 1, Semitones.ZERO, score, reasons);
  }

  /** A sentence where the loop chosen for a wish does not answer it. */
  Optional<String> shortfall(Wish wish, Fit fit) {
    WordMatch words = new WordMatch(wish.asList());
    if (words.isEmpty() || !words.of(fit.loop()).matched().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "Nothing in the library answers \"%s\"; %s is the nearest %s."
            .formatted(wish.words(), fit.loop().name(), wish.role().word()));
  }
}
