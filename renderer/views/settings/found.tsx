import type { ComponentChildren } from 'preact';
import type { SettingsItem } from '../../state/settings-places.ts';
import { useSettings } from './settings-context.ts';

/** A setting as the search finds it. What is not found is hidden and keeps its state. */
export const Found = ({ item, children }: { item: SettingsItem; children: ComponentChildren }) => {
  const { found } = useSettings();
  return (
    <div class="found" data-item={item} hidden={found !== null && !found.items.has(item)}>
      {children}
    </div>
  );
};
