// The timeline: sections over bars, a lane a role, drawn on one canvas; the playhead is an element of its own, so that playing redraws nothing.
import { paint, ROLE_ORDER, measures } from './timeline-paint.js';
import { Pointing } from './timeline-pointing.js';

const SNAP_BARS = 1, PAGE_MARGIN = 0.1, LOOKING_MILLIS = 4000;

class LoopTimeline extends HTMLElement {
  #song = null;
  #waves = {};
  #selected = null;
  #zoom = 0;
  #offset = 0;
  #queued = false;
  #leftAlone = 0;
  soloed = new Set();

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = `
      <link rel="stylesheet" href="studio/timeline.css">
      <div class="gutter" role="group" aria-label="Lanes"></div>
      <div class="stage">
        <canvas tabindex="0" role="application" aria-label="Timeline. Left and right choose a section, up and down a lane, Shift with left or right moves it, Alt with left or right changes its length, Delete removes it."></canvas>
        <div class="playhead" hidden></div>
      </div>
      <div class="reader"><table><caption>Sections of the song</caption><thead><tr><th scope="col">Section</th><th scope="col">Bars</th><th scope="col">Layers</th></tr></thead><tbody></tbody></table></div>
      <div class="reader" aria-live="polite" id="told"></div>`;
    this.canvas = root.querySelector('canvas');
    this.playhead = root.querySelector('.playhead');
    new Pointing(this);
    this.canvas.addEventListener('keydown', event => this.#key(event));
    this.canvas.addEventListener('wheel', event => this.#wheel(event), { passive: false });
    this.canvas.addEventListener('focus', () => this.#song?.sections.length && !this.#selected && this.select(this.#song.sections[0].id, null));
  }

  connectedCallback() {
    for (const name of ['song', 'waves']) { // set before the module was loaded
      if (Object.prototype.hasOwnProperty.call(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    this.resizing = new ResizeObserver(() => this.redraw());
    this.resizing.observe(this);
    this.looks = matchMedia('(prefers-color-scheme: dark)');
    this.onTime = event => this.#move(event.detail);
    document.addEventListener('loop-time', this.onTime);
    this.onHeard = event => {
      this.soloed = new Set(event.detail.solo);
      for (const key of this.shadowRoot.querySelectorAll('[data-solo]')) key.setAttribute('aria-pressed', String(this.soloed.has(key.dataset.solo)));
    };
    document.addEventListener('loop-heard', this.onHeard);
    this.addEventListener('key-on-part', event => event.detail.what === 'solo' && this.#selected?.role && this.solo(this.#selected.role));
    this.onLooks = () => this.redraw();
    document.addEventListener('loop-looks', this.onLooks);
  }

  disconnectedCallback() {
    this.resizing.disconnect();
    document.removeEventListener('loop-time', this.onTime);
    document.removeEventListener('loop-heard', this.onHeard);
    document.removeEventListener('loop-looks', this.onLooks);
  }

  set song(value) {
    this.#song = value && value.sections ? value : null;
    if (this.#selected && !this.#song?.sections.some(s => s.id === this.#selected.section)) this.#selected = null;
    this.#gutter();
    this.#table();
    this.redraw();
  }

  get song() { return this.#song; }

  set waves(value) {
    this.#waves = value || {};
    this.redraw();
  }

  get waves() { return this.#waves; }
  get selected() { return this.#selected; }
  get roles() {
    const used = new Set((this.#song?.sections ?? []).flatMap(s => s.layers.map(l => l.role)));
    return ROLE_ORDER.filter(r => used.has(r));
  }

  /** Pixels a bar; at the least so many that the whole song is seen. */
  get pixelsPerBar() {
    const whole = this.canvas.clientWidth / Math.max(1, this.#song?.bars ?? 1);
    return Math.max(whole, Math.min(160, whole * 2 ** this.#zoom));
  }

  get offset() {
    const most = Math.max(0, (this.#song?.bars ?? 0) * this.pixelsPerBar - this.canvas.clientWidth);
    this.#offset = Math.min(most, Math.max(0, this.#offset));
    return this.#offset;
  }

  barAt(x) { return (x + this.offset) / this.pixelsPerBar; }
  snapped(bar) { return Math.round(bar / SNAP_BARS) * SNAP_BARS; }
  sectionAt(bar) { return this.#song?.sections.find(s => bar >= s.startBar && bar < s.startBar + s.bars); }
  laneAt(y) {
    const { lanesTop, lane } = measures(this);
    return y < lanesTop ? null : this.roles[Math.floor((y - lanesTop) / lane)] ?? null;
  }

  select(section, role) {
    this.#selected = section ? { section, role } : null;
    const found = this.#song?.sections.find(s => s.id === section);
    this.shadowRoot.querySelector('#told').textContent = found ? `${name(found)}${role ? ', ' + role : ''}, ${found.bars} bars` : '';
    this.redraw();
    this.send('select-part', { section: section ?? '', role: role ?? '' });
  }

  send(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }

  redraw(drag) {
    this.drag = drag ?? null;
    if (this.#queued) return;
    this.#queued = true;
    requestAnimationFrame(() => {
      this.#queued = false;
      const begun = performance.now();
      paint(this);
      this.paintMillis = performance.now() - begun;
    });
  }

  #move({ bar, playing }) {
    const hidden = bar == null || !this.#song;
    this.playhead.hidden = hidden;
    if (!hidden && playing && performance.now() > this.#leftAlone) this.#keepInSight(bar);
    if (!hidden) this.playhead.style.transform = `translateX(${bar * this.pixelsPerBar - this.offset}px)`;
  }

  /** Turns the page when what is heard leaves it. */
  #keepInSight(bar) {
    const x = bar * this.pixelsPerBar - this.offset;
    if (x >= 0 && x <= this.canvas.clientWidth) return;
    this.#offset = bar * this.pixelsPerBar - this.canvas.clientWidth * PAGE_MARGIN;
    this.redraw();
  }

  #wheel(event) {
    if (!this.#song) return;
    this.#leftAlone = performance.now() + LOOKING_MILLIS;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      const bar = this.barAt(event.offsetX);
      this.#zoom = Math.min(6, Math.max(0, this.#zoom - Math.sign(event.deltaY) * 0.25));
      this.#offset = bar * this.pixelsPerBar - event.offsetX;
    } else {
      this.#offset += event.deltaX || event.deltaY;
    }
    this.redraw();
  }

  #key(event) {
    const sections = this.#song?.sections ?? [];
    if (!sections.length) return;
    const at = Math.max(0, sections.findIndex(s => s.id === this.#selected?.section));
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const lanes = [null, ...this.roles];
    if (step && event.shiftKey) this.move(sections[at], at + step);
    else if (step && event.altKey) this.resize(sections[at], sections[at].bars + step);
    else if (step) this.select(sections[Math.min(sections.length - 1, Math.max(0, at + step))].id, this.#selected?.role ?? null);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const lane = lanes.indexOf(this.#selected?.role ?? null) + (event.key === 'ArrowDown' ? 1 : -1);
      this.select(sections[at].id, lanes[Math.min(lanes.length - 1, Math.max(0, lane))]);
    } else if (event.key === 'Enter') document.dispatchEvent(new CustomEvent('loop-seek', { detail: { bar: sections[at].startBar } }));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Asks for a section to stand at another place, counted among all sections. */
  move(section, to) {
    const sections = this.#song.sections, from = sections.indexOf(section);
    const place = Math.min(sections.length - 1, Math.max(0, to));
    if (place === from) return;
    const other = sections[place];
    this.send('move-section', { ...reference(section), place: place < from ? 'before' : 'after', otherKind: other.kind, otherN: other.n });
  }

  resize(section, bars) {
    const wanted = Math.min(64, Math.max(1, this.snapped(bars)));
    if (wanted !== section.bars) this.send('resize-section', { ...reference(section), bars: wanted });
  }

  /** Asks for a loop to be heard in a section: instead of what the lane plays there, or beside it. */
  place(section, lane, loop) {
    const instead = lane && section.layers.some(l => l.role === lane);
    this.send('place-loop', { ...reference(section), loop: loop.name, role: lane ?? loop.role, instead: Boolean(instead) });
  }

  /** Hears a role alone, or no longer. */
  solo(role) { document.dispatchEvent(new CustomEvent('loop-listen', { detail: { role, what: 'solo', on: !this.soloed.has(role) } })); }

  #gutter() {
    const gutter = this.shadowRoot.querySelector('.gutter');
    gutter.replaceChildren(...this.roles.map(role => {
      const lane = document.createElement('div'), label = document.createElement('span');
      const layers = this.#song.sections.flatMap(s => s.layers.filter(l => l.role === role));
      const muted = layers.length > 0 && layers.every(l => l.muted);
      label.textContent = role;
      const mute = document.createElement('button');
      mute.textContent = 'M';
      mute.title = muted ? `Hear the ${role} again` : `Mute the ${role}`;
      mute.setAttribute('aria-label', mute.title);
      mute.setAttribute('aria-pressed', String(muted));
      mute.addEventListener('click', () => {
        document.dispatchEvent(new CustomEvent('loop-listen', { detail: { role, what: 'mute', on: !muted } }));
        this.send('mute-role', { role, mute: !muted });
      });
      const solo = document.createElement('button');
      solo.textContent = 'S';
      solo.title = `Hear the ${role} alone`;
      solo.dataset.solo = role;
      solo.setAttribute('aria-label', solo.title);
      solo.setAttribute('aria-pressed', String(this.soloed.has(role)));
      solo.addEventListener('click', () => this.solo(role));
      lane.append(label, mute, solo);
      return lane;
    }));
    this.style.setProperty('--lanes', this.roles.length);
  }

  #table() {
    this.shadowRoot.querySelector('tbody').replaceChildren(...(this.#song?.sections ?? []).map(section => {
      const row = document.createElement('tr');
      for (const text of [name(section), `${section.startBar + 1} to ${section.startBar + section.bars}`,
        section.layers.map(l => `${l.role}: ${l.loop}${l.muted ? ' (muted)' : ''}`).join('; ') || 'none']) {
        const cell = document.createElement('td');
        cell.textContent = text;
        row.append(cell);
      }
      return row;
    }));
  }
}

const reference = section => ({ id: section.id, kind: section.kind, n: section.ofKind > 1 ? section.n : 0 });
export const name = section => section.ofKind > 1 ? `${section.kind} ${section.n}` : section.kind;

customElements.define('loop-timeline', LoopTimeline);
