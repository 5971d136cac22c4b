package loopmind.mixer.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MP2;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MP3;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import loopmind.arranger.units.SampleRate;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Sound that FFmpeg decodes. FFmpeg itself drops what an encoder added before and after (LAME's
 * header, edit lists, Opus pre-skip), as long as nothing asks it not to.
 */
final class FfmpegStream implements AudioStream {

  /** How much of a promised length may be missing: a frame of any codec, and what encoders add. */
  private static final double FORGIVEN_SECONDS = 0.2;

  private final String name;
  private final Container container;
  private final AVFormatContext format;
  private final AVCodecContext codec;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final int stream;
  private final FrameSamples samples;
  private final OptionalLong frames;
  private final boolean promised;
  private long delivered;
  private int damagedPackets;
  private boolean drained;
  private boolean closed;

  private FfmpegStream(
      String name, Container container, AVFormatContext format, AVCodecContext codec, int stream) {
    this.name = name;
    this.container = container;
    this.format = format;
    this.codec = codec;
    this.stream = stream;
    this.samples = new FrameSamples(name, codec.ch_layout().nb_channels(), codec.sample_rate());
    this.frames = frames(format.streams(stream), codec.sample_rate());
    this.promised =
        frames.isPresent() && format.duration_estimation_method() != AVFMT_DURATION_FROM_BITRATE;
  }

  /**
   * @throws AudioUnreadable where there is no sound in it that can be decoded
   */
  static FfmpegStream open(Path file, String name, Container container) {
    AVFormatContext format = Ffmpeg.open(file, name, container);
    AVCodecContext codec = new AVCodecContext(null);
    try {
      int status = avformat_find_stream_info(format, (PointerPointer<?>) null);
      if (status < 0) {
        throw Ffmpeg.damaged(name, container, status);
      }
      AVCodec decoder = new AVCodec(null);
      int stream = av_find_best_stream(format, AVMEDIA_TYPE_AUDIO, -1, -1, decoder, 0);
      if (stream < 0) {
        throw new AudioUnreadable(
            "%s holds no sound that LoopMind can decode (%s).".formatted(name, container.spoken()));
      }
      codec = decoder(format.streams(stream), decoder, name, container);
      WavFormat.check(codec.ch_layout().nb_channels(), codec.sample_rate(), name);
      return new FfmpegStream(name, container, format, codec, stream);
    } catch (AudioUnreadable e) {
      if (!codec.isNull()) { // FFmpeg aborts the process when it is given nothing to free
        avcodec_free_context(codec);
      }
      avformat_close_input(format);
      throw e;
    }
  }

  private static AVCodecContext decoder(
      AVStream stream, AVCodec decoder, String name, Container container) {
    AVCodecContext codec = avcodec_alloc_context3(decoder);
    avcodec_parameters_to_context(codec, stream.codecpar());
    codec.pkt_timebase(stream.time_base());
    codec.thread_count(1);
    int status = avcodec_open2(codec, decoder, (AVDictionary) null);
    if (status < 0) {
      avcodec_free_context(codec);
      throw Ffmpeg.damaged(name, container, status);
    }
    return codec;
  }

  private static OptionalLong frames(AVStream stream, int hz) {
    long duration = stream.duration();
    if (duration == AV_NOPTS_VALUE || duration <= 0) {
      return OptionalLong.empty();
    }
    try (AVRational frame = new AVRational().num(1).den(hz)) {
      return OptionalLong.of(av_rescale_q(duration, stream.time_base(), frame));
    }
  }

  @Override
  public SampleRate rate() {
    return new SampleRate(codec.sample_rate());
  }

  @Override
  public int channels() {
    return samples.channels();
  }

  @Override
  public OptionalLong frames() {
    return frames;
  }

  @Override
  public int read(float[][] into, int count) {
    int done = 0;
    while (done < count) {
      if (samples.remaining() == 0 && !decode()) {
        break;
      }
      done += samples.take(into, done, count - done);
    }
    delivered += done;
    if (done == 0) {
      checkWhole();
    }
    return done;
  }

  /** Decodes until a frame gives samples; false at the end. */
  private boolean decode() {
    while (true) {
      int status = avcodec_receive_frame(codec, frame);
      if (status == Ffmpeg.END) {
        return false;
      }
      if (status == Ffmpeg.MORE) {
        feed();
      } else if (status < 0) {
        damagedPacket(status);
      } else if (frame.nb_samples() > 0) {
        if (delivered > 0 && damagedPackets > 0) {
          throw new AudioUnreadable(after("%s is damaged after %.2f s."));
        }
        damagedPackets = 0;
        samples.load(frame);
        return true;
      }
    }
  }

  private void feed() {
    if (drained) {
      throw new AudioUnreadable(after("%s cannot be decoded beyond %.2f s."));
    }
    int status = av_read_frame(format, packet);
    while (status >= 0 && packet.stream_index() != stream) {
      av_packet_unref(packet);
      status = av_read_frame(format, packet);
    }
    if (status < 0) {
      drained = true;
      avcodec_send_packet(codec, null);
      return;
    }
    int sent = avcodec_send_packet(codec, packet);
    av_packet_unref(packet);
    if (sent < 0 && sent != Ffmpeg.END) {
      damagedPacket(sent);
    }
  }

  /**
   * MP3 and AAC files begin in the middle of something and end in tags, so a packet that makes no
   * sense is an error only between two that do.
   */
  private void damagedPacket(int status) {
    damagedPackets++;
    int id = codec.codec_id();
    boolean loose = id == AV_CODEC_ID_MP3 || id == AV_CODEC_ID_MP2 || id == AV_CODEC_ID_AAC;
    if (!loose || damagedPackets > 20) {
      throw delivered == 0
          ? Ffmpeg.damaged(name, container, status)
          : new AudioUnreadable(after("%s is damaged after %.2f s."));
    }
  }

  private void checkWhole() {
    if (delivered == 0) {
      throw new AudioUnreadable("%s holds no sound: nothing in it can be decoded.".formatted(name));
    }
    double missing = promised ? frames.getAsLong() - (double) delivered : 0;
    if (missing > FORGIVEN_SECONDS * codec.sample_rate()) {
      throw new AudioUnreadable(
          String.format(
              Locale.ROOT,
              "%s breaks off: it promises %.2f s of sound and holds %.2f s.",
              name,
              frames.getAsLong() / (double) codec.sample_rate(),
              delivered / (double) codec.sample_rate()));
    }
  }

  private String after(String sentence) {
    return String.format(Locale.ROOT, sentence, name, delivered / (double) codec.sample_rate());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      av_frame_free(frame);
      av_packet_free(packet);
      avcodec_free_context(codec);
      avformat_close_input(format);
    }
  }
}
