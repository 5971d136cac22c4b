package loopmind.mixer.audio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** WAV files written by hand, right and wrong. */
final class WavBytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  WavBytes(String form) {
    text(form).number(-1, 4).text("WAVE");
  }

  WavBytes() {
    this("RIFF");
  }

  /** A plain fmt chunk. */
  WavBytes format(int tag, int channels, int hz, int align, int bits) {
    text("fmt ").number(16, 4).number(tag, 2).number(channels, 2).number(hz, 4);
    return number((long) hz * align, 4).number(align, 2).number(bits, 2);
  }

  WavBytes chunk(String id, long claimed, byte[] content) {
    text(id).number(claimed, 4);
    bytes.writeBytes(content);
    return this;
  }

  WavBytes text(String ascii) {
    bytes.writeBytes(ascii.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  WavBytes number(long value, int width) {
    ByteBuffer all = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
    bytes.write(all.array(), 0, width);
    return this;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  Path in(Path folder) {
    return in(folder, "loop.wav");
  }

  Path in(Path folder, String name) {
    return write(folder.resolve(name), toBytes());
  }

  static Path write(Path file, byte[] content) {
    try {
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** 16-bit little-endian samples. */
  static byte[] shorts(int... samples) {
    ByteBuffer content = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int sample : samples) {
      content.putShort((short) sample);
    }
    return content.array();
  }
}
