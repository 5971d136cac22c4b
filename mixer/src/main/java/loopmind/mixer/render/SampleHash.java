package loopmind.mixer.render;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes a sound of two channels, block by block. */
final class SampleHash {

  private final MessageDigest sha;

  SampleHash() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java knows SHA-256.", impossible);
    }
  }

  void add(float[][] sound, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      bytes.putFloat(sound[0][i]).putFloat(sound[1][i]);
    }
    sha.update(bytes.flip());
  }

  String text() {
    return HexFormat.of().formatHex(sha.digest());
  }
}
