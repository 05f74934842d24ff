/** What a changelog says of a version, without its heading; null where it says nothing. */
export const notesOf = (changelog: string, version: string): string | null => {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => {
    const [heading = ''] = text.split('\n');
    return (
      heading
        .trim()
        .replace(/^\[?v?/, '')
        .replace(/\]?( .*)?$/, '') === version
    );
  });
  const notes = section?.slice(section.indexOf('\n')).trim() ?? '';
  return notes === '' ? null : notes;
};
