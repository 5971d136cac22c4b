package loopmind.mixer.audio;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBL;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;
import static org.bytedeco.ffmpeg.global.avutil.av_get_bytes_per_sample;
import static org.bytedeco.ffmpeg.global.avutil.av_get_packed_sample_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** The samples of one decoded frame, whichever way FFmpeg wrote them, until they are taken. */
final class FrameSamples {

  private final String name;
  private final int hz;
  private float[][] values;
  private int next;
  private int end;

  FrameSamples(String name, int channels, int hz) {
    this.name = name;
    this.hz = hz;
    this.values = new float[channels][0];
  }

  int channels() {
    return values.length;
  }

  int remaining() {
    return end - next;
  }

  /** Copies the next samples; returns how many. */
  int take(float[][] into, int at, int most) {
    int count = Math.min(most, remaining());
    for (int c = 0; c < values.length; c++) {
      System.arraycopy(values[c], next, into[c], at, count);
    }
    next += count;
    return count;
  }

  /**
   * @throws AudioUnreadable where the frame has other channels or another rate than those before
   */
  void load(AVFrame frame) {
    int channels = frame.ch_layout().nb_channels();
    if (channels != values.length || frame.sample_rate() != hz) {
      throw new AudioUnreadable(
          "%s changes from %d channels at %d Hz to %d at %d Hz on the way."
              .formatted(name, values.length, hz, channels, frame.sample_rate()));
    }
    int count = frame.nb_samples();
    if (values[0].length < count) {
      values = new float[channels][count];
    }
    boolean planar = av_sample_fmt_is_planar(frame.format()) != 0;
    int bytes = av_get_bytes_per_sample(frame.format());
    int step = planar ? bytes : bytes * channels;
    ByteBuffer plane = null;
    for (int c = 0; c < channels; c++) {
      if (planar || plane == null) {
        plane = plane(frame, c, (long) count * step);
      }
      copy(plane, planar ? 0 : c * bytes, step, values[c], count, frame.format());
    }
    next = 0;
    end = count;
  }

  private static ByteBuffer plane(AVFrame frame, int index, long bytes) {
    BytePointer data = frame.extended_data(index);
    return data.capacity(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
  }

  private void copy(ByteBuffer from, int at, int step, float[] into, int count, int format) {
    int packed = av_get_packed_sample_fmt(format);
    if (packed == AV_SAMPLE_FMT_FLT) {
      for (int i = 0; i < count; i++) {
        into[i] = WavStream.checked(from.getFloat(at + i * step), name);
      }
    } else if (packed == AV_SAMPLE_FMT_S16) {
      for (int i = 0; i < count; i++) {
        into[i] = from.getShort(at + i * step) * 0x1p-15f;
      }
    } else if (packed == AV_SAMPLE_FMT_S32) {
      for (int i = 0; i < count; i++) {
        into[i] = from.getInt(at + i * step) * 0x1p-31f;
      }
    } else if (packed == AV_SAMPLE_FMT_DBL) {
      for (int i = 0; i < count; i++) {
        into[i] = WavStream.checked((float) from.getDouble(at + i * step), name);
      }
    } else if (packed == AV_SAMPLE_FMT_U8) {
      for (int i = 0; i < count; i++) {
        into[i] = ((from.get(at + i * step) & 0xFF) - 128) * 0x1p-7f;
      }
    } else {
      throw new AudioUnreadable("%s holds samples of an unknown sort.".formatted(name));
    }
  }
}
