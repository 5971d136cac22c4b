package loopmind.mixer.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FLAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MP3;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_OPUS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VORBIS;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;

/** What FFmpeg writes for LoopMind: container, codec, samples and bits a second. */
enum Coding {
  FLAC_16("flac", AV_CODEC_ID_FLAC, AV_SAMPLE_FMT_S16, 16, 0),
  FLAC_24("flac", AV_CODEC_ID_FLAC, AV_SAMPLE_FMT_S32, 24, 0),
  MP3("mp3", AV_CODEC_ID_MP3, AV_SAMPLE_FMT_FLTP, 0, 320_000),
  AAC("ipod", AV_CODEC_ID_AAC, AV_SAMPLE_FMT_FLTP, 0, 256_000),
  OPUS("ogg", AV_CODEC_ID_OPUS, AV_SAMPLE_FMT_FLT, 0, 192_000),
  VORBIS("ogg", AV_CODEC_ID_VORBIS, AV_SAMPLE_FMT_FLTP, 0, 256_000);

  private final String muxer;
  private final int codec;
  private final int samples;
  private final int bits;
  private final int bitsASecond;

  Coding(String muxer, int codec, int samples, int bits, int bitsASecond) {
    this.muxer = muxer;
    this.codec = codec;
    this.samples = samples;
    this.bits = bits;
    this.bitsASecond = bitsASecond;
  }

  String muxer() {
    return muxer;
  }

  int codec() {
    return codec;
  }

  /** FFmpeg's name for how samples are handed over. */
  int samples() {
    return samples;
  }

  /** Bits of a sample; 0 where samples are floating point. */
  int bits() {
    return bits;
  }

  /** 0 where the sound decides. */
  int bitsASecond() {
    return bitsASecond;
  }
}
