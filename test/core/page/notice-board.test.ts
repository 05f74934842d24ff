import { expect, test, vi } from 'vitest';
import type { NewHistory } from '../../../electron/core/database/open-history.ts';
import { createNoticeBoard } from '../../../electron/core/page/notice-board.ts';
import type { NoticeSituation } from '../../../electron/core/page/notices.ts';
import { english } from '../../../electron/messages/en/index.ts';
import { anAccountView } from '../../fakes/account.ts';
import { describeReachability } from '../../../electron/core/tunnel/reachability-words.ts';
import { readingAt } from '../../fakes/reading.ts';

const now = Date.UTC(2026, 10, 23, 9);
const old = { id: 'a', name: 'Design', previousUntil: now + 1, isPreviousUsed: true };
const pendingChange = { before: 'https://a.test', url: 'https://b.test', isLost: true, isTold: true };

/** A board over a situation that a test may change. */
const setUp = (part: Partial<NoticeSituation>) => {
  const situation: { -readonly [Key in keyof NoticeSituation]: NoticeSituation[Key] } = {
    account: anAccountView(),
    reachability: describeReachability(
      { state: 'online', url: 'https://a.test', cause: null, provenAt: now },
      'tunnel',
      english,
    ),
    hookUrls: [],
    pendingChange: null,
    isApiFailing: false,
    missingHooks: null,
    interrupted: 0,
    isTrayMissing: false,
    blockedNotifications: null,
    canOpenNotificationSettings: true,
    storageTrouble: null,
    newHistory: null,
    team: null,
    updateStatus: { state: 'idle' },
    reading: readingAt(now),
    ...part,
  };
  const onChanged = vi.fn<() => void>();
  const dismissChange = vi.fn<() => void>();
  const forgetNewHistory = vi.fn<(value: NewHistory | null) => void>();
  let kept: readonly string[] | null = null;
  const start = () =>
    createNoticeBoard({
      situation: () => situation,
      hookUrlChange: { dismiss: dismissChange },
      newHistory: { write: forgetNewHistory },
      teamMissed: { write: () => undefined },
      lastingDismissals: {
        read: () => kept,
        write: (ids) => {
          kept = ids;
        },
      },
      onChanged,
    });
  const board = start();
  return {
    situation,
    board,
    start,
    onChanged,
    dismissChange,
    forgetNewHistory,
    ids: () => board.notices().map(({ id }) => id),
  };
};

test('a dismissed notice goes, is told, and leaves the others', () => {
  const { board, ids, onChanged } = setUp({ hookUrls: [old], interrupted: 1 });
  expect(ids()).toEqual(['old-hook-url-a', 'interrupted']);
  expect(board.dismiss('old-hook-url-a')).toBe(true);
  expect(ids()).toEqual(['interrupted']);
  expect(onChanged).toHaveBeenCalledOnce();
});

test('a notice whose cause went and came again is shown again', () => {
  const { board, ids, situation } = setUp({ hookUrls: [old] });
  board.dismiss('old-hook-url-a');
  situation.hookUrls = [{ ...old, isPreviousUsed: false }];
  expect(ids()).toEqual([]);
  situation.hookUrls = [old];
  expect(ids()).toEqual(['old-hook-url-a']);
});

test.for([
  ['is not there', 'nothing'],
  ['needs to be acted upon', 'signed-out'],
] as const)('a notice that %s is not dismissed', ([, id]) => {
  const { board, ids, onChanged } = setUp({ account: anAccountView({ state: 'expired', user: null }) });
  expect(board.dismiss(id)).toBe(false);
  expect(ids()).toEqual(['signed-out']);
  expect(onChanged).not.toHaveBeenCalled();
});

test('that a changed hook URL was taken note of is kept where the change is kept', () => {
  const { board, dismissChange } = setUp({ pendingChange: { ...pendingChange, isDismissed: false } });
  expect(board.dismiss('hook-url-changed')).toBe(true);
  expect(dismissChange).toHaveBeenCalledOnce();
});

test('that a new history was begun stays over restarts until it was taken note of', () => {
  const newHistory = { keptAs: 'history.sqlite.broken-1', isAddressKept: true };
  const { board, forgetNewHistory } = setUp({ newHistory });
  expect(board.dismiss('new-history')).toBe(true);
  expect(forgetNewHistory).toHaveBeenCalledWith(null);
});

test('that there is no tray icon is dismissed for good: it will not change by itself', () => {
  const { board, start, ids } = setUp({ isTrayMissing: true });
  expect(ids()).toEqual(['no-tray']);
  expect(board.dismiss('no-tray')).toBe(true);
  expect(ids()).toEqual([]);
  expect(start().notices()).toEqual([]);
});

test('a release that was dismissed is not told again, also after a restart, and the next one is', () => {
  const { board, start, ids, situation } = setUp({ updateStatus: { state: 'available', version: '1.1.0' } });
  expect(board.dismiss('update-available-1.1.0')).toBe(true);
  expect(start().notices()).toEqual([]);
  situation.updateStatus = { state: 'available', version: '1.2.0' };
  expect(ids()).toEqual(['update-available-1.2.0']);
  board.dismiss('update-available-1.2.0');
  expect(ids()).toEqual([]);
});

test('what was dismissed for good stays so when a release is dismissed', () => {
  const { board, start } = setUp({ isTrayMissing: true, updateStatus: { state: 'available', version: '1.1.0' } });
  board.dismiss('no-tray');
  board.dismiss('update-available-1.1.0');
  expect(start().notices()).toEqual([]);
});
