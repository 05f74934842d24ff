import {
  type VirtualItem,
  Virtualizer,
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  windowScroll,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useHeldPlace } from './use-held-place.ts';

type Options = {
  readonly count: number;
  /** What tells a row from all others; the same function as long as the rows are the same. */
  readonly keyOf: (index: number) => string;
  /** The usual height of a row, in px. */
  readonly estimate: number;
  /** Rows that stay drawn wherever they are: what has the focus, and what is being written. */
  readonly pinned: readonly number[];
  /** Whether rows that come above must not move those in sight. */
  readonly isAnchored: boolean;
};

type VirtualRows = {
  /** The box of all rows, as high as they are together. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly height: number;
  /** The rows to draw; `top` is in px from the top of the box. */
  readonly drawn: readonly (Pick<VirtualItem, 'index' | 'size'> & { readonly top: number })[];
  /** The first and the last row in sight. */
  readonly sight: { readonly first: number; readonly last: number };
  /** Has to see every drawn row, which carries its index as `data-index`. */
  readonly measure: (element: HTMLElement | null) => void;
  readonly scrollTo: (index: number) => void;
};

/** Further than the edge of the window, so that a quick scroll does not outrun what is drawn. */
const overscan = 6;

/** Draws only those of many rows that are in sight. The window scrolls; heights are measured as rows come into sight. */
export const useVirtualRows = ({ count, keyOf, estimate, pinned, isAnchored }: Options): VirtualRows => {
  const box = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const [, setDrawing] = useState(0);
  const padding = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const options = {
    count,
    getItemKey: keyOf,
    estimateSize: () => estimate,
    overscan,
    scrollMargin: margin,
    scrollPaddingStart: padding,
    scrollPaddingEnd: 24,
    getScrollElement: () => window,
    initialOffset: () => window.scrollY,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    // Anchors on what is in sight when rows come above it; never follows the end of the list.
    anchorTo: isAnchored ? ('end' as const) : ('start' as const),
    scrollEndThreshold: -1,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) =>
      [...new Set([...defaultRangeExtractor(range), ...pinned])].sort((a, b) => a - b),
    onChange: () => setDrawing((drawing) => drawing + 1),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLElement>(options));
  virtualizer.setOptions(options);
  // oxlint-disable no-underscore-dangle -- what the library asks whoever draws with it to call
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  // oxlint-enable no-underscore-dangle
  useHeldPlace({ box, keyOf, isHeld: isAnchored, covered: padding });
  useLayoutEffect(() => {
    const follow = (): void => {
      if (box.current) setMargin(Math.round(box.current.getBoundingClientRect().top + window.scrollY));
    };
    follow();
    // What stands above the rows comes and goes, which moves them without resizing them.
    const observer = new ResizeObserver(follow);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return {
    box,
    height: virtualizer.getTotalSize(),
    drawn: virtualizer.getVirtualItems().map(({ index, size, start }) => ({ index, size, top: start - margin })),
    sight: { first: virtualizer.range?.startIndex ?? 0, last: virtualizer.range?.endIndex ?? 0 },
    measure: virtualizer.measureElement,
    // Above the first row stands what belongs to the page’s top.
    scrollTo: (index) => (index === 0 ? virtualizer.scrollToOffset(0) : virtualizer.scrollToIndex(index)),
  };
};
