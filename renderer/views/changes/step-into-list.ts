import type { ChangeList } from '../../state/change-list.ts';

/** Leads from the field to search by into the list: to the row that is selected if it is there, else to the first one. */
export const stepIntoList = (changes: Pick<ChangeList, 'places' | 'selected' | 'goTo'>): void => {
  const places = changes.places.value;
  const selected = places.find(({ id }) => id === changes.selected.value) ?? places[0];
  if (selected) changes.goTo(selected.id);
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};
