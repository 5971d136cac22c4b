package loopmind.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import loopmind.mixer.audio.AudioFiles;
import loopmind.mixer.audio.AudioStream;
import loopmind.mixer.render.Rendering;

/**
 * How loud a mix and its parts are over time, as meters show it.
 *
 * @param stepSeconds how long each step lasts
 * @param parts the mix as {@code mix} and each stem by its role: root mean square of all channels a
 *     step, in decibels of full scale, {@value #SILENT_DB} to 0
 */
public record MixLevels(double stepSeconds, Map<String, List<Integer>> parts) {

  private static final int STEPS_A_SECOND = 20;
  private static final int SILENT_DB = -60;
  private static final double BELS = 10;

  /** Copies the parts. */
  public MixLevels {
    parts = Map.copyOf(parts);
  }

  /** Measures what was rendered; of stems that made room for others nothing is told. */
  public static MixLevels of(Rendering made) {
    Map<String, List<Integer>> parts = new LinkedHashMap<>();
    parts.put("mix", measured(made.mix()));
    made.stems()
        .forEach(
            (role, file) -> {
              if (Files.isRegularFile(file)) {
                parts.put(role.word(), measured(file));
              }
            });
    return new MixLevels(1.0 / STEPS_A_SECOND, parts);
  }

  private static List<Integer> measured(Path file) {
    try (AudioStream sound = AudioFiles.open(file)) {
      int step = (int) Math.round(sound.rate().hz() / (double) STEPS_A_SECOND);
      float[][] block = new float[sound.channels()][step];
      List<Integer> levels = new ArrayList<>();
      for (int got = sound.read(block, step); got > 0; got = sound.read(block, step)) {
        levels.add(decibels(block, got));
      }
      return List.copyOf(levels);
    }
  }

  private static int decibels(float[][] block, int frames) {
    double power = 0;
    for (float[] channel : block) {
      for (int i = 0; i < frames; i++) {
        power += channel[i] * channel[i];
      }
    }
    double decibels = BELS * Math.log10(power / frames / block.length);
    return (int) Math.round(Math.clamp(decibels, SILENT_DB, 0));
  }
}
