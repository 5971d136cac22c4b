// Draws the timeline: bars, energy, sections, lanes with waveforms. Only what is on screen.
export const ROLE_ORDER = ['drums', 'percussion', 'bass', 'chords', 'melody', 'pad', 'vocal', 'fx'];
const RULER = 20, ENERGY = 30, SECTION = 34, LANE = 46, GAP = 3;

/** Heights in pixels, top to bottom. */
export function measures(timeline) {
  const sectionsTop = RULER + ENERGY, lanesTop = sectionsTop + SECTION;
  return { ruler: RULER, energyTop: RULER, sectionsTop, lanesTop, lane: LANE, height: lanesTop + Math.max(1, timeline.roles.length) * LANE + 4 };
}

export function paint(timeline) {
  const { canvas, song } = timeline, sizes = measures(timeline);
  const ratio = devicePixelRatio || 1, width = canvas.clientWidth, height = sizes.height;
  canvas.style.height = `${height}px`;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const pen = canvas.getContext('2d');
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  if (!song) return;
  const view = { pen, width, sizes, looks: looks(timeline), scale: timeline.pixelsPerBar, offset: timeline.offset, timeline, song };
  ruler(view);
  energy(view);
  for (const section of song.sections) {
    const left = section.startBar * view.scale - view.offset, right = left + section.bars * view.scale;
    if (right >= 0 && left <= width) draw(view, section, left, right - left);
  }
  dragged(view);
}

function looks(timeline) {
  const style = getComputedStyle(timeline), read = name => style.getPropertyValue(name).trim();
  return { text: read('--ink'), faint: read('--faint'), line: read('--line'), accent: read('--accent'), lane: read('--lane'), wave: read('--wave'), kind: kind => read(`--kind-${kind}`) || read('--accent') };
}

function ruler({ pen, width, sizes, looks, scale, offset, song }) {
  const every = [1, 2, 4, 8, 16, 32].find(n => n * scale >= 44) ?? 64;
  pen.font = '11px system-ui, sans-serif';
  pen.fillStyle = looks.faint;
  pen.strokeStyle = looks.line;
  pen.lineWidth = 1;
  pen.beginPath();
  for (let bar = Math.floor(offset / scale / every) * every; bar <= song.bars && bar * scale - offset <= width; bar += every) {
    const x = Math.round(bar * scale - offset) + 0.5;
    pen.moveTo(x, 6);
    pen.lineTo(x, sizes.height);
    if (bar < song.bars) pen.fillText(String(bar + 1), x + 4, 14);
  }
  pen.stroke();
}

function energy({ pen, sizes, looks, scale, offset, song }) {
  const bottom = sizes.sectionsTop - 4, tall = ENERGY - 8;
  pen.beginPath();
  pen.moveTo(-offset, bottom);
  for (const s of song.sections) {
    const middle = (s.startBar + s.bars / 2) * scale - offset;
    pen.lineTo(middle, bottom - s.energy * tall);
  }
  pen.lineTo(song.bars * scale - offset, bottom);
  pen.globalAlpha = 0.25;
  pen.fillStyle = looks.accent;
  pen.fill();
  pen.globalAlpha = 1;
}

function draw(view, section, left, wide) {
  const { pen, sizes, looks, timeline } = view, chosen = timeline.selected?.section === section.id;
  const colour = looks.kind(section.kind);
  pen.fillStyle = colour;
  pen.globalAlpha = chosen ? 1 : 0.85;
  box(pen, left + 1, sizes.sectionsTop, wide - 2, SECTION - 4);
  pen.globalAlpha = 1;
  pen.save();
  pen.beginPath();
  pen.rect(left, sizes.sectionsTop, wide - 4, SECTION);
  pen.clip();
  pen.fillStyle = '#10131a';
  pen.font = '600 12px system-ui, sans-serif';
  const label = section.ofKind > 1 ? `${section.kind} ${section.n}` : section.kind;
  pen.fillText(label, left + 8, sizes.sectionsTop + 19);
  const after = pen.measureText(label).width;
  pen.font = '11px system-ui, sans-serif';
  pen.fillText(`${section.bars}`, left + 14 + after, sizes.sectionsTop + 19);
  pen.restore();
  if (section.transition) mark(view, left, section.transition);
  timeline.roles.forEach((role, lane) => layers(view, section, role, lane, left, wide, colour));
  if (chosen) outline(view, section, left, wide);
}

function box(pen, x, y, w, h) {
  pen.beginPath();
  pen.roundRect(x, y, Math.max(1, w), h, 5);
  pen.fill();
}

/** A small wedge at the start of a section that is led into. */
function mark({ pen, sizes, looks }, left) {
  pen.fillStyle = looks.text;
  pen.beginPath();
  pen.moveTo(left - 9, sizes.sectionsTop - 2);
  pen.lineTo(left, sizes.sectionsTop - 9);
  pen.lineTo(left, sizes.sectionsTop - 2);
  pen.fill();
}

function layers(view, section, role, lane, left, wide, colour) {
  const { pen, sizes, scale, song } = view, all = section.layers.filter(l => l.role === role);
  if (!all.length) return;
  const top = sizes.lanesTop + lane * LANE, tall = (LANE - GAP) / all.length;
  all.forEach((layer, i) => {
    for (const place of layer.placements) {
      const x = left + place.startBeat / song.beatsPerBar * scale, w = place.beats / song.beatsPerBar * scale;
      pen.globalAlpha = layer.muted ? 0.18 : 0.32;
      pen.fillStyle = colour;
      box(pen, x + 1, top + i * tall, w - 2, tall - 1);
      pen.globalAlpha = layer.muted ? 0.3 : 0.95;
      wave(view, layer, x + 1, w - 2, top + i * tall, tall - 1);
    }
  });
  pen.globalAlpha = 1;
}

const decoded = new Map();
function columns(text) {
  if (!decoded.has(text)) decoded.set(text, Int8Array.from(atob(text), c => c.charCodeAt(0)));
  return decoded.get(text);
}

/** The stored outline of the loop, once for each of its repetitions, a column a pixel. */
function wave({ pen, width, timeline, looks, scale, song }, layer, x, w, top, tall) {
  const outline = timeline.waves[layer.loopId];
  if (!outline) return;
  const pairs = columns(outline), count = pairs.length / 2, middle = top + tall / 2;
  const cycle = layer.cycleBeats ? layer.cycleBeats / song.beatsPerBar * scale : w;
  pen.fillStyle = looks.wave;
  for (let pixel = Math.max(0, Math.ceil(-x)); pixel < w && x + pixel < width; pixel++) {
    const at = Math.min(count - 1, Math.floor(((pixel % cycle) / cycle) * count));
    const low = pairs[2 * at] / 127, high = pairs[2 * at + 1] / 127;
    pen.fillRect(x + pixel, middle - high * tall * 0.46, 1, Math.max(1, (high - low) * tall * 0.46));
  }
}

function outline({ pen, sizes, looks, timeline }, section, left, wide) {
  const lane = timeline.roles.indexOf(timeline.selected.role);
  pen.strokeStyle = looks.text;
  pen.lineWidth = 2;
  pen.beginPath();
  if (lane < 0) pen.roundRect(left + 1, sizes.sectionsTop, wide - 2, SECTION - 4, 5);
  else pen.roundRect(left + 1, sizes.lanesTop + lane * LANE, wide - 2, LANE - GAP, 5);
  pen.stroke();
}

function dragged({ pen, sizes, looks, timeline, scale, offset }) {
  if (!timeline.drag) return;
  const { bar, width, lane } = timeline.drag, row = timeline.roles.indexOf(lane);
  pen.fillStyle = looks.accent;
  pen.globalAlpha = 0.5;
  const top = row < 0 ? sizes.sectionsTop : sizes.lanesTop + row * LANE;
  pen.fillRect(bar * scale - offset, top, width == null ? 3 : width * scale, row < 0 ? SECTION - 4 : LANE - GAP);
  pen.globalAlpha = 1;
}
