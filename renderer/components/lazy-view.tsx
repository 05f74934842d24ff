import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Trouble } from './trouble.tsx';
import { usePage } from './page-context.ts';
import { useMessages } from './speech-context.ts';

/** A view whose code is a file of its own, loaded when it is shown first. Until then nothing is drawn: it takes milliseconds. */
export const createLazyView = <Properties extends object>(
  load: () => Promise<ComponentType<Properties>>,
): ((properties: Properties) => VNode | null) => {
  let loaded: ComponentType<Properties> | null = null;
  return (properties) => {
    const { store } = usePage();
    const { notLoaded } = useMessages().common;
    const [, setLoaded] = useState(loaded !== null);
    const [hasFailed, setFailed] = useState(false);
    useEffect(() => {
      if (loaded !== null) return;
      const show = async (): Promise<void> => {
        try {
          loaded = await load();
          setLoaded(true);
        } catch {
          setFailed(true);
          store.failed({ code: 'unexpected', message: notLoaded });
        }
      };
      void show();
    }, []);
    if (loaded === null) return hasFailed ? <Trouble /> : null;
    const View = loaded;
    return <View {...properties} />;
  };
};
