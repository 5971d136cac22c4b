// The library on a plane: what sounds alike lies close. Wheel or pinch zooms, a drag moves, dwelling on a dot plays it, a click asks for more of it.
const ROLES = { drums: '#f0776c', percussion: '#f0a45d', bass: '#b98cf0', chords: '#6cb8f0', melody: '#8fd18f', pad: '#7fc9c2', vocal: '#e58fb8', fx: '#b9b48f' };
const DWELL_MILLIS = 180, POLL_MILLIS = 400, REACH = 12, MARGIN = 24, NEAREST = 0.9, FARTHEST = 60;

class SoundMap extends HTMLElement {
  #dots = [];
  #view = { x: 0.5, y: 0.5, zoom: 1 };
  #over = -1;
  #hidden = new Set();

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = `
      <style>
        :host { display: flex; flex-direction: column; gap: 8px; height: 100%; min-height: 320px; }
        .plane { position: relative; flex: 1; min-height: 0; border-radius: 12px; background: var(--lane); overflow: hidden; }
        canvas { position: absolute; inset: 0; width: 100%; height: 100%; display: block; cursor: grab; touch-action: none; border-radius: 12px; }
        canvas:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
        .said { position: absolute; pointer-events: none; background: var(--raised); color: var(--ink); border: 1px solid var(--line); border-radius: 8px; padding: 3px 8px; font-size: 12px; max-width: 280px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
        .said:empty { display: none; }
        .state { position: absolute; inset: 0; display: grid; place-items: center; color: var(--faint); pointer-events: none; }
        .state:empty { display: none; }
        .keys { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
        button { font: inherit; font-size: 12px; min-height: 28px; border-radius: 999px; border: 1px solid var(--line); background: var(--panel); color: var(--ink); cursor: pointer; padding: 2px 10px; }
        button[aria-pressed="false"] { opacity: 0.45; }
        button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        i { display: inline-block; width: 9px; height: 9px; border-radius: 50%; margin-right: 5px; }
        .space { flex: 1; }
      </style>
      <div class="plane"><canvas tabindex="0" role="application" aria-label="Map of sounds"></canvas><div class="said" aria-live="polite"></div><div class="state" role="status"></div></div>
      <div class="keys"><span class="roles"></span><span class="space"></span><button id="out" aria-label="Zoom out">−</button><button id="in" aria-label="Zoom in">+</button><button id="all">All</button></div>`;
    const canvas = this.canvas = this.shadowRoot.querySelector('canvas');
    canvas.addEventListener('wheel', event => { event.preventDefault(); this.#zoom(Math.exp(-event.deltaY / 400), event); }, { passive: false });
    canvas.addEventListener('pointerdown', event => this.#down(event));
    canvas.addEventListener('pointermove', event => this.#move(event));
    for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, event => this.#up(event));
    canvas.addEventListener('pointerleave', () => this.#point(-1));
    canvas.addEventListener('keydown', event => this.#key(event));
    this.shadowRoot.getElementById('in').addEventListener('click', () => this.#zoom(1.5));
    this.shadowRoot.getElementById('out').addEventListener('click', () => this.#zoom(1 / 1.5));
    this.shadowRoot.getElementById('all').addEventListener('click', () => { this.#view = { x: 0.5, y: 0.5, zoom: 1 }; this.#draw(); });
    this.pointers = new Map();
  }

  connectedCallback() {
    this.size = new ResizeObserver(() => this.#draw());
    this.size.observe(this.canvas);
    this.onLooks = () => this.#draw();
    document.addEventListener('loop-looks', this.onLooks);
    this.#load();
  }

  disconnectedCallback() {
    this.size.disconnect();
    document.removeEventListener('loop-looks', this.onLooks);
    clearTimeout(this.waiting);
    clearTimeout(this.dwelling);
  }

  /** Every sound with its place; for whoever looks from outside. */
  get dots() { return this.#dots; }

  /** Where a sound is drawn, in pixels of the element's canvas. */
  at(id) { const dot = this.#dots.find(one => one.id === id); return dot && this.#drawn(dot); }

  async #load() {
    const state = this.shadowRoot.querySelector('.state');
    const answer = await fetch('api/v1/library/map').catch(() => null);
    if (!this.isConnected) return;
    if (!answer?.ok) { state.textContent = 'The map cannot be read.'; return; }
    const map = await answer.json();
    if (map.progress < 1) {
      state.textContent = `Laying the sounds out … ${Math.round(100 * map.progress)} %`;
      this.waiting = setTimeout(() => this.#load(), POLL_MILLIS);
      return;
    }
    this.#dots = map.sounds;
    state.textContent = this.#dots.length ? '' : 'No sounds yet.';
    this.canvas.setAttribute('aria-label', `Map of ${this.#dots.length} sounds. Arrow keys go from sound to sound, space plays, enter tells more.`);
    this.#roles();
    this.#draw();
  }

  #roles() {
    const here = Object.keys(ROLES).filter(role => this.#dots.some(dot => dot.role === role));
    this.shadowRoot.querySelector('.roles').replaceChildren(...here.map(role => {
      const button = document.createElement('button'), colour = document.createElement('i');
      colour.style.background = ROLES[role];
      button.append(colour, role);
      button.setAttribute('aria-pressed', 'true');
      button.addEventListener('click', () => {
        if (!this.#hidden.delete(role)) this.#hidden.add(role);
        button.setAttribute('aria-pressed', String(!this.#hidden.has(role)));
        this.#draw();
      });
      return button;
    }));
  }

  get #scale() { return (Math.min(this.canvas.clientWidth, this.canvas.clientHeight) - 2 * MARGIN) * this.#view.zoom; }

  #drawn(dot) {
    return { x: this.canvas.clientWidth / 2 + (dot.x - this.#view.x) * this.#scale, y: this.canvas.clientHeight / 2 + (dot.y - this.#view.y) * this.#scale };
  }

  #draw() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      const canvas = this.canvas, ratio = devicePixelRatio || 1, pen = canvas.getContext('2d');
      canvas.width = canvas.clientWidth * ratio;
      canvas.height = canvas.clientHeight * ratio;
      pen.scale(ratio, ratio);
      const size = Math.min(9, 3 + Math.sqrt(this.#view.zoom) * (this.#dots.length > 2000 ? 0.6 : 1.4));
      this.#dots.forEach((dot, i) => {
        if (this.#hidden.has(dot.role)) return;
        const { x, y } = this.#drawn(dot);
        if (x < -size || y < -size || x > canvas.clientWidth + size || y > canvas.clientHeight + size) return;
        pen.globalAlpha = i === this.#over ? 1 : 0.8;
        pen.fillStyle = ROLES[dot.role] ?? 'gray';
        pen.beginPath();
        if (dot.kind === 'oneshot') pen.rect(x - size * 0.8, y - size * 0.8, size * 1.6, size * 1.6);
        else pen.arc(x, y, size, 0, 2 * Math.PI);
        pen.fill();
        if (i === this.#over) {
          pen.lineWidth = 2;
          pen.strokeStyle = getComputedStyle(this).getPropertyValue('--ink').trim() || 'white';
          pen.stroke();
        }
      });
      this.#say();
    });
  }

  #say() {
    const said = this.shadowRoot.querySelector('.said'), dot = this.#dots[this.#over];
    said.textContent = dot ? `${dot.name} · ${dot.instrument}` : '';
    if (!dot) return;
    const { x, y } = this.#drawn(dot);
    said.style.left = `${Math.max(4, Math.min(x + 12, this.canvas.clientWidth - said.offsetWidth - 4))}px`;
    said.style.top = `${Math.max(4, Math.min(y - 30, this.canvas.clientHeight - 30))}px`;
  }

  #nearest(px, py) {
    let best = -1, least = REACH * REACH;
    this.#dots.forEach((dot, i) => {
      if (this.#hidden.has(dot.role)) return;
      const { x, y } = this.#drawn(dot), far = (x - px) ** 2 + (y - py) ** 2;
      if (far < least) { least = far; best = i; }
    });
    return best;
  }

  #point(i) {
    if (i === this.#over) return;
    clearTimeout(this.dwelling);
    this.#over = i;
    this.canvas.style.cursor = i < 0 ? 'grab' : 'pointer';
    if (i >= 0) this.dwelling = setTimeout(() => this.#play(i), DWELL_MILLIS);
    this.#draw();
  }

  #play(i) {
    const { id } = this.#dots[i];
    document.dispatchEvent(new CustomEvent('loop-audition', { detail: { url: `api/v1/library/loops/${encodeURIComponent(id)}/audio`, id } }));
  }

  #zoom(by, at) {
    const zoom = Math.max(NEAREST, Math.min(FARTHEST, this.#view.zoom * by)), before = this.#scale;
    const dx = at ? at.offsetX - this.canvas.clientWidth / 2 : 0, dy = at ? at.offsetY - this.canvas.clientHeight / 2 : 0;
    this.#view.zoom = zoom;
    this.#view.x += dx / before - dx / this.#scale;
    this.#view.y += dy / before - dy / this.#scale;
    this.#draw();
  }

  #down(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, event);
    this.dragged = 0;
  }

  #move(event) {
    const last = this.pointers.get(event.pointerId);
    if (!last) return this.#point(this.#nearest(event.offsetX, event.offsetY));
    if (this.pointers.size === 2) {
      const other = [...this.pointers.values()].find(one => one.pointerId !== event.pointerId);
      const was = Math.hypot(last.offsetX - other.offsetX, last.offsetY - other.offsetY), is = Math.hypot(event.offsetX - other.offsetX, event.offsetY - other.offsetY);
      this.#zoom(is / Math.max(1, was), { offsetX: (event.offsetX + other.offsetX) / 2, offsetY: (event.offsetY + other.offsetY) / 2 });
      this.dragged = Infinity;
    } else {
      this.dragged += Math.hypot(event.offsetX - last.offsetX, event.offsetY - last.offsetY);
      this.#view.x -= (event.offsetX - last.offsetX) / this.#scale;
      this.#view.y -= (event.offsetY - last.offsetY) / this.#scale;
      this.#draw();
    }
    this.pointers.set(event.pointerId, event);
  }

  #up(event) {
    if (!this.pointers.delete(event.pointerId) || event.type !== 'pointerup' || this.dragged > 4) return;
    const i = this.#nearest(event.offsetX, event.offsetY);
    if (i < 0) return;
    if (event.pointerType === 'touch') { this.#over = i; this.#play(i); this.#draw(); } else this.#choose(i);
  }

  #choose(i) { this.$server?.choose(this.#dots[i].id); }

  #key(event) {
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (event.key === '+') this.#zoom(1.5);
    else if (event.key === '-') this.#zoom(1 / 1.5);
    else if (event.key === ' ' && this.#over >= 0) this.#play(this.#over);
    else if (event.key === 'Enter' && this.#over >= 0) this.#choose(this.#over);
    else if (ways[event.key]) this.#step(ways[event.key]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** To the nearest sound in that direction; the first one lies nearest to the middle. */
  #step([dx, dy]) {
    const from = this.#dots[this.#over] ?? { x: this.#view.x - dx, y: this.#view.y - dy };
    let best = -1, least = Infinity;
    this.#dots.forEach((dot, i) => {
      const along = (dot.x - from.x) * dx + (dot.y - from.y) * dy, aside = Math.abs((dot.x - from.x) * dy) + Math.abs((dot.y - from.y) * dx);
      if (i === this.#over || this.#hidden.has(dot.role) || along <= 0 || along + 2 * aside >= least) return;
      least = along + 2 * aside;
      best = i;
    });
    if (best < 0) return;
    this.#over = best;
    const { x, y } = this.#drawn(this.#dots[best]);
    if (x < 0 || y < 0 || x > this.canvas.clientWidth || y > this.canvas.clientHeight) { this.#view.x = this.#dots[best].x; this.#view.y = this.#dots[best].y; }
    this.#draw();
  }
}

customElements.define('sound-map', SoundMap);
