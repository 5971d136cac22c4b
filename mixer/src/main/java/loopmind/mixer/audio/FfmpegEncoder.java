package loopmind.mixer.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import loopmind.arranger.units.SampleRate;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.BytePointer;

/** An encoder of FFmpeg, told to write nothing of itself, so that equal sound gives equal bytes. */
final class FfmpegEncoder implements AutoCloseable {

  private final Path path;
  private final Coding coding;
  private final AVFormatContext format = new AVFormatContext(null);
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private final AVCodecContext codec;
  private long written;
  private boolean closed;

  private FfmpegEncoder(Path path, SampleRate rate, int channels, Coding coding) {
    this.path = path;
    this.coding = coding;
    AVCodec encoder = avcodec_find_encoder(coding.codec());
    codec = avcodec_alloc_context3(encoder);
    try {
      openCodec(encoder, rate, channels);
      openFile();
    } catch (AudioUnwritable e) {
      close();
      throw e;
    }
  }

  static FfmpegEncoder open(Path path, SampleRate rate, int channels, Coding coding) {
    Ffmpeg.start();
    return new FfmpegEncoder(path, rate, channels, coding);
  }

  private void openCodec(AVCodec encoder, SampleRate rate, int channels) {
    codec.sample_rate(rate.hz());
    codec.time_base().num(1).den(rate.hz());
    codec.sample_fmt(coding.samples());
    codec.bits_per_raw_sample(coding.bits());
    codec.bit_rate(coding.bitsASecond());
    // FFmpeg calls its own Vorbis encoder an experiment
    codec.strict_std_compliance(avcodec.FF_COMPLIANCE_EXPERIMENTAL);
    codec.thread_count(1);
    codec.flags(codec.flags() | AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_GLOBAL_HEADER);
    av_channel_layout_default(codec.ch_layout(), channels);
    check(avcodec_open2(codec, encoder, (AVDictionary) null));
    frame.format(codec.sample_fmt());
    frame.sample_rate(rate.hz());
    frame.nb_samples(codec.frame_size());
    check(av_channel_layout_copy(frame.ch_layout(), codec.ch_layout()));
    check(av_frame_get_buffer(frame, 0));
  }

  private void openFile() {
    check(
        avformat_alloc_output_context2(
            format, (AVOutputFormat) null, coding.muxer(), (String) null));
    format.flags(format.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
    AVStream stream = avformat_new_stream(format, null);
    stream.time_base().num(1).den(codec.sample_rate());
    check(avcodec_parameters_from_context(stream.codecpar(), codec));
    AVIOContext file = new AVIOContext(null);
    try (BytePointer url = Ffmpeg.url(path)) {
      check(avio_open(file, url, AVIO_FLAG_WRITE));
    }
    format.pb(file);
    check(avformat_write_header(format, (AVDictionary) null));
  }

  /** Frames that one block takes at most. */
  int blockFrames() {
    return codec.frame_size();
  }

  /**
   * Encodes whole numbers.
   *
   * @param samples one array a channel
   * @param count {@link #blockFrames}; fewer only in the last block
   */
  void encode(int[][] samples, int count) {
    ByteBuffer data = block(count, 0, samples.length * (coding.bits() == 16 ? 2 : 4));
    for (int i = 0; i < count; i++) {
      for (int[] channel : samples) {
        if (coding.bits() == 16) {
          data.putShort((short) channel[i]);
        } else {
          data.putInt(channel[i] << 8); // 24 bits lie at the top of 32
        }
      }
    }
    send(count);
  }

  /**
   * Encodes floating point.
   *
   * @param samples one array a channel
   * @param count {@link #blockFrames}; fewer only in the last block
   */
  void encode(float[][] samples, int count) {
    boolean planar = av_sample_fmt_is_planar(coding.samples()) != 0;
    int step = planar ? 1 : samples.length;
    for (int c = 0; c < samples.length; c++) {
      FloatBuffer data = block(count, planar ? c : 0, step * Float.BYTES).asFloatBuffer();
      for (int i = 0; i < count; i++) {
        data.put(i * step + (planar ? 0 : c), samples[c][i]);
      }
    }
    send(count);
  }

  private ByteBuffer block(int count, int plane, int frameBytes) {
    check(av_frame_make_writable(frame));
    frame.nb_samples(count);
    return frame
        .data(plane)
        .capacity((long) count * frameBytes)
        .asByteBuffer()
        .order(ByteOrder.nativeOrder());
  }

  private void send(int count) {
    frame.pts(written);
    written += count;
    check(avcodec_send_frame(codec, frame));
    writePackets();
  }

  void finish() {
    check(avcodec_send_frame(codec, null));
    writePackets();
    check(av_write_trailer(format));
    check(avio_closep(format.pb()));
    format.pb(null);
  }

  private void writePackets() {
    while (true) {
      int status = avcodec_receive_packet(codec, packet);
      if (status == Ffmpeg.MORE || status == Ffmpeg.END) {
        return;
      }
      check(status);
      packet.stream_index(0);
      avcodec.av_packet_rescale_ts(packet, codec.time_base(), format.streams(0).time_base());
      check(av_interleaved_write_frame(format, packet));
    }
  }

  private void check(int status) {
    if (status < 0) {
      throw new AudioUnwritable(
          "%s cannot be written: %s.".formatted(path, Ffmpeg.sentence(status)));
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      av_frame_free(frame);
      av_packet_free(packet);
      avcodec_free_context(codec);
      if (!format.isNull()) {
        if (format.pb() != null) {
          avio_closep(format.pb());
        }
        avformat_free_context(format);
      }
    }
  }
}
