package loopmind.mixer.audio;

/**
 * The header of an MPEG-1 or MPEG-2 audio frame, layer II or III: ISO/IEC 11172-3, 2.4.1.3.
 *
 * <p>Layer I is left out on purpose: no loop is made in it, and the byte order mark of UTF-16 text
 * looks like one.
 */
final class MpegFrame {

  private static final int[] KBPS_1_II = {
    0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 0
  };
  private static final int[] KBPS_1_III = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0
  };
  private static final int[] KBPS_2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0
  };
  private static final int[] HZ = {44_100, 48_000, 32_000};

  private MpegFrame() {}

  /** Bytes of the frame that begins at {@code at}; 0 where none begins there. */
  static int length(byte[] bytes, int at) {
    if (at < 0 || at + 4 > bytes.length || (bytes[at] & 0xFF) != 0xFF) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int third = bytes[at + 2] & 0xFF;
    int version = second >> 3 & 3; // 0: MPEG-2.5, 2: MPEG-2, 3: MPEG-1
    int layer = second >> 1 & 3; // 1: III, 2: II
    int rate = third >> 2 & 3;
    if ((second & 0xE0) != 0xE0 || version == 1 || layer == 0 || layer == 3 || rate == 3) {
      return 0;
    }
    int[] table = version != 3 ? KBPS_2 : layer == 1 ? KBPS_1_III : KBPS_1_II;
    int kbps = table[third >> 4];
    int hz = HZ[rate] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
    int frames = layer == 1 && version != 3 ? 576 : 1152;
    return kbps == 0 ? 0 : frames / 8 * kbps * 1000 / hz + (third >> 1 & 1);
  }
}
