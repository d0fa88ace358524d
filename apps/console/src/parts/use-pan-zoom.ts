import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';

export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const scaleMax = 3;
/** Boxes are unreadable below this. */
const scaleReadable = 0.62;

export function zoomed(view: View, factor: number, at: { readonly x: number; readonly y: number }, scaleMin: number): View {
  const scale = Math.min(scaleMax, Math.max(scaleMin, view.scale * factor));
  const ratio = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

/** Whole picture centred in the frame, never larger than drawn. */
export function fitted(width: number, height: number, frame: { readonly width: number; readonly height: number }): View {
  const scale = Math.min(1.1, frame.width / width, frame.height / height);
  return { scale, x: Math.max(0, (frame.width - width * scale) / 2), y: Math.max(0, (frame.height - height * scale) / 2) };
}

/**
 * Drag to move, Ctrl or pinch and wheel to zoom, keys + - 0 and arrows. A plain wheel scrolls the page, so that the picture is no trap.
 * Starts with the whole picture where that is readable, else at its left end.
 */
export function usePanZoom(width: number, height: number) {
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View | null>(null);
  const drag = useRef<{ readonly id: number; readonly x: number; readonly y: number; readonly view: View; moved: boolean } | null>(null);

  const size = (): { readonly width: number; readonly height: number } => ({ width: frame.current?.clientWidth ?? width, height: frame.current?.clientHeight ?? height });
  const scaleMin = Math.min(0.2, 400 / width);
  const fit = (): void => setView(fitted(width, height, size()));
  const zoom = (factor: number, at?: { readonly x: number; readonly y: number }): void =>
    setView((before) => zoomed(before ?? fitted(width, height, size()), factor, at ?? { x: size().width / 2, y: size().height / 2 }, scaleMin));

  useEffect(() => {
    const whole = fitted(width, height, size());
    setView(whole.scale >= scaleReadable ? whole : { scale: 0.85, x: 0, y: Math.max(0, (size().height - height * 0.85) / 2) });
    // A new picture starts anew; the frame's own size does not move what the reader has placed.
  }, [width, height]);

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
    handlers: {
      onKeyDown: (event: KeyboardEvent) => {
        const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
        if (act === undefined) return;
        event.preventDefault();
        act();
      },
      onPointerDown: (event: PointerEvent) => {
        if (event.button === 0) drag.current = { id: event.pointerId, x: event.clientX, y: event.clientY, view: shown, moved: false };
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
