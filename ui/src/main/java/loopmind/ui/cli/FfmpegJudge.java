package loopmind.ui.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How ffmpeg's ebur128 filter and ffprobe hear a file.
 *
 * @param lufs integrated loudness, to a tenth
 * @param truePeakDb highest of both channels, to a tenth
 * @param seconds length, to a microsecond
 */
record FfmpegJudge(double lufs, double truePeakDb, double seconds) {

  private static final Pattern LOUDNESS = Pattern.compile("I:\\s*(-?[\\d.]+) LUFS");
  private static final Pattern PEAK = Pattern.compile("Peak:\\s*(-?[\\d.]+) dBFS");

  static FfmpegJudge of(Path file) throws IOException {
    String said =
        Programs.output(
            List.of(
                "ffmpeg",
                "-hide_banner",
                "-nostats",
                "-nostdin",
                "-i",
                file.toString(),
                "-af",
                "ebur128=peak=true:framelog=verbose",
                "-f",
                "null",
                "-"),
            true);
    String length =
        Programs.output(
            List.of(
                "ffprobe",
                "-v",
                "error",
                "-show_entries",
                "format=duration",
                "-of",
                "csv=p=0",
                file.toString()),
            false);
    return new FfmpegJudge(
        last(LOUDNESS, said), last(PEAK, said), Double.parseDouble(length.strip()));
  }

  private static double last(Pattern pattern, String said) {
    Matcher found = pattern.matcher(said);
    double value = Double.NaN;
    while (found.find()) {
      value = Double.parseDouble(found.group(1));
    }
    return value;
  }
}
