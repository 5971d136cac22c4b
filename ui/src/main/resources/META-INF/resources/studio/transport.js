// Plays what the server has rendered: the mix, or for a moment the stretch that an edit changed. Keeps its place when the sound is exchanged.
import { StemPlayer } from './stems.js';

/** How a sound of the library is heard. */
const WAYS = { song: 'in song', with: 'with song', raw: 'raw' };
const FADE_SECONDS = 0.04, DRIFT_SECONDS = 0.08, FAR_SECONDS = 0.3, ANSWERED_MILLIS = 8000, LEAST_DB = 0.25, MOST_DB = 24, SILENT_DB = -60;

class LoopTransport extends HTMLElement {
  #facts = { bpm: 0, beatsPerBar: 4, bars: 0, seconds: 0, version: 0 };
  #mix = null;
  #preview = null;
  #start = 0;
  #whole = true;
  #loop = null;
  #stems = null;
  #loaded = null;
  #levels = null;
  #player = new StemPlayer();
  #listening = { muted: new Set(), solo: new Set(), level: new Map() };

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `
      <link rel="stylesheet" href="studio/transport.css">
      <div class="keys" role="group" aria-label="Playback">
        <button id="play" aria-label="Play" title="Play (Space)">▶</button>
        <button id="stop" aria-label="Stop" title="Stop and go to the start (Home)">■</button>
        <button id="loop" aria-label="Loop the chosen section" aria-pressed="false" title="Loop the chosen section (L)">⟲</button>
      </div>
      <div class="clock"><span id="bars">–</span><span class="unit">bar</span><span id="time">0:00</span></div>
      <input id="seek" type="range" min="0" max="1000" value="0" aria-label="Place in the song">
      <button id="compare" aria-label="Before and after the last edit" aria-pressed="false" title="Before or after the last edit (B)" disabled>A/B</button>
      <button id="way" title="How sounds of the library are heard"></button>
      <audio preload="auto"></audio>`;
    this.audio = root.querySelector('audio');
    const on = (id, what) => root.getElementById(id).addEventListener('click', what);
    on('play', () => this.toggle());
    on('stop', () => this.stop());
    on('loop', () => this.loop());
    on('compare', () => this.compare());
    on('way', () => this.#nextWay());
    this.#showWay();
    root.getElementById('seek').addEventListener('input', event => this.seek(event.target.value / 1000 * this.#facts.bars));
    this.audio.addEventListener('play', () => this.#playing(true));
    this.audio.addEventListener('pause', () => this.#playing(false));
    this.audio.addEventListener('ended', () => this.#ended());
    this.audio.addEventListener('error', () => this.audio.error && this.dispatchEvent(new CustomEvent('unheard', { detail: { why: this.audio.error.message } })));
  }

  connectedCallback() {
    for (const name of ['facts', 'mix', 'preview', 'chosen', 'stems']) { // set before the module was loaded
      if (Object.prototype.hasOwnProperty.call(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    this.onSeek = event => this.seek(event.detail.bar);
    this.onKey = event => this.#key(event);
    document.addEventListener('loop-seek', this.onSeek);
    document.addEventListener('keydown', this.onKey);
    this.onAudition = event => this.#audition(event.detail);
    document.addEventListener('loop-audition', this.onAudition);
    this.onPrepare = event => this.#prepare(event.detail.id);
    document.addEventListener('loop-prepare', this.onPrepare);
    this.#player.failed = () => this.#withoutStems();
    this.onListen = event => this.listen(event.detail);
    document.addEventListener('loop-listen', this.onListen);
  }

  disconnectedCallback() {
    this.audio.pause();
    document.removeEventListener('loop-seek', this.onSeek);
    document.removeEventListener('keydown', this.onKey);
    document.removeEventListener('loop-audition', this.onAudition);
    document.removeEventListener('loop-prepare', this.onPrepare);
    document.removeEventListener('loop-listen', this.onListen);
    this.#player.stop();
    this.single?.pause();
  }

  set facts(value) { this.#facts = value || this.#facts; this.#show(); }
  get facts() { return this.#facts; }

  /** {url, levels, version}: the whole song, and where its levels are told. */
  set mix(value) {
    const fresh = value?.url && value.url !== this.#mix?.url;
    this.#mix = value?.url ? value : null;
    if (fresh && value.levels) this.#measure(value.levels);
    if (fresh) { // what was changed by hand is in it
      this.#listening.muted.clear();
      this.#listening.level.clear();
      this.#tell();
    }
    if (fresh && (this.#whole || !this.audio.paused || this.wanted) && this.side !== 'before') {
      this.#take(value.url, 0, true, this.seconds);
      if (this.#loop) this.#follow();
    }
    if (fresh && this.wanted) {
      this.wanted = false;
      this.play();
    }
  }

  /** [{instrument, url}]: the parts of the mix, where they are rendered. */
  set stems(value) {
    const other = value?.length && JSON.stringify(value) !== JSON.stringify(this.#stems);
    if (other) this.#stems = value; // while a mix is being rendered those of the one before are heard
    this.#follow();
  }

  get stems() { return this.#stems; }
  get player() { return this.#player; }

  /** {role, what: mute | solo | level, on | db}: heard at once, over the stems. */
  async listen({ role, what, on, db }) {
    const { muted, solo, level } = this.#listening;
    if (what === 'level' && Math.abs(db) < LEAST_DB) level.delete(role);
    else if (what === 'level') level.set(role, Math.max(-MOST_DB, Math.min(MOST_DB, db)));
    else if (on) (what === 'solo' ? solo : muted).add(role);
    else (what === 'solo' ? solo : muted).delete(role);
    if (what !== 'solo') this.answered = performance.now() + ANSWERED_MILLIS;
    this.#tell();
    await this.#follow();
  }

  #gain(role) {
    const { muted, solo, level } = this.#listening;
    return muted.has(role) || solo.size && !solo.has(role) ? 0 : 10 ** ((level.get(role) ?? 0) / 20);
  }

  /** What is scheduled to the sample: the stems where they are heard other than in the mix, and what goes round; null for the mix as it is. */
  get #scheduled() {
    const { muted, solo, level } = this.#listening;
    if (!this.#whole || !this.audio.src) return null;
    if (this.#stems && (muted.size || solo.size || level.size)) return this.#stems;
    if (!this.#loop) return null;
    if (this.round?.[0].url !== this.taken) this.round = [{ instrument: 'mix', url: this.taken }];
    return this.round;
  }

  get #region() { return this.#loop && { from: this.#secondsAt(this.#loop.startBar), to: this.#secondsAt(this.#loop.startBar + this.#loop.bars) }; }

  #tell() { document.dispatchEvent(new CustomEvent('loop-heard', { detail: { solo: [...this.#listening.solo], muted: [...this.#listening.muted] } })); }

  /** The stems play while the mix goes on unheard as their clock, or the mix is heard again. */
  async #follow() {
    try {
      await this.#byStemsOrMix();
    } catch (gone) {
      this.#withoutStems();
    }
  }

  /** The stems made room for those of other songs; the mix is there. */
  #withoutStems() {
    this.#stems = this.#loaded = null;
    this.#listening.solo.clear();
    this.#tell();
    this.audio.muted = false;
    this.#player.stop();
  }

  async #byStemsOrMix() {
    const wanted = this.#scheduled;
    if (!wanted) {
      this.audio.muted = false;
      this.#player.stop();
      return;
    }
    if (this.#loaded !== wanted) {
      await this.#player.load(wanted);
      if (wanted !== this.#scheduled) return;
      this.#loaded = wanted;
    }
    this.#player.setGains(role => this.#gain(role));
    if (!this.audio.paused && !this.#player.running) {
      await this.#player.start(() => this.audio.currentTime, this.#mix?.url, this.#region);
      this.audio.muted = this.#player.running;
    }
  }

  get mix() { return this.#mix; }

  /** {url, start, version}: what the last edit changed. */
  set preview(value) {
    const fresh = value?.url && value.url !== this.#preview?.url;
    this.#preview = value?.url ? value : null;
    this.#showSide();
    const answered = performance.now() < (this.answered ?? 0); // it is heard already, over the stems
    if (fresh && !answered && (!this.audio.paused || !this.#mix)) this.hear();
  }

  get preview() { return this.#preview; }

  set chosen(value) { this.selection = value; }

  get seconds() { return this.#loop && this.#player.running ? this.#player.seconds : this.#start + (this.audio.currentTime || 0); }
  get bar() { return this.seconds * this.#facts.bpm / 60 / this.#facts.beatsPerBar; }

  #secondsAt(bar) { return bar * this.#facts.beatsPerBar * 60 / Math.max(1, this.#facts.bpm); }

  /** Which side of the last edit is heard, where it is one of them and not the mix. */
  get side() { return !this.#preview || this.#whole ? null : this.taken === this.#preview.before ? 'before' : this.taken === this.#preview.url ? 'after' : null; }

  #showSide() {
    const button = this.shadowRoot.getElementById('compare');
    button.disabled = !this.#preview?.before;
    button.setAttribute('aria-pressed', String(this.side === 'before'));
  }

  #take(url, start, whole, at) {
    const playing = !this.audio.paused;
    if (!whole) { // a stretch is heard as it is, and the song goes on after it where it went on before
      this.goesOn = playing && (this.#whole || this.goesOn);
      this.#player.stop();
      this.audio.muted = false;
    }
    this.taken = url;
    this.#start = start;
    this.#whole = whole;
    this.audio.src = url;
    this.#showSide();
    this.audio.addEventListener('loadedmetadata', () => {
      this.audio.currentTime = Math.max(0, Math.min(at - start, (this.audio.duration || 0) - FADE_SECONDS));
      if (playing) this.#fadeIn();
    }, { once: true });
    if (playing) this.audio.play().catch(() => {});
  }

  #fadeIn() {
    const begun = performance.now();
    const step = () => {
      const share = Math.min(1, (performance.now() - begun) / 1000 / FADE_SECONDS);
      this.audio.volume = share;
      if (share < 1) requestAnimationFrame(step);
    };
    step();
  }

  /** Plays what the last edit changed. */
  hear() {
    if (!this.#preview) return;
    this.#take(this.#preview.url, this.#preview.start, false, this.#preview.start);
    this.audio.play().catch(() => {});
  }

  hearBefore() {
    if (!this.#preview?.before) return;
    this.#take(this.#preview.before, this.#preview.start, false, this.#preview.start);
    this.audio.play().catch(() => {});
  }

  /** What stood there before the last edit, or after it again: at the same place. */
  compare() {
    if (!this.#preview?.before) return;
    const next = this.side === 'before' ? this.#preview.url : this.#preview.before, end = this.#start + (this.audio.duration || 0);
    const at = this.side && !this.audio.ended && this.seconds < end ? this.seconds : this.#preview.start;
    this.#take(next, this.#preview.start, false, at);
    this.audio.play().catch(() => {});
  }

  play() {
    if (!this.audio.src) {
      const from = this.#mix ? { url: this.#mix.url, start: 0, whole: true } : this.#preview ? { ...this.#preview, whole: false } : null;
      if (!from) { // after a start nothing is rendered yet
        if (this.#facts.bars && !this.wanted) this.dispatchEvent(new CustomEvent('key', { detail: { what: 'render' } }));
        this.wanted = Boolean(this.#facts.bars);
        return;
      }
      this.#take(from.url, from.start, from.whole, from.start);
    }
    this.audio.play().catch(() => {});
  }

  toggle() { this.audio.paused ? this.play() : this.audio.pause(); }

  stop() {
    this.audio.pause();
    this.seek(0);
  }

  seek(bar) {
    const at = this.#secondsAt(Math.max(0, Math.min(bar, this.#facts.bars)));
    if (this.#mix && (!this.#whole || !this.audio.src)) this.#take(this.#mix.url, 0, true, at);
    else if (this.audio.readyState < 1) this.#take(this.audio.src, this.#start, this.#whole, at); // not loaded yet
    else this.audio.currentTime = Math.max(0, at - this.#start);
    if (this.#loop) {
      this.#player.stop();
      this.#follow();
    }
    this.#show();
  }

  loop() {
    if (this.#loop && this.#player.running) this.audio.currentTime = this.#player.seconds; // goes on from there
    this.#loop = this.#loop || !this.selection ? null : this.selection;
    this.shadowRoot.getElementById('loop').setAttribute('aria-pressed', String(Boolean(this.#loop)));
    if (this.#loop) this.seek(this.#loop.startBar);
    else {
      this.#player.stop();
      this.#follow();
    }
  }

  #ended() {
    if (!this.#whole) {
      if (this.#mix) this.#take(this.#mix.url, 0, true, this.seconds);
      if (this.#mix && this.goesOn) this.audio.play().catch(() => {});
      else this.wanted = Boolean(this.goesOn); // until the mix is there
      this.goesOn = false;
    }
    this.#show();
  }

  #playing(now) {
    const button = this.shadowRoot.getElementById('play');
    button.textContent = now ? '❙❙' : '▶';
    button.setAttribute('aria-label', now ? 'Pause' : 'Play');
    if (now) this.#follow();
    else this.#player.stop();
    if (now) this.#tick();
    this.#show();
  }

  #tick() {
    if (this.audio.paused) return;
    const drift = this.#player.running ? Math.abs(this.#player.seconds - this.audio.currentTime) : 0;
    if (this.#loop && drift > FAR_SECONDS) this.audio.currentTime = this.#player.seconds; // unheard, it comes round with what is heard
    else if (!this.#loop && drift > DRIFT_SECONDS) {
      this.#player.stop();
      this.#follow();
    }
    if (this.#loop && !this.#player.running && this.bar >= this.#loop.startBar + this.#loop.bars) this.seek(this.#loop.startBar);
    this.#show();
    requestAnimationFrame(() => this.#tick());
  }

  #show() {
    const { bars, seconds } = this.#facts, at = this.seconds, root = this.shadowRoot;
    root.getElementById('bars').textContent = bars ? (this.bar + 1).toFixed(1) : '–';
    root.getElementById('time').textContent = `${Math.floor(at / 60)}:${String(Math.floor(at % 60)).padStart(2, '0')}`;
    if (bars) root.getElementById('seek').value = String(Math.round(at / Math.max(0.001, seconds) * 1000));
    document.dispatchEvent(new CustomEvent('loop-time', { detail: { bar: bars ? this.bar : null, playing: !this.audio.paused, levels: this.#levelsNow() } }));
  }

  /** How loud each part is right now, in decibels: what was measured of the mix, and what is done to it here. */
  #levelsNow() {
    if (this.audio.paused || !this.#whole || !this.#levels) return {};
    const step = Math.floor(this.seconds / this.#levels.stepSeconds), now = {};
    for (const [part, decibels] of Object.entries(this.#levels.parts)) {
      const gain = part === 'mix' ? 1 : this.#gain(part);
      now[part] = gain > 0 ? (decibels[step] ?? SILENT_DB) + 20 * Math.log10(gain) : SILENT_DB;
    }
    return now;
  }

  async #measure(url) {
    this.#levels = null;
    const answer = await fetch(url).catch(() => null); // without it there are no meters
    if (answer?.ok && url === this.#mix?.levels) this.#levels = await answer.json();
  }

  get way() { return WAYS[localStorage.getItem('loop-audition')] ? localStorage.getItem('loop-audition') : 'song'; }

  #nextWay() {
    const names = Object.keys(WAYS);
    localStorage.setItem('loop-audition', names[(names.indexOf(this.way) + 1) % names.length]);
    this.#showWay();
  }

  #showWay() {
    const button = this.shadowRoot.getElementById('way');
    button.textContent = WAYS[this.way];
    button.setAttribute('aria-label', `Sounds are heard ${WAYS[this.way]}. Change`);
  }

  #fitted(id) { return `api/v1/songs/${this.#facts.song}/audition/${encodeURIComponent(id)}/audio`; }

  /** Has a loop rendered in the tempo and key of the song, where it would be heard so. */
  #prepare(id) {
    if (this.#facts.bars && this.way !== 'raw') fetch(this.#fitted(id), { headers: { Range: 'bytes=0-0' } }).catch(() => {});
  }

  /** Plays one loop: as it is, in the tempo and key of the song, or with the song from its next bar on. The same once more ends it. */
  #audition({ url, id }) {
    const playing = this.single && !this.single.paused && this.single.dataset.id === id;
    this.single?.pause();
    clearTimeout(this.waiting);
    if (playing) return;
    const way = this.#facts.bars ? this.way : 'raw';
    this.single = new Audio(way === 'raw' ? url : this.#fitted(id));
    this.single.dataset.id = id;
    this.single.addEventListener('error', () => { // a hit has no tempo to be brought to
      if (way === 'raw') return;
      this.single = new Audio(url);
      this.single.dataset.id = id;
      this.single.play().catch(() => {});
    }, { once: true });
    if (way !== 'with') {
      this.audio.pause();
      this.single.play().catch(() => {});
      return;
    }
    this.single.loop = true;
    this.single.addEventListener('canplaythrough', () => {
      if (this.audio.paused) this.play();
      const left = this.#secondsAt(Math.floor(this.bar) + 1) - this.seconds;
      this.waiting = setTimeout(() => this.single.play().catch(() => {}), Math.max(0, left * 1000));
    }, { once: true });
    this.single.load();
  }

  #key(event) {
    const typing = event.composedPath().some(e => e instanceof HTMLInputElement && e.type !== 'range' || e instanceof HTMLTextAreaElement || e.isContentEditable);
    const command = event.ctrlKey || event.metaKey;
    const ask = what => { this.dispatchEvent(new CustomEvent('key', { detail: { what } })); event.preventDefault(); };
    if (command && event.key.toLowerCase() === 'z' && !typing) return ask(event.shiftKey ? 'redo' : 'undo');
    if (typing || command || event.altKey) return;
    const onButton = event.composedPath().some(e => e instanceof HTMLButtonElement || e.localName === 'vaadin-button' || e.localName === 'vaadin-select');
    if (event.key === 'Escape') { this.single?.pause(); clearTimeout(this.waiting); }
    else if (event.key === ' ' && !onButton) { this.toggle(); event.preventDefault(); }
    else if (event.key === 'Home') this.seek(0);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') this.seek(Math.round(this.bar) + (event.key === 'ArrowRight' ? 1 : -1));
    else if (event.key.toLowerCase() === 'l') this.loop();
    else if (event.key.toLowerCase() === 'b') this.compare();
    else if (event.key.toLowerCase() === 'r') ask('regenerate');
    else if (event.key.toLowerCase() === 'm') ask('mute');
    else if (event.key.toLowerCase() === 's') ask('solo');
    else if (event.key === 'Delete') ask('delete');
    else if (event.key === '/') { document.querySelector('.chat vaadin-message-input')?.shadowRoot?.host.querySelector('textarea')?.focus(); event.preventDefault(); }
    else if (event.key.toLowerCase() === 'f') { document.querySelector('.library vaadin-text-field')?.focus(); event.preventDefault(); }
    else if (event.key === '?') ask('help');
  }
}

customElements.define('loop-transport', LoopTransport);
