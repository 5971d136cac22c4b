// Plays the stems of a song as one, each with its own gain, or its mix round and round: streamed as PCM by HTTP range and scheduled to the sample, so that nothing drifts apart and a loop has no gap.
const FIRST_SECONDS = 0.5, CHUNK_SECONDS = 1.5, AHEAD_SECONDS = 3, HEAD_BYTES = 4096, RAMP_SECONDS = 0.012, PUMP_MILLIS = 150;

async function bytes(url, from, to) {
  const answer = await fetch(url, { headers: { Range: `bytes=${from}-${to}` } });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return answer.arrayBuffer();
}

/** Where the samples of a WAV file are, and how they are written. */
export function head(buffer) {
  const view = new DataView(buffer), found = {};
  const name = at => String.fromCharCode(...new Uint8Array(buffer, at, 4));
  for (let at = 12; at + 8 <= buffer.byteLength && found.offset == null; at += 8 + view.getUint32(at + 4, true) + (view.getUint32(at + 4, true) & 1)) {
    if (name(at) === 'fmt ') Object.assign(found, { channels: view.getUint16(at + 10, true), rate: view.getUint32(at + 12, true), bits: view.getUint16(at + 22, true) });
    if (name(at) === 'data') Object.assign(found, { offset: at + 8, bytes: view.getUint32(at + 4, true) });
  }
  found.frameBytes = found.channels * found.bits / 8;
  found.frames = Math.floor(found.bytes / found.frameBytes);
  return found;
}

/** Integer PCM of 16 or 24 bits as an audio buffer. */
function decoded(context, { channels, rate, bits, frameBytes }, buffer) {
  const frames = Math.floor(buffer.byteLength / frameBytes), sound = context.createBuffer(channels, Math.max(1, frames), rate), view = new DataView(buffer), width = bits / 8;
  for (let channel = 0; channel < channels; channel++) {
    const samples = sound.getChannelData(channel);
    for (let i = 0, at = channel * width; i < frames; i++, at += frameBytes) {
      samples[i] = width === 2 ? view.getInt16(at, true) / 32768 : (view.getInt8(at + 2) * 65536 + view.getUint16(at, true)) / 8388608;
    }
  }
  return sound;
}

function power(sounds) {
  let sum = 0;
  const length = Math.min(...sounds.map(s => s.length));
  for (let i = 0; i < length; i += 3) {
    let value = 0;
    for (const sound of sounds) value += sound.getChannelData(0)[i];
    sum += value * value;
  }
  return sum;
}

export class StemPlayer {
  #tracks = [];
  #run = 0;

  /** @param list [{instrument, url}] */
  async load(list) {
    this.stop();
    this.#tracks = await Promise.all(list.map(async ({ instrument, url }) => ({ instrument, url, head: head(await bytes(url, 0, HEAD_BYTES - 1)), want: 1 })));
    const rate = this.#tracks[0]?.head.rate ?? 48000;
    if (this.context?.sampleRate !== rate) {
      await this.context?.close();
      this.context = new AudioContext({ sampleRate: rate });
    }
    this.matched = null;
    this.sum = this.context.createGain();
    this.sum.connect(this.context.destination);
    for (const track of this.#tracks) {
      track.gain = this.context.createGain();
      track.gain.gain.value = track.want;
      track.gain.connect(this.sum);
    }
  }

  get instruments() { return this.#tracks.map(t => t.instrument); }
  get running() { return this.begun != null; }

  /** Where in the song it is. */
  get seconds() {
    if (!this.running) return 0;
    const gone = this.from + this.context.currentTime - this.begun, round = this.region;
    return round && gone >= round.to ? round.from + (gone - round.from) % (round.to - round.from) : gone;
  }

  gainOf(instrument) { return this.#tracks.find(t => t.instrument === instrument)?.want ?? 0; }

  /** What each stem is multiplied by, at once. */
  setGains(gain) {
    for (const track of this.#tracks) {
      track.want = gain(track.instrument);
      track.gain?.gain.setTargetAtTime(track.want, this.context.currentTime, RAMP_SECONDS);
    }
  }

  /**
   * Begins where clock() says the song is when the first sound has come; as loud as the mix is there.
   * @param region {from, to} in seconds of the song, where it goes round; null to go on
   */
  async start(clock, mixUrl, region) {
    this.stop();
    const run = ++this.#run, rate = this.context.sampleRate, whole = seconds => Math.round(seconds * rate) / rate;
    await this.context.resume();
    this.region = region ? { from: whole(region.from), to: whole(region.to) } : null;
    let from = whole(clock() + 0.12);
    if (this.region && from >= this.region.to) from = this.region.from;
    const first = await Promise.all(this.#tracks.map(track => this.#sound(track, Math.round(from * track.head.rate), FIRST_SECONDS)));
    if (run !== this.#run) return;
    if (mixUrl) await this.#match(mixUrl, from, first);
    if (run !== this.#run) return;
    const late = clock() - from, begin = whole(this.context.currentTime + Math.max(0.01, -late));
    this.from = whole(from + Math.max(0, late + 0.01));
    this.begun = begin;
    this.#tracks.forEach((track, i) => {
      track.next = Math.round(from * track.head.rate);
      track.due = Math.round((this.begun + from - this.from) * rate);
      this.#schedule(track, first[i]);
    });
    this.#pump(run).catch(() => { // what is missing is not heard as a gap
      this.stop();
      this.failed?.();
    });
  }

  async #match(mixUrl, from, first) {
    if (this.matched === mixUrl) return;
    const info = head(await bytes(mixUrl, 0, HEAD_BYTES - 1)), at = info.offset + Math.floor(from * info.rate) * info.frameBytes;
    const mix = decoded(this.context, info, await bytes(mixUrl, at, at + Math.floor(FIRST_SECONDS * info.rate) * info.frameBytes - 1));
    const [ours, its] = [power(first), power([mix])];
    if (ours > 1e-6 && its > 1e-6) {
      this.sum.gain.value = Math.min(4, Math.sqrt(its / ours));
      this.matched = mixUrl;
    }
  }

  async #sound(track, frame, seconds) {
    const { offset, frameBytes, frames, rate } = track.head, end = this.region && frame < Math.round(this.region.to * rate) ? Math.min(frames, Math.round(this.region.to * rate)) : frames, count = Math.min(end - frame, Math.round(seconds * rate));
    if (count <= 0) return this.context.createBuffer(1, 1, rate);
    return decoded(this.context, track.head, await bytes(track.url, offset + frame * frameBytes, offset + (frame + count) * frameBytes - 1));
  }

  /** Each piece begins at the very sample at which the one before it ends. */
  #schedule(track, sound) {
    const source = this.context.createBufferSource(), when = track.due / track.head.rate;
    source.buffer = sound;
    source.connect(track.gain);
    const skip = Math.max(0, this.context.currentTime - when);
    track.next += sound.length;
    track.due += sound.length;
    if (this.region && track.next === Math.round(this.region.to * track.head.rate)) track.next = Math.round(this.region.from * track.head.rate);
    if (skip >= sound.duration) return; // its time has gone by
    source.start(Math.max(when, this.context.currentTime), skip);
    (track.sources ??= new Set()).add(source);
    source.onended = () => track.sources.delete(source);
  }

  async #pump(run) {
    while (run === this.#run) {
      for (const track of this.#tracks) {
        while (run === this.#run && track.next < track.head.frames && track.due / track.head.rate < this.context.currentTime + AHEAD_SECONDS) {
          const sound = await this.#sound(track, track.next, CHUNK_SECONDS);
          if (run !== this.#run) return;
          this.#schedule(track, sound);
        }
      }
      await new Promise(resolve => setTimeout(resolve, PUMP_MILLIS));
    }
  }

  stop() {
    this.#run++;
    this.begun = null;
    for (const track of this.#tracks) {
      track.sources?.forEach(source => source.stop());
      track.sources?.clear();
    }
  }
}
