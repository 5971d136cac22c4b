// What a mouse, pen or finger does to the timeline: choose, drag an edge, drag to another place.
import { measures } from './timeline-paint.js';

const EDGE = 8, STILL = 4;
/** What the library's rows carry: {"id", "name", "role"} of a loop. */
const LOOP = 'application/x-loopmind-loop';

export class Pointing {
  constructor(timeline) {
    this.timeline = timeline;
    const { canvas } = timeline;
    canvas.style.touchAction = 'pan-y';
    canvas.addEventListener('pointerdown', event => this.down(event));
    canvas.addEventListener('pointermove', event => this.move(event));
    canvas.addEventListener('pointerup', event => this.up(event));
    canvas.addEventListener('pointercancel', () => this.cancel());
    canvas.addEventListener('dragover', event => this.over(event));
    canvas.addEventListener('dragleave', () => timeline.redraw());
    canvas.addEventListener('drop', event => this.drop(event));
    canvas.addEventListener('dblclick', event => document.dispatchEvent(new CustomEvent('loop-seek', { detail: { bar: timeline.barAt(event.offsetX) } })));
  }

  /** The section whose right edge is there, on its band. */
  edge(x, y) {
    const { sectionsTop, lanesTop } = measures(this.timeline);
    if (y < sectionsTop || y >= lanesTop) return null;
    const end = s => (s.startBar + s.bars) * this.timeline.pixelsPerBar - this.timeline.offset;
    return this.timeline.song?.sections.find(s => Math.abs(end(s) - x) <= EDGE) ?? null;
  }

  down(event) {
    const { timeline } = this, { ruler, sectionsTop, lanesTop } = measures(timeline);
    if (event.button !== 0 || !timeline.song) return;
    if (event.offsetY < ruler) {
      document.dispatchEvent(new CustomEvent('loop-seek', { detail: { bar: timeline.barAt(event.offsetX) } }));
      return;
    }
    const resizing = this.edge(event.offsetX, event.offsetY), section = resizing ?? timeline.sectionAt(timeline.barAt(event.offsetX));
    if (!section) return;
    const onBand = event.offsetY >= sectionsTop && event.offsetY < lanesTop;
    this.held = { section, resizing: Boolean(resizing), onBand, x: event.offsetX, lane: timeline.laneAt(event.offsetY), moved: false };
    timeline.canvas.setPointerCapture(event.pointerId);
  }

  move(event) {
    const { timeline, held } = this;
    if (!held) {
      timeline.canvas.style.cursor = this.edge(event.offsetX, event.offsetY) ? 'ew-resize' : 'default';
      return;
    }
    held.moved ||= Math.abs(event.offsetX - held.x) > STILL;
    if (!held.moved || !held.onBand) return;
    const bar = timeline.snapped(timeline.barAt(event.offsetX));
    timeline.redraw(held.resizing ? { bar: held.section.startBar, width: Math.max(1, bar - held.section.startBar) } : { bar: this.gap(event.offsetX).bar });
  }

  /** Where a section would go: the index of the section that it would stand before, and its bar. */
  gap(x) {
    const { sections, bars } = this.timeline.song, bar = this.timeline.barAt(x);
    const index = sections.findIndex(s => bar < s.startBar + s.bars / 2);
    return index < 0 ? { index: sections.length, bar: bars } : { index, bar: sections[index].startBar };
  }

  up(event) {
    const { timeline, held } = this;
    this.held = null;
    if (!held) return;
    timeline.redraw();
    if (!held.moved || !held.onBand) {
      timeline.select(held.section.id, held.lane);
    } else if (held.resizing) {
      timeline.resize(held.section, timeline.barAt(event.offsetX) - held.section.startBar);
    } else {
      const from = timeline.song.sections.indexOf(held.section), { index } = this.gap(event.offsetX);
      timeline.move(held.section, index > from ? index - 1 : index);
    }
  }

  /** The section and lane under a loop that is dragged in from the library. */
  target(event) {
    const { timeline } = this, section = timeline.sectionAt(timeline.barAt(event.offsetX));
    return section ? { section, lane: timeline.laneAt(event.offsetY) } : null;
  }

  over(event) {
    const target = event.dataTransfer.types.includes(LOOP) && this.target(event);
    if (!target) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.timeline.redraw({ bar: target.section.startBar, width: target.section.bars, lane: target.lane });
  }

  /** On a lane it takes the place of what plays there, with Alt or elsewhere it is one more layer. */
  drop(event) {
    const target = this.target(event), loop = event.dataTransfer.getData(LOOP);
    this.timeline.redraw();
    if (!target || !loop) return;
    event.preventDefault();
    this.timeline.place(target.section, event.altKey ? null : target.lane, JSON.parse(loop));
  }

  cancel() {
    this.held = null;
    this.timeline.redraw();
  }
}
