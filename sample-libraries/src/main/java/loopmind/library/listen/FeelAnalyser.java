package loopmind.library.listen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import loopmind.arranger.loop.SpectralProfile;
import loopmind.arranger.loop.Tag;

/**
 * Says in words how a region sounds, from measured timbre, and how driving it is. Each pair of
 * opposites is one measure with a point where neither word holds; a word's confidence is a logistic
 * curve around its own threshold.
 */
final class FeelAnalyser implements Analyser<FeelFacts> {

  private static final double LEAST_CONFIDENCE = 0.5;

  @Override
  public String name() {
    return "feel";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<FeelFacts> factsType() {
    return FeelFacts.class;
  }

  @Override
  public FeelFacts listen(Sound sound, Heard heard) {
    SpectralProfile profile = need(heard.get(SpectrumFacts.class), "spectrum").profile();
    OnsetFacts onsets = need(heard.get(OnsetFacts.class), "onsets");
    Timbre timbre = Timbre.of(sound, profile, onsets);
    List<Tag> tags = new ArrayList<>();
    pair(tags, "dark", "bright", timbre.brightness(), 9.2, 10.9, 0.35);
    pair(tags, "thin", "warm", timbre.warmth(), -12, -2, 2);
    pair(tags, "soft", "hard", timbre.hardness(), 0.16, 0.42, 0.05);
    pair(tags, "sparse", "dense", timbre.onsetsPerSecond(), 1.2, 6.5, 0.5);
    pair(tags, "mono", "wide", timbre.width(), 0.02, 0.35, 0.03);
    pair(tags, "tonal", "noisy", timbre.noisiness(), 0.35, 0.75, 0.06);
    pair(tags, "flat", "punchy", timbre.crestDb(), 6, 15, 1);
    pair(tags, "dry", "wet", timbre.sustain(), 0.12, 0.55, 0.05);
    above(tags, "deep", profile.shareBelow(100), 0.5, 0.06);
    above(tags, "airy", 1 - profile.shareBelow(8000), 0.12, 0.02);
    above(tags, "distorted", timbre.roughness(), 0.72, 0.05);
    above(tags, "clean", 1 - timbre.roughness(), 0.75, 0.05);
    tags.sort(Comparator.comparingDouble(Tag::confidence).reversed());
    return new FeelFacts(energy(timbre), tags);
  }

  private static <F> F need(Optional<F> facts, String name) {
    return facts.orElseThrow(
        () -> new IllegalStateException("It needs the %s, which failed.".formatted(name)));
  }

  private static void pair(
      List<Tag> tags,
      String low,
      String high,
      double value,
      double lowBelow,
      double highAbove,
      double softness) {
    above(tags, high, value, highAbove, softness);
    above(tags, low, -value, -lowBelow, softness);
  }

  private static void above(
      List<Tag> tags, String word, double value, double threshold, double softness) {
    double confidence = 1 / (1 + Math.exp(-(value - threshold) / softness));
    if (confidence >= LEAST_CONFIDENCE) {
      tags.add(new Tag(word, confidence));
    }
  }

  /** Many hard onsets, brightness and a level that hardly falls drive; long quiet tones do not. */
  private static double energy(Timbre timbre) {
    double density = 1 - Math.exp(-timbre.onsetsPerSecond() / 4);
    double brightness = Math.clamp((timbre.brightness() - 8.5) / 3, 0, 1);
    double steadiness = Math.clamp((20 - timbre.crestDb()) / 16, 0, 1);
    double hardness = Math.clamp(timbre.hardness() / 0.5, 0, 1);
    return Math.clamp(0.4 * density + 0.2 * brightness + 0.2 * steadiness + 0.2 * hardness, 0, 1);
  }
}
