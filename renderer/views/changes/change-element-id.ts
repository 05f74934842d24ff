/** The id of the element that stands for a change and takes the focus. */
export const changeElementId = (id: string): string => `change-${id}`;
