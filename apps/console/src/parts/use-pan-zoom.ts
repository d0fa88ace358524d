import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';

export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const scaleMax = 3;
/** Boxes are unreadable below this. */
const scaleReadable = 0.62;
const revealMargin = 14;
const frameHeightMin = 170;
const frameHeightMax = 560;

export function zoomed(
  view: View,
  factor: number,
  at: { readonly x: number; readonly y: number },
  scaleMin: number,
): View {
  const scale = Math.min(scaleMax, Math.max(scaleMin, view.scale * factor));
  const ratio = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

/** Whole picture centred in the frame, never larger than drawn. */
export function fitted(
  width: number,
  height: number,
  frame: { readonly width: number; readonly height: number },
): View {
  const scale = Math.min(1.1, frame.width / width, frame.height / height);
  return {
    scale,
    x: Math.max(0, (frame.width - width * scale) / 2),
    y: Math.max(0, (frame.height - height * scale) / 2),
  };
}

const heightOf = (height: number, scale: number): number =>
  Math.min(frameHeightMax, Math.max(frameHeightMin, height * scale + 4));

/** Offset of one axis: centred where all fits, else from the start, moved on only as far as it takes to see `focus`. */
function placed(length: number, room: number, focus: number): number {
  if (length <= room) return (room - length) / 2;
  return focus < room * 0.8 ? 0 : Math.max(room - length, room / 2 - focus);
}

/**
 * Drag to move, Ctrl or pinch and wheel to zoom, keys + - 0 and arrows. A plain wheel scrolls the page, so that the picture is no trap.
 * Starts with the whole picture where that is readable, else at its left end with `focus` in sight.
 */
export function usePanZoom(width: number, height: number, focus: { readonly x: number; readonly y: number }) {
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View | null>(null);
  const [startScale, setStartScale] = useState(1);
  const drag = useRef<{
    readonly id: number;
    readonly x: number;
    readonly y: number;
    readonly view: View;
    moved: boolean;
  } | null>(null);

  const size = (): { readonly width: number; readonly height: number } => ({
    width: frame.current?.clientWidth ?? width,
    height: frame.current?.clientHeight ?? height,
  });
  const scaleMin = Math.min(0.2, 400 / width);
  const fit = (): void => setView(fitted(width, height, size()));
  const zoom = (factor: number, at?: { readonly x: number; readonly y: number }): void =>
    setView((before) =>
      zoomed(
        before ?? fitted(width, height, size()),
        factor,
        at ?? { x: size().width / 2, y: size().height / 2 },
        scaleMin,
      ),
    );

  useEffect(() => {
    // The frame takes its height from the scale, so only its width decides.
    const scale = Math.min(1.1, size().width / width);
    const start = scale >= scaleReadable ? scale : 0.85;
    setStartScale(start);
    const room = { width: size().width, height: heightOf(height, start) };
    setView({
      scale: start,
      x: placed(width * start, room.width, focus.x * start),
      y: placed(height * start, room.height, focus.y * start),
    });
    // A new picture starts anew; a new size of the frame does not move what the reader has placed.
  }, [width, height, focus.x, focus.y]);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = element.getBoundingClientRect();
      zoom(Math.exp(-event.deltaY / 300), { x: event.clientX - box.left, y: event.clientY - box.top });
    };
    // React listens passively to wheels and could not keep the page from zooming.
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  });

  /** Moves the picture just so far that a part of it is inside the frame. */
  const reveal = (part: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }): void =>
    setView((before) => {
      if (before === null) return before;
      const shift = (start: number, length: number, offset: number, room: number): number => {
        const [low, high] = [start * before.scale + offset, (start + length) * before.scale + offset];
        return high > room - revealMargin
          ? room - revealMargin - high
          : low < revealMargin
            ? revealMargin - low
            : 0;
      };
      return {
        ...before,
        x: before.x + shift(part.x, part.width, before.x, size().width),
        y: before.y + shift(part.y - 18, part.height + 18, before.y, size().height),
      };
    });

  const shown = view ?? { x: 0, y: 0, scale: 1 };
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom(1.25),
    '=': () => zoom(1.25),
    '-': () => zoom(0.8),
    '0': fit,
    ArrowLeft: () => setView({ ...shown, x: shown.x + 60 }),
    ArrowRight: () => setView({ ...shown, x: shown.x - 60 }),
    ArrowUp: () => setView({ ...shown, y: shown.y + 60 }),
    ArrowDown: () => setView({ ...shown, y: shown.y - 60 }),
  };
  return {
    frame,
    view: shown,
    fit,
    zoom,
    reveal,
    frameHeight: heightOf(height, startScale),
    handlers: {
      onKeyDown: (event: KeyboardEvent) => {
        const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
        if (act === undefined) return;
        event.preventDefault();
        act();
      },
      onPointerDown: (event: PointerEvent) => {
        if (event.button === 0)
          drag.current = {
            id: event.pointerId,
            x: event.clientX,
            y: event.clientY,
            view: shown,
            moved: false,
          };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const held = drag.current;
        if (held === null || held.id !== event.pointerId) return;
        const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
        if (!held.moved && Math.hypot(dx, dy) < 5) return;
        // Captured only once it is a drag: a captured click would never reach the box under it.
        if (!held.moved) event.currentTarget.setPointerCapture(event.pointerId);
        held.moved = true;
        setView({ ...held.view, x: held.view.x + dx, y: held.view.y + dy });
      },
      onPointerUp: () => (drag.current = null),
      onPointerCancel: () => (drag.current = null),
    },
  };
}
