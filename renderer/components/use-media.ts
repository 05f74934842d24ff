import { useEffect, useState } from 'preact/hooks';

/** Whether a media query fits, as it changes. */
export const useMedia = (query: string): boolean => {
  const [fits, setFits] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const follow = (): void => setFits(media.matches);
    follow();
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, [query]);
  return fits;
};
