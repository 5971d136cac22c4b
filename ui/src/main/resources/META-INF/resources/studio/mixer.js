// The mixer: a strip a role. Mute, solo and level are heard at once (loop-listen); mute and level are edits of the song besides.
const LEAST_DB = -24, MOST_DB = 12, SILENT_DB = -60, FALL_DB = 0.6; // a frame: some 36 dB a second

class LoopMixer extends HTMLElement {
  #strips = [];
  #solo = new Set();
  #meters = new Map();

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = '<link rel="stylesheet" href="studio/mixer.css"><div class="strips" role="group" aria-label="Mixer"></div>';
    this.onHeard = event => { this.#solo = new Set(event.detail.solo); this.#draw(); };
  }

  connectedCallback() {
    if (Object.prototype.hasOwnProperty.call(this, 'strips')) { // set before the module was loaded
      const value = this.strips;
      delete this.strips;
      this.strips = value;
    }
    document.addEventListener('loop-heard', this.onHeard);
    this.onTime = event => this.#show(event.detail.levels ?? {});
    document.addEventListener('loop-time', this.onTime);
  }

  disconnectedCallback() {
    document.removeEventListener('loop-heard', this.onHeard);
    document.removeEventListener('loop-time', this.onTime);
  }

  /** [{role, gainDb, muted}] */
  set strips(value) {
    this.#strips = value || [];
    this.#draw();
  }

  get strips() { return this.#strips; }

  /** What the meters show, in decibels: up at once, down slowly. */
  get shown() { return Object.fromEntries([...this.#meters].map(([role, meter]) => [role, meter.db])); }

  #show(levels) {
    for (const [role, meter] of this.#meters) {
      meter.db = Math.max(levels[role] ?? SILENT_DB, levels[role] == null ? SILENT_DB : meter.db - FALL_DB);
      meter.bar.style.clipPath = `inset(0 ${Math.max(0, Math.min(100, 100 * meter.db / SILENT_DB))}% 0 0)`;
    }
  }

  #draw() {
    this.#meters.clear();
    const focused = this.shadowRoot.activeElement?.dataset.key;
    this.shadowRoot.querySelector('.strips').replaceChildren(...this.#strips.map(strip => this.#strip(strip)));
    if (focused) this.shadowRoot.querySelector(`[data-key="${focused}"]`)?.focus();
  }

  #strip({ role, gainDb, muted }) {
    const box = document.createElement('div'), name = document.createElement('span'), told = document.createElement('output'), level = document.createElement('input');
    box.className = 'strip';
    name.className = 'name';
    name.textContent = role;
    const text = db => `${db >= 0 ? '+' : ''}${db.toFixed(1)} dB`;
    told.textContent = muted ? 'muted' : text(gainDb);
    Object.assign(level, { type: 'range', min: LEAST_DB, max: MOST_DB, step: 0.5, value: gainDb });
    level.dataset.key = role + '-level';
    level.setAttribute('aria-label', `Level of the ${role} in decibels`);
    level.addEventListener('input', () => {
      told.textContent = text(Number(level.value));
      this.#listen({ role, what: 'level', db: Number(level.value) - gainDb });
    });
    level.addEventListener('change', () => {
      const db = Number(level.value) - gainDb;
      if (Math.abs(db) >= 0.25) this.dispatchEvent(new CustomEvent('level-role', { detail: { role, db } }));
    });
    const keys = document.createElement('div');
    keys.className = 'keys';
    keys.append(
      this.#key('M', role + '-mute', muted ? `Hear the ${role} again` : `Mute the ${role}`, muted, () => {
        this.#listen({ role, what: 'mute', on: !muted });
        this.dispatchEvent(new CustomEvent('mute-role', { detail: { role, mute: !muted } }));
      }),
      this.#key('S', role + '-solo', `Hear the ${role} alone`, this.#solo.has(role), () => this.#listen({ role, what: 'solo', on: !this.#solo.has(role) })));
    const meter = document.createElement('div'), bar = document.createElement('div');
    meter.className = 'meter';
    meter.setAttribute('aria-hidden', 'true');
    meter.append(bar);
    this.#meters.set(role, { bar, db: SILENT_DB });
    box.append(name, told, meter, level, keys);
    return box;
  }

  #key(sign, key, label, pressed, doing) {
    const button = document.createElement('button');
    button.textContent = sign;
    button.dataset.key = key;
    button.title = label;
    button.setAttribute('aria-label', label);
    button.setAttribute('aria-pressed', String(pressed));
    button.addEventListener('click', doing);
    return button;
  }

  #listen(detail) { document.dispatchEvent(new CustomEvent('loop-listen', { detail })); }
}

customElements.define('loop-mixer', LoopMixer);
