// The library's rows: the outline of a sound, and what a drag to the timeline carries.
const WIDTH = 56, HEIGHT = 26;

class LoopWave extends HTMLElement {
  static observedAttributes = ['outline'];

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = `<style>:host { display: block; flex: none; width: ${WIDTH}px; height: ${HEIGHT}px; } canvas { width: 100%; height: 100%; display: block; }</style><canvas></canvas>`;
    this.onLooks = () => this.draw();
  }

  connectedCallback() {
    document.addEventListener('loop-looks', this.onLooks);
    this.draw();
  }

  disconnectedCallback() { document.removeEventListener('loop-looks', this.onLooks); }
  attributeChangedCallback() { if (this.isConnected) this.draw(); }

  draw() {
    const canvas = this.shadowRoot.querySelector('canvas'), ratio = devicePixelRatio || 1;
    canvas.width = WIDTH * ratio;
    canvas.height = HEIGHT * ratio;
    const text = this.getAttribute('outline'), pen = canvas.getContext('2d');
    if (!text) return;
    const pairs = Int8Array.from(atob(text), c => c.charCodeAt(0)), count = pairs.length / 2, middle = canvas.height / 2;
    pen.fillStyle = getComputedStyle(this).getPropertyValue('--faint').trim() || 'gray';
    for (let x = 0; x < canvas.width; x++) {
      const at = Math.min(count - 1, Math.floor(x / canvas.width * count));
      const low = pairs[2 * at] / 127, high = pairs[2 * at + 1] / 127;
      pen.fillRect(x, middle - high * middle * 0.95, 1, Math.max(1, (high - low) * middle * 0.95));
    }
  }
}

customElements.define('loop-wave', LoopWave);

document.addEventListener('dragstart', event => {
  const row = event.composedPath().find(e => e instanceof HTMLElement && e.dataset.loop);
  if (!row) return;
  event.dataTransfer.setData('application/x-loopmind-loop', row.dataset.loop);
  event.dataTransfer.effectAllowed = 'copy';
});

// Who dwells on ▶ is likely to press it: what has to be rendered for it is made meanwhile.
const DWELL_MILLIS = 120;
let dwelling;
document.addEventListener('pointerover', event => {
  clearTimeout(dwelling);
  const path = event.composedPath(), play = path.find(e => e.localName === 'vaadin-button'), row = path.find(e => e instanceof HTMLElement && e.dataset.loop);
  if (!row || row.querySelector('vaadin-button') !== play) return;
  const { id } = JSON.parse(row.dataset.loop);
  dwelling = setTimeout(() => document.dispatchEvent(new CustomEvent('loop-prepare', { detail: { id } })), DWELL_MILLIS);
});
