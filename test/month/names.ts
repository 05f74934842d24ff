import type { FieldEdit } from '../../electron/core/changes/change.ts';
import type { Truth } from '../../electron/simulator/month-truth.ts';
import { userOfPerson } from './past.ts';
import type { Played } from './play.ts';

/** A field before or after, as the truth has it: people are users, as one human is another person in each project. */
export type TrueValue = string | null;

/** Whether what was told of a field names what was true. */
export type Names = {
  /** The value of a truth in the words that are compared. */
  trueValue(field: Truth['field'], value: Truth['after']): TrueValue;
  /** `time`: when it was recorded, in ms. */
  isMeant(field: FieldEdit['field'], told: string | null, value: TrueValue, time: number): boolean;
};

/** People, projects and lists may be told by any name they ever had: they are renamed while the app trusts a name for a day. */
export const createNames = (played: Played): Names => {
  const { chronicle } = played;
  const namesOfUser = (userId: string): readonly string[] =>
    (chronicle.users.get(userId) ?? []).flatMap(({ firstName, lastName, username }) => {
      const full = `${firstName} ${lastName}`.trim();
      return [firstName, full, `${full} (${username})`];
    });
  /** Whoever has left a project is not listed in it any more, and nobody is in one that is closed to the user. */
  const mayBeUnknown = (userId: string, time: number): boolean =>
    [...chronicle.people.values()].flat().some(({ userId: id, projectId, hasLeft, updatedAt }) => {
      const isHidden = (hasLeft && updatedAt <= time) || chronicle.projectsOnceClosed.has(projectId);
      return id === userId && isHidden;
    });
  const isUser = (name: string, userId: string, time: number): boolean =>
    namesOfUser(userId).includes(name) || (name === 'Someone' && mayBeUnknown(userId, time));
  const isProject = (name: string, id: string): boolean =>
    (chronicle.projects.get(id) ?? []).some((project) => project.name === name) ||
    (name === 'another project' && chronicle.projectsOnceClosed.has(id));
  const isTaskList = (name: string, id: string): boolean => {
    const forms = chronicle.taskLists.get(id) ?? [];
    const isClosed = forms.some(({ projectId }) => chronicle.projectsOnceClosed.has(projectId));
    return forms.some((list) => list.name === name) || (name === 'another list' && isClosed);
  };
  return {
    trueValue: (field, value) => {
      if (field === 'assigned_id') return userOfPerson(played, typeof value === 'string' ? value : null);
      if (field === 'description' && value === null) return '';
      return value === null ? null : String(value);
    },
    isMeant: (field, told, value, time) => {
      if (told === null || value === null) return told === value;
      if (field === 'assigned_id') return isUser(told, value, time);
      if (field === 'project_id') return isProject(told, value);
      if (field === 'task_list_id') return isTaskList(told, value);
      return told === value;
    },
  };
};
