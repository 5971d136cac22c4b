package loopmind.library.listen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Weighs every way in which a sound could be a loop ({@link LoopCuts}) by its features ({@link
 * TempoFeatures}) with a small trained network, and keeps the likeliest. The tempo of a cut is 60 ·
 * beats / length, so it is as exact as the file is cut; beats are never tracked, which is what
 * makes it right on loops of one bar. F. Font, X. Serra, "Tempo estimation for music loops and a
 * simple confidence measure", ISMIR 2016.
 */
final class TempoAnalyser implements Analyser<TempoFacts> {

  private static final int MOST_READINGS = 16;
  private static final double LEAST_PROBABILITY = 1e-6, SHORTEST_SECONDS = 0.3;

  private final ScoreNet net;

  TempoAnalyser(ScoreNet net) {
    this.net = net;
  }

  @Override
  public String name() {
    return "tempo";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Class<TempoFacts> factsType() {
    return TempoFacts.class;
  }

  @Override
  public TempoFacts listen(Sound sound, Heard heard) {
    if (sound.seconds() < SHORTEST_SECONDS) {
      return new TempoFacts(List.of());
    }
    SoundEnds ends = new SoundEnds(sound);
    List<LoopCut> cuts = LoopCuts.of(ends, sound.mono());
    if (cuts.isEmpty()) {
      return new TempoFacts(List.of());
    }
    TempoFeatures features = new TempoFeatures(sound, ends);
    double[] scores = new double[cuts.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = net.answer(features.of(cuts.get(i)))[0];
    }
    double[] probabilities = ScoreNet.softmax(scores);
    List<TempoReading> readings = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      if (probabilities[i] >= LEAST_PROBABILITY) {
        readings.add(reading(cuts.get(i), probabilities[i]));
      }
    }
    readings.sort(Comparator.comparingDouble(TempoReading::probability).reversed());
    return new TempoFacts(readings.subList(0, Math.min(MOST_READINGS, readings.size())));
  }

  private static TempoReading reading(LoopCut cut, double probability) {
    boolean exact = cut.trim() != LoopCut.Trim.PADDING && cut.trim() != LoopCut.Trim.RELEASE;
    return new TempoReading(
        cut.bpm(), cut.beats(), cut.meter(), cut.start(), cut.length(), exact, probability);
  }
}
