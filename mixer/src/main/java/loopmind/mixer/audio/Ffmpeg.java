package loopmind.mixer.audio;

import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.BytePointer;

/**
 * FFmpeg in this process, loaded when the first file needs it: that costs about a second once. It
 * may read nothing but the one file it is given, as the one format it is given, and it is silent.
 */
final class Ffmpeg {

  static final int END = AVERROR_EOF();

  /** EAGAIN, which FFmpeg takes from the system: the decoder wants more before it gives more. */
  static final int MORE = -(System.getProperty("os.name").startsWith("Mac") ? 35 : 11);

  /** No one piece of memory that a header asks for may be larger. */
  private static final long LARGEST_PIECE_BYTES = 64L << 20;

  private static final String CODECS =
      "pcm_s8,pcm_u8,pcm_s16le,pcm_s16be,pcm_u16le,pcm_u16be,pcm_s24le,pcm_s24be,pcm_s32le,"
          + "pcm_s32be,pcm_f32le,pcm_f32be,pcm_f64le,pcm_f64be,pcm_alaw,pcm_mulaw,adpcm_ms,"
          + "adpcm_ima_wav,adpcm_ima_qt,adpcm_yamaha,gsm_ms,flac,mp1,mp1float,mp2,mp2float,mp3,"
          + "mp3float,vorbis,opus,aac,aac_latm,alac,wmav1,wmav2,wmapro,wmalossless,wavpack,ape";

  static {
    load(avcodec.class);
    load(avformat.class);
    av_log_set_level(AV_LOG_QUIET);
    av_max_alloc(LARGEST_PIECE_BYTES);
  }

  private Ffmpeg() {}

  /** Loads it, where nothing has yet. */
  static void start() {
    // the static block did it
  }

  private static void load(Class<?> library) {
    org.bytedeco.javacpp.Loader.load(library);
  }

  /**
   * Opens a file as that format and reads its header.
   *
   * @return to be closed by avformat_close_input
   * @throws AudioUnreadable where the header makes no sense
   */
  static AVFormatContext open(Path file, String name, Container container) {
    AVFormatContext format = new AVFormatContext(null);
    AVDictionary options = new AVDictionary(null);
    try (BytePointer url = url(file)) {
      av_dict_set(options, "protocol_whitelist", "file", 0);
      av_dict_set(options, "format_whitelist", container.demuxer(), 0);
      av_dict_set(options, "codec_whitelist", CODECS, 0);
      int status =
          avformat_open_input(format, url, av_find_input_format(container.demuxer()), options);
      if (status < 0) {
        throw damaged(name, container, status);
      }
      return format;
    } finally {
      av_dict_free(options);
    }
  }

  /** The address of a file, in which a colon in its name starts no other protocol. */
  static BytePointer url(Path file) {
    return new BytePointer("file:" + file.toAbsolutePath(), StandardCharsets.UTF_8);
  }

  static AudioUnreadable damaged(String name, Container container, int status) {
    return new AudioUnreadable(
        "%s is a damaged %s file: %s.".formatted(name, container.spoken(), sentence(status)));
  }

  /** What FFmpeg says about a status, without a capital. */
  static String sentence(int status) {
    byte[] text = new byte[256];
    av_strerror(status, text, text.length);
    int length = 0;
    while (length < text.length && text[length] != 0) {
      length++;
    }
    String said = new String(text, 0, length, StandardCharsets.UTF_8);
    return said.startsWith("Invalid data") ? "what it holds makes no sense" : said;
  }
}
